"""What a mediator does in the staff area: signs in, looks at another site's door, makes a procedure by doing it once,
tries it, and looks at what is to be mended. In a person's session: allows a site that the post refused.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from demonstration.person import ORANGE, Box
from demonstration.sentences import click_words, wait_to_read
from demonstration.terminal import Terminal

TITLE = "Ouvrir mon compte de la caisse"
_FIRST = "Tapez votre numéro d'allocataire."
_NUMBER, _PASSWORD = "1234567", "soleil-rouge-12"  # the practice person's
TYPED = (_NUMBER, _PASSWORD)
"""What must be nowhere afterwards."""
_REFUSING = "Vérifier que tout s'efface"
_SHOWN_WITHIN = 0.3  # less than a caret takes to blink
_CODE_ASKED = "tapez votre code"


class MediatorPlay:
    """`pin` is typed. `picture` is called with a name at each thing worth a picture."""

    def __init__(self, terminal: Terminal, pin: str, picture: Callable[[str], None]) -> None:
        self.terminal = terminal
        self.person = terminal.person
        self.kiosk = terminal.kiosk
        self._pin = pin
        self._picture = picture

    def sign_in(self) -> None:
        click_words(self.person, "Espace médiateur", self.terminal.footer)
        self._type_pin()
        wait_to_read(self.person, "Réparer une démarche")
        self._picture("staff")

    def look_at_other_site(self) -> None:
        """Only its door: the demonstration has no internet."""
        click_words(self.person, "Ouvrir un autre site")
        wait_to_read(self.person, "Adresse du site")
        self.person.type("www.ville-exemple.fr")
        self._still()
        self._picture("other-site")
        self.terminal.press_back()
        wait_to_read(self.person, "Réparer une démarche")

    def record(self) -> None:
        """Three gestures, noted by the names of what they touch."""
        click_words(self.person, "Écrire une démarche")
        wait_to_read(self.person, "données inventées")
        self.person.type(TITLE)
        self.person.press("Return")
        self.person.type("caisse.exercice/connexion")
        self._still()
        self._picture("write")
        self.person.press("Return")
        self.kiosk.wait_for("session-started", mode="record")
        self.kiosk.wait_for("phase", phase="active")
        panel, page = self.terminal.panel, self.terminal.page
        wait_to_read(self.person, "J'enregistre", panel)
        click_words(self.person, "Numéro d'allocataire", page)
        self.person.type(_NUMBER)
        wait_to_read(self.person, "Écrire champ Numéro", panel)
        self.person.press("Tab")
        self.person.type(_PASSWORD)
        wait_to_read(self.person, "champ secret", panel)
        self._picture("recording")
        # Past the button that shows the password, to the one that sends.
        for key in ("Tab", "Tab", "Return"):
            self.person.press(key)
        wait_to_read(self.person, "bouton connecter", panel)
        self.terminal.press_finish()
        self._erase()

    def write(self) -> None:
        """The sentence that people will read first. The others are good as the post proposes them."""
        self._type_pin()
        wait_to_read(self.person, "La phrase")
        self.person.press("a", control=True)
        self.person.type(_FIRST)
        self._still()
        self._picture("sentence")
        for _ in range(2):
            before = self.person.look()
            self._press_orange("« Étape suivante »", self.terminal.footer)
            self.terminal.wait_for_change(before)

    def try_out(self) -> None:
        self._press_orange("« Essayer maintenant »", self.terminal.footer)
        self.kiosk.wait_for("step-shown", number=1)
        self.kiosk.wait_for("phase", phase="active")
        wait_to_read(self.person, _FIRST, self.terminal.panel)
        ring = self.terminal.ring()
        self._picture("trial")
        for text in (_NUMBER, _PASSWORD):
            self.person.click(ring.right - self.terminal.px(30), ring.bottom - self.terminal.px(14))
            self.person.type(text)
            self.person.press("Tab")
            self.kiosk.wait_for("step-done", how="page")
            ring = self._next_ring(ring)
        self.person.click(*ring.centre)
        # What comes next was not recorded: the person says it.
        wait_to_read(self.person, "Le code du téléphone", self.terminal.page)
        self.terminal.press_blue("C'est fait", self.terminal.answers)
        wait_to_read(self.person, "C'est fini", self.terminal.panel)
        since = len(self.kiosk.lines)
        self.terminal.press_blue("Terminer", self.terminal.panel)
        self._erased_since(since)

    def keep(self) -> None:
        self._type_pin()
        wait_to_read(self.person, "Est-ce que tout a marché")
        self._picture("tried")
        # The title says the same words, above.
        click_words(self.person, "tout a marché", self._below_search())
        click_words(self.person, "Transports")
        wait_to_read(self.person, "C'est enregistré")
        self._picture("kept")
        self.terminal.press_back()

    def look_at_repairs(self) -> None:
        click_words(self.person, "Réparer une démarche")
        wait_to_read(self.person, "Choisissez une démarche")
        self._picture("repair")
        self.terminal.press_back()
        wait_to_read(self.person, "Ouvrir un autre site")

    def close_area(self) -> None:
        self.terminal.press_back()
        wait_to_read(self.person, "Que voulez-vous faire")

    def allow_refused_site(self) -> None:
        """A person's page asks for a site that the post does not know, and they ask for a mediator."""
        self.terminal.search(_REFUSING)
        click_words(self.person, _REFUSING, self._below_search())
        self.terminal.start_together()
        self.terminal.beside = False  # with one mouse for two, the mediator has no bar of their own
        self._answer_call()
        self._ask_for_refused_site()
        self.kiosk.wait_for("page-problem", kind="refused")
        click_words(self.person, "bloqué", self._beside_lost())
        self._type_pin()
        wait_to_read(self.person, "La page a demandé ces sites")
        self._picture("blocked")
        # The keyboard is on the first « Autoriser ».
        self.person.press("space")
        wait_to_read(self.person, "C'est autorisé pour cette fois")
        self.terminal.press_back()
        self.kiosk.wait_for("phase", phase="active")
        # What stands where « Terminer » comes is drawn a moment longer.
        wait_to_read(self.person, "Je ne trouve pas")
        self.terminal.press_finish()
        self._erase()
        self.terminal.next_person()
        wait_to_read(self.person, "Que voulez-vous faire")

    # --- hands ----------------------------------------------------------------------------------------------------

    def _type_pin(self) -> None:
        wait_to_read(self.person, _CODE_ASKED)
        self.person.type(self._pin)
        self.person.press("Return")
        self.kiosk.wait_for("staff-admitted")

    def _answer_call(self) -> None:
        """ "Je suis là", while the whole bar calls for the mediator."""
        bar = Box(0, 0, self.person.width, self.terminal.px(70))

        def calling() -> Box | None:
            seen = self.person.find(ORANGE, bar)
            return bar if seen and seen.width > bar.width // 2 else None

        self.person.wait_to_see("the call", calling)
        self.person.click(*self._beside_lost().centre)
        self.person.wait_to_see("no call any more", lambda: None if calling() else bar)

    def _ask_for_refused_site(self) -> None:
        """From the field that the guide points at, by way of the button, to the link below."""
        field = self.terminal.ring()
        before = self.person.look(field)
        self.person.click(*field.centre)
        # The keyboard may still be on the bar.
        self.terminal.wait_for_change_in(field, before)
        for key in ("Tab", "Tab", "Return"):
            self.person.press(key)

    def _beside_lost(self) -> Box:
        """What stands on the bar before "Je suis perdu"."""
        end = self.person.width - self.terminal.px(392)
        return Box(end - self.terminal.px(170), self.terminal.px(6), end, self.terminal.px(68))

    def _below_search(self) -> Box:
        return Box(0, self.terminal.px(240), self.person.width, self.terminal.footer.top)

    def _still(self) -> None:
        """Until all that was typed is in the field. What is in a frame is not read well."""
        before = None
        while (now := self.person.look().tobytes()) != before:
            before = now
            time.sleep(_SHOWN_WITHIN)

    def _press_orange(self, what: str, within: Box) -> None:
        self.person.click(*self.terminal.orange_answer(what, within).centre)

    def _erased_since(self, since: int) -> None:
        """With the question of what is left behind, or without it where nothing can be."""

        def look() -> Box | None:
            said = {(line["event"], line.get("phase")) for line in self.kiosk.lines[since:]}
            return self.person.screen() if said & {("wipe-verified", None), ("phase", "closing")} else None

        self.person.wait_to_see("the end of the session", look)
        if not any(line["event"] == "wipe-verified" for line in self.kiosk.lines[since:]):
            self._erase()

    def _erase(self) -> None:
        self.terminal.blue_answer("the closing screen", self.terminal.footer)
        self.terminal.erase()

    def _next_ring(self, before: Box) -> Box:
        def look() -> Box | None:
            ring = self.terminal.ring()
            return None if ring == before else ring

        return self.person.wait_to_see("the guide elsewhere", look)
