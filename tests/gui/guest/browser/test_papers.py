"""Papers and real pages: an attachment in two presses, a step's service, and the numbers that a page shows."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kiosk import packets
from kiosk.guest.browser import Options
from kiosk.guest.guest import Guest
from kiosk.guest.overlays.papers import Joining
from kiosk.guest.probe.numbers import ask_numbers
from kiosk.sealed import Sealed
from kiosk.session import messages

PDF = b"%PDF-1.7\n" + b"0" * 500
ASK = "<input type=file id=f accept='application/pdf' style='display:block;width:400px;height:80px'>"
STEPS = [
    {"id": "apporter", "do": "Scannez votre avis.", "papers": "scan", "done": {"downloaded": "*.pdf"}},
    {"id": "imprimer", "do": "Imprimez-le.", "papers": "print", "done": {"served": "print"}},
    {"id": "lire", "do": "Lisez la page.", "gesture": "read"},
]
PROCEDURE = {
    "id": "essai",
    "title": "Essai",
    "short": "Essai",
    "summary": "Un essai.",
    "theme": "social_sante",
    "service": "Caisse d'exercice",
    "start": "https://caisse.exercice/page",
    "minutes": 5,
    "steps": STEPS,
}


class Shell:
    """The other end: what the guest said with its papers, and what the shell says with its own."""

    def __init__(self, qtbot, web, home) -> None:
        self.qtbot = qtbot
        self._end, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._end.setblocking(False)
        self.heard: list[tuple[messages.AnyFromGuest, list[bytes]]] = []
        self.guest = Guest(
            QApplication.instance(), Options(theirs.detach(), "127.0.0.1", web.port, web.authority, home)
        )
        self.guest.start()
        self._reading = QTimer(interval=20)
        self._reading.timeout.connect(self._read)
        self._reading.start()

    def _read(self) -> None:
        while True:
            try:
                packet, descriptors = packets.receive(self._end, messages.MAX_BYTES)
            except BlockingIOError:
                return
            contents = [Sealed(descriptor) for descriptor in descriptors]
            self.heard.append((messages.decode_untrusted(packet), [content.read() for content in contents]))
            for content in contents:
                content.close()

    def say(self, message: messages.ToGuest, *beside: Sealed) -> None:
        packets.send(self._end, messages.encode(message), beside)

    def open(self) -> None:
        procedure = msgspec.Raw(json.dumps(PROCEDURE).encode())
        self.say(messages.Open(procedure, None, with_mediator=False, appearance=messages.Appearance()))
        self.until_heard(messages.Painted())

    def deliver(self, title: str) -> None:
        content = Sealed.of(PDF)
        self.say(messages.Deliver(title=title, kind="pdf", service="scan"), content)
        content.close()
        self.until_heard(messages.Delivered(kept=True))

    def until_heard(self, message: messages.FromGuest, *contents: bytes) -> None:
        self.qtbot.waitUntil(lambda: (message, list(contents)) in self.heard, timeout=9000)

    def ask(self, code: str) -> object:
        answers: list[object] = []
        self.guest.pages.front.runJavaScript(code, 0, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def press(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: button(self.guest.window, words) is not None)
        button(self.guest.window, words).click()

    def close(self) -> None:
        self._reading.stop()
        self.guest.stop()
        shiboken6.delete(self.guest.window)
        shiboken6.delete(self.guest.profile)
        shiboken6.delete(self.guest)
        self._end.close()


def button(window: QWidget, words: str) -> QPushButton | None:
    found = [one for one in window.findChildren(QPushButton) if one.accessibleName() == words and one.isVisible()]
    return found[0] if found else None


@pytest.fixture
def shell(qtbot, web, tmp_path) -> Iterator[Shell]:
    web.page("caisse.exercice/page", ASK + "<p>Votre <b>numéro de dossier</b> : 2026-1234")
    made = Shell(qtbot, web, tmp_path)
    made.open()
    yield made
    made.close()


def test_an_attachment_takes_two_presses_the_pages_button_and_ours(shell):
    shell.deliver("Relevé")
    shell.deliver("Avis d'imposition")
    view = shell.guest.window.view
    given: list[bool] = []

    def give() -> None:
        # The page's question waits in a loop of its own: so does this test.
        answer = button(shell.guest.window, "Donner ce papier")
        if answer is None:
            QTimer.singleShot(20, give)
            return
        given.append(answer.isEnabled())
        answer.click() if answer.isEnabled() else button(shell.guest.window, "Revenir sans donner").click()

    give()
    shell.qtbot.mouseClick(view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    shell.qtbot.waitUntil(lambda: given == [True], timeout=9000)
    shell.qtbot.waitUntil(lambda: shell.ask("f.files.length") == 1)
    assert shell.ask("f.files[0].name") == "Avis d'imposition.pdf"
    assert shell.ask("f.files[0].size") == len(PDF)


def test_steps_of_the_paper_desk_ask_deliver_and_end_by_themselves(shell):
    shell.press("Scanner mon papier")
    shell.until_heard(messages.ServiceAsked("scan"))
    shell.deliver("Avis d'imposition")
    shell.until_heard(messages.DocumentStored(kind="pdf", size=len(PDF)))
    shell.until_heard(messages.StepDone(step="apporter", how="page"))
    shell.press("Imprimer")
    tag = messages.PaperTag("Avis d'imposition", "pdf")
    shell.until_heard(messages.ServiceAsked("print", (tag,)), PDF)
    shell.say(messages.ServiceDone("print"))
    shell.until_heard(messages.StepDone(step="imprimer", how="page"))


def test_a_paper_is_added_from_the_strip_and_taken_away_from_its_reader(shell):
    shell.press("Ajouter un papier")
    shell.until_heard(messages.ServiceAsked("add"))
    shell.guest.window.resize(1280, 724)
    shell.deliver("Avis d'imposition")
    shell.press("Avis d'imposition, prêt. Appuyez pour lire.")
    shell.press("Emporter")
    shell.until_heard(messages.ServiceAsked("take", (messages.PaperTag("Avis d'imposition", "pdf"),)), PDF)


def test_papers_are_joined_from_the_list(shell):
    for title in ("Page 1", "Page 2"):
        shell.deliver(title)
    shell.qtbot.waitUntil(lambda: len(shell.guest.tray.documents) == 2)
    shell.press("Tout voir : 2")
    shell.press("Réunir des papiers")
    for check in shell.guest.window.findChild(Joining).rows:
        check.click()
    shell.press("Réunir en un seul papier")
    tags = tuple(messages.PaperTag(title, "pdf") for title in ("Page 1", "Page 2"))
    shell.until_heard(messages.ServiceAsked("join", tags), PDF, PDF)


def test_the_shell_gets_the_receipts_numbers_when_it_wants_them(shell):
    shell.say(messages.ReceiptWanted())
    shell.until_heard(messages.ServiceAsked("receipt", numbers=("2026-1234",)))


# --- the numbers of a page ------------------------------------------------------------------------------------------


def numbers(rig, body: str, script: str = "") -> tuple[str, ...]:
    rig.show(body, script=script)
    told: list[tuple[str, ...]] = []
    ask_numbers(rig.probe, told.append)
    rig.until(lambda: bool(told))
    return told[0]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>Votre numéro de demande est <strong>PA-457-893</strong>.", ("PA-457-893",)),
        ("<dl><dt>N° de dossier<dd>123 456 789</dl>", ("123 456 789",)),
        ("<table><tr><th>Référence :<td>2026/04-A17</table>", ("2026/04-A17",)),
        ("<p>Suivi : <span>CAF 12 345</span>", ("CAF 12 345",)),
        ("<p>Confirmation n°884-221 pour votre dossier 55120.", ("884-221", "55120")),
        ("<p>Demande enregistrée le 12/03/2026 sous la référence AB2026X.", ("AB2026X",)),
        ("<p>Votre dossier : 1 250,00 € versés. Numéro à appeler : 01 23 45 67 89.", ()),
        ("<p>Une nouvelle. Refusé le 2026-03-12. Il reste 123456 personnes.", ()),
        ("<p style='display:none'>Dossier 123456</p><p aria-hidden=true>Dossier 654321", ()),
        ("<p>Dossier <input value=123456> <textarea>987654</textarea><select><option>556677", ()),
        ("<p>Dossier</p><div contenteditable>123456</div>", ()),
        ("<p>Code de confirmation : 482913", ()),
        ("<p>Numéro de carte : 4970 1012 3456 7890", ()),
        ("<p>Numéro de sécurité sociale : 2 85 05 75 116 001 28", ()),
        ("<p>Rien à garder.", ()),
    ],
)
def test_the_numbers_of_a_request_are_found_and_nothing_else(rig, body, found):
    assert numbers(rig, body) == found


def test_what_was_typed_in_a_secret_field_is_never_found_elsewhere(rig):
    body = "<label>Mot de passe<input type=password id=p value=AZ1234></label><p>Dossier AZ1234"
    assert numbers(rig, body) == ()


def test_numbers_are_few_short_and_each_once(rig):
    rows = "".join(f"<p>Dossier 1000{n}</p>" * 2 for n in range(9))
    long = f"<p>Dossier {'9' * 50}</p>"
    assert numbers(rig, long + rows) == tuple(f"1000{n}" for n in range(6))


def test_numbers_in_frames_and_components_are_found(rig):
    rig.web.page("autre.exercice/cadre", "<p>Référence : CADRE-77801")
    body = "<div id=c></div><iframe src='https://autre.exercice/cadre'></iframe>"
    script = "c.attachShadow({mode: 'open'}).innerHTML = '<p>Dossier 55120'"
    rig.show(body, script=script)
    told: list[tuple[str, ...]] = []

    def asked() -> bool:
        ask_numbers(rig.probe, told.append)
        return ("55120", "CADRE-77801") in told

    rig.until(asked)


def test_a_page_that_never_answers_holds_nobody_up(rig):
    rig.show("<p>Dossier 123456")
    rig.page.mainFrame().runJavaScript("const end = Date.now() + 3000; while (Date.now() < end);", 0)
    told: list[tuple[str, ...]] = []
    ask_numbers(rig.probe, told.append)
    rig.until(lambda: told == [()])
