"""One post under test: a screen, the real program on it, and a person in front. Started again when it was killed.

What the program says is held against it: a warning, a fault or an unknown noise fails the test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from demonstration.kiosk import Kiosk
from demonstration.person import Box, Person
from demonstration.terminal import Terminal
from proof.rig import machine

_UNWANTED = {"log-refused", "library-log", "python-warning", "uncaught-exception", "fault", "practice-page-failed"}
_UNWANTED |= {"service-fault", "print-mark-not-kept"}

# What Qt and Chromium say at each start inside the sandbox, and why it is true and harmless.
_CHATTER = (
    (r"neither GLX nor EGL are enabled", "nothing is drawn with OpenGL, on purpose"),
    (r"Unable to detect GPU vendor|GPUInfo not initialized", "there is no graphics card"),
    (r"qt\.accessibility\.atspi: Could not find accessible", "a screen reader asked for what had just gone"),
    (r"depends on non-bindable properties|\bLine::echoMode", "Qt's keyboard looks at our fields, which never change"),
    (r"dbus/(bus|object_proxy)\.cc.*Failed to connect to (the bus|socket)", "the sandbox has no D-Bus, on purpose"),
    (r"zygote_communication_linux\.cc|zygote_host_impl_linux\.cc", "a test kills what starts the processes of pages"),
    (r"mdns_responder\.cc", "the sandbox has no network: a page that asks for a call finds nobody to name"),
)

_CALL_SOUND = "kiosk.ui.announcer"  # it says so when the machine has no sound card


def _is_chatter(text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern, _ in _CHATTER)


class Post:
    def __init__(
        self,
        display: str,
        folder: Path,
        person: Person | None = None,
        surroundings: Mapping[str, str] | None = None,
        *,
        module: str = "kiosk",
        through: Sequence[str] = (),
    ) -> None:
        """`module`, `through`: see `Kiosk`."""
        self.display = display
        self.folder = folder
        self._surroundings = surroundings
        self._module, self._through = module, through
        self.person = person or Person(display)
        self._borrowed = person is not None
        self._kiosk: Kiosk | None = None
        self._settings: tuple[str, ...] = ()
        self._at_home = False

    # --- its life ---------------------------------------------------------------------------------------------

    def start(self, *settings: str) -> None:
        """Open the kiosk, until a guest waits behind home."""
        assert self._kiosk is None
        self._settings = settings
        self._kiosk = Kiosk(
            self.display,
            self.folder,
            *settings,
            surroundings=self._surroundings,
            module=self._module,
            through=self._through,
        )
        self.terminal = Terminal(self.person, self._kiosk)
        self.terminal.wait_for_home()
        self._at_home = True

    def have(self, *settings: str) -> None:
        """A post with these settings, at home: the one that is there when it fits, or another."""
        if self._kiosk is not None and not self._at_home:
            # A test failed in the middle. What the kiosk said was that test's business.
            self._kiosk.stop()
            self._kiosk = None
        if self._kiosk is not None and settings != self._settings:
            self.stop()
        if self._kiosk is None:
            self.start(*settings)

    def start_again(self) -> None:
        """After it ended, however it did: same folders, same settings."""
        self.forget()
        self.start(*self._settings)

    def stop(self) -> int:
        """Ask it to end as the system does, and hold what it said against it. Its exit status."""
        status = self.kiosk.stop()
        self.forget()
        return status

    def forget(self) -> None:
        """The kiosk has ended by other means."""
        kiosk, self._kiosk = self.kiosk, None
        kiosk.stop()
        self.check(kiosk)

    def lose(self) -> None:
        """Its screen was taken away, or all of it was killed: what it said then is held against nobody."""
        if self._kiosk is not None:
            self._kiosk.stop()
            self._kiosk = None
        self.close()

    def close(self) -> None:
        try:
            if self._kiosk is not None:
                self.stop()
        finally:
            if not self._borrowed:
                self.person.close()

    @property
    def running(self) -> bool:
        """Whether there is a kiosk, as far as we have seen."""
        return self._kiosk is not None

    @property
    def kiosk(self) -> Kiosk:
        assert self._kiosk is not None
        return self._kiosk

    @property
    def shell(self) -> int:
        return self.kiosk.process.pid

    def guest(self) -> machine.Guest:
        return machine.guest_of(self.shell)

    # --- what it says -----------------------------------------------------------------------------------------

    def check(self, kiosk: Kiosk) -> None:
        said = [line for line in kiosk.lines if line.get("logger") != _CALL_SOUND]
        lines = [line for line in said if line["event"] in _UNWANTED or line["level"] != "info"]
        noise = [text for text in kiosk.noise if not _is_chatter(text)]
        assert not lines, f"unexpected in the log: {lines}"
        assert not noise, f"unexpected on the standard error: {noise}"

    # --- what the person does ---------------------------------------------------------------------------------

    def open_sheet(self, words: str) -> None:
        """Look for a procedure by words that only it has, and open its page."""
        self._at_home = False
        self.terminal.open_sheet(words)

    def begin(self, words: str) -> None:
        """A session of the procedure that these words find, at its first step."""
        self.open_sheet(words)
        self.terminal.press_blue("Je commence")
        self.kiosk.wait_for("step-shown", number=1)
        self.kiosk.wait_for("phase", phase="active")
        # What was asked of the screen is drawn a moment later: a hand that is faster presses what lies above.
        self.terminal.blue_answer("the step panel", self.terminal.answers)

    def next_ring(self, before: Box) -> Box:
        """Where the guide points once it has left the place of before."""

        def look() -> Box | None:
            ring = self.terminal.ring()
            return None if ring == before else ring

        return self.person.wait_to_see("the guide elsewhere", look)

    def leave(self) -> None:
        """From the receipt to home, for the next person."""
        self.terminal.next_person()
        self._at_home = True
