"""The staff area of the real program: a PIN, a site without a guide, a refused site allowed in one gesture, and what
stays of it all: counts of hosts."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from demonstration.person import ORANGE, Box
from kiosk.staff import Role, StaffFile
from proof.rig.post import Post
from proof.rig.reading import click_words, wait_to_read

PIN = "739152"
HOST = "mairie-de-quelquepart.fr"
ALSO_REFUSED = "autre-site.exercice"


class Upstream:
    """A network's own proxy that reaches nothing, and notes what it was asked for."""

    def __init__(self, listening: socket.socket) -> None:
        self.asked: list[str] = []
        self.port: int = listening.getsockname()[1]
        self._listening = listening

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection:
                self.asked.append(connection.recv(4096).decode().split(" ")[1])
                connection.sendall(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")


@contextmanager
def upstream() -> Iterator[Upstream]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        network = Upstream(listening)
        thread = threading.Thread(target=network.serve, daemon=True)
        thread.start()
        yield network
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(10)


@pytest.fixture
def network() -> Iterator[Upstream]:
    with upstream() as running:
        yield running


def beside_lost(post: Post) -> Box:
    """What stands on the bar before "Je suis perdu": the clock, as a rule."""
    end = post.person.width - post.terminal.px(392)
    return Box(end - post.terminal.px(170), post.terminal.px(6), end, post.terminal.px(68))


def answer_the_call(post: Post) -> None:
    """ "Je suis là", while the whole bar calls for the mediator."""
    bar = Box(0, 0, post.person.width, post.terminal.px(70))

    def calling() -> Box | None:
        seen = post.person.find(ORANGE, bar)
        return bar if seen and seen.width > bar.width // 2 else None

    post.person.wait_to_see("the call", calling)
    post.person.click(*beside_lost(post).centre)
    post.person.wait_to_see("no call any more", lambda: None if calling() else bar)


def press_back(post: Post) -> None:
    """ "Fermer l'espace", or "Revenir à la page": at the start of the staff area's header."""
    post.person.click(post.terminal.px(110), post.terminal.px(44))


def sign_in(post: Post) -> None:
    click_words(post.person, "Espace médiateur", post.terminal.footer)
    wait_to_read(post.person, "tapez votre code")
    type_pin(post)


def type_pin(post: Post) -> None:
    post.person.type(PIN)
    post.person.press("Return")
    post.kiosk.wait_for("staff-admitted")


def kept(post: Post) -> dict[str, str]:
    """All that the state folder has, but for the PINs' own files."""
    state = post.folder / "state"
    files = [file for file in state.rglob("*") if file.is_file() and not file.name.startswith("staff")]
    return {str(file.relative_to(state)): file.read_text() for file in files}


def test_a_mediator_opens_a_site_without_a_guide_and_only_its_count_stays(post: Post, network: Upstream) -> None:
    StaffFile(post.folder / "state").add("lea", PIN)
    post.start(f'network.upstream="127.0.0.1:{network.port}"')
    sign_in(post)
    click_words(post.person, "Ouvrir un autre site")
    wait_to_read(post.person, "Adresse du site")
    post.person.type("caisse.exercice")
    post.person.press("Return")
    wait_to_read(post.person, "site d'entraînement")
    post.person.press("a", control=True)
    post.person.type(f"www.{HOST}")
    post.person.press("Return")
    assert post.kiosk.wait_for("session-started")["procedure"] == "autre-site"
    post.kiosk.wait_for("phase", phase="active")
    wait_to_read(post.person, "Pas de guide pour ce site", post.terminal.panel)
    wait_to_read(post.person, "quelquepart", post.terminal.panel)
    assert f"www.{HOST}:443" in network.asked
    post.terminal.press_finish()
    post.terminal.erase()
    post.leave()
    # It is closed again: the next person meets the PIN.
    click_words(post.person, "Espace médiateur", post.terminal.footer)
    wait_to_read(post.person, "tapez votre code")
    press_back(post)
    wait_to_read(post.person, "Que voulez-vous faire")
    assert json.loads(kept(post)["openings.json"]) == {HOST: 1}
    assert [name for name, content in kept(post).items() if "quelquepart" in content] == ["openings.json"]
    said = "\n".join([*(json.dumps(line) for line in post.kiosk.lines), *post.kiosk.noise])
    assert "quelquepart" not in said
    assert PIN not in said


def test_the_post_tells_it_how_it_is(post: Post) -> None:
    StaffFile(post.folder / "state").add("marc", PIN, Role.IT)
    # Nobody listens there: the network's own proxy does not answer, and nothing else of the network is asked.
    post.start('network.upstream="127.0.0.1:1"', "print.enabled=false", "scan.enabled=false")
    sign_in(post)
    click_words(post.person, "Santé du poste")
    # It takes its time on a machine that does other work.
    assert post.kiosk.wait_for("doctor-answered", timeout=180)["count"] > 40
    wait_to_read(post.person, "À réparer")
    wait_to_read(post.person, "proxy du réseau ne répond pas")
    press_back(post)
    wait_to_read(post.person, "Ouvrir un autre site")


def test_a_refused_site_is_allowed_in_one_gesture_for_this_session_only(post: Post, network: Upstream) -> None:
    StaffFile(post.folder / "state").add("lea", PIN)
    post.start(f'network.upstream="127.0.0.1:{network.port}"')
    post.open_sheet("tout s'efface")
    post.terminal.start_together()
    post.terminal.beside = False  # with one mouse for two, the mediator has no bar of their own
    answer_the_call(post)
    ask_for_refused_site(post)
    post.kiosk.wait_for("page-problem", kind="refused")
    click_words(post.person, "bloqué", beside_lost(post))
    wait_to_read(post.person, "tapez votre code")
    type_pin(post)
    wait_to_read(post.person, "autre-site")
    # The keyboard is on the first « Autoriser ».
    post.person.press("space")
    wait_to_read(post.person, "C'est autorisé pour cette fois")
    post.person.click(post.person.width - post.terminal.px(150), post.person.height - post.terminal.px(48))
    press_back(post)
    post.kiosk.wait_for("phase", phase="active")
    # The page is where it was: at the link.
    click_words(post.person, "ouvrir un site", post.terminal.page)
    # The way is open: whoever answers there has no certificate for that name.
    post.kiosk.wait_for("page-problem", kind="certificate")
    assert json.loads(kept(post)["noted-hosts/exercice-effacement.json"]) == [ALSO_REFUSED]
    post.terminal.press_finish()
    post.terminal.erase()
    post.leave()
    post.begin("tout s'efface")
    ask_for_refused_site(post)
    post.kiosk.wait_for("page-problem", kind="refused")
    # What Chromium says aloud of that certificate.
    post.kiosk.noise[:] = [text for text in post.kiosk.noise if "net_error -200" not in text]


def ask_for_refused_site(post: Post) -> None:
    """From the field that the guide points at, by way of the button, to the link below."""
    field = post.terminal.ring()
    without_keyboard = post.person.look(field)
    post.person.click(*field.centre)
    # The keyboard may still be on the bar.
    post.terminal.wait_for_change_in(field, without_keyboard)
    for key in ("Tab", "Tab", "Return"):
        post.person.press(key)
