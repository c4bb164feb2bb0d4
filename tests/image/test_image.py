"""A real kernel starts from the image, on a computer in software: the kiosk comes, two people do a procedure with two
mice and two keyboards, a stick takes a paper away, the power is cut, and not a byte of the disk has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

from demonstration import stick_images
from demonstration.kiosk import Kiosk
from demonstration.person import BLUE, ORANGE, Box
from demonstration.sentences import can_read, click_words, wait_to_read
from demonstration.terminal import Terminal
from tests.image.conftest import Started, write_settings
from tests.image.hands import PATIENCE, Seated
from tests.image.machine import Machine, fingerprint

# A computer in software is some twenty times slower than a real one; what is looked for ends the wait.
STARTS_WITHIN = 1500
WHOLE_STORY = 3600

HOME = "Que voulez-vous faire"
TRIAL = "oublier"
"""What a person types to find the practice that shows whether anything stays: in the same places on every keyboard."""

LEFT = 256
"""Mebibytes that programs could still have: then nothing was near its end."""

WORD = "bonjour"
SLOW = """\
[site]
name = "Espace de l'essai"
[session]
idle_seconds = 3600
idle_with_mediator_seconds = 3600
opening_timeout_seconds = 600
heartbeat_timeout_seconds = 120
"""
"""What IT may write, so that a computer that needs minutes where others need seconds is waited for."""

SETTINGS = """\
[control]
user_devices = ["{place}:1", "{place}:3"]
mediator_devices = ["{place}:2", "{place}:4"]
"""
USB = "pci-0000:00:05.0-usb-0"

DAY = """\
[post]
closes = "18:00"
opens = "08:00"
"""
BEFORE_EVENING = "2026-11-23T16:40:00"
"""Twenty minutes before it closes, in which a slow machine starts and a session opens. Its hours are those of Paris."""

IN_THE_EVENING, TWO_MINUTES_LATER, IN_THE_MORNING = (17, 0), (17, 2), (7, 0)

EACH_PROCESS = """\
for p in /proc/[0-9]*; do \
c=$(cat $p/comm 2>/dev/null) && echo "$c|$(cat $p/cgroup 2>/dev/null)|$(cat $p/attr/current 2>/dev/null)"; done"""
"""Its name, the service that it belongs to, and what holds it."""

HELD = "cote-a-cote (enforce)"

HEAVY = """\
const more = document.querySelector("main").appendChild(document.createElement("section"));
const kept = (window.kept = []);
for (let part = 0; part < 25; part += 1) {
  const picture = more.appendChild(document.createElement("canvas"));
  [picture.width, picture.height] = [1600, 1200];
  const points = new ImageData(1600, 1200);
  points.data.fill(180);
  picture.getContext("2d").putImageData(points, 0, 0);
  kept.push(new Float64Array(500000).fill(part));
  for (let line = 0; line < 400; line += 1) {
    more.appendChild(document.createElement("p")).appendChild(document.createElement("b")).textContent = `${line}`;
  }
  await new Promise((next) => setTimeout(next, 50));
}
document.querySelector("h1").textContent = "Page lourde";
"""
"""Put behind the page's own script: 25 pictures of two million points, 100 MB of numbers, 30,000 nodes. Without
a network there is no real page to be heavy."""

Told = Callable[[str, object], None]

pytestmark = [pytest.mark.image, pytest.mark.timeout(WHOLE_STORY)]


class Post:
    """The screens of a post that says nothing but by them, and the two people at it. Made once one is shown: a machine
    begins with a smaller one."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        # Nobody reads its log: only the screen tells.
        silent = cast("Kiosk", None)
        self.user, self.mediator = Seated(machine, 0), Seated(machine, 1)
        self.terminal = Terminal(self.user, silent)

    def tell_whose_devices(self) -> None:
        for person, name in ((self.user, "Usager"), (self.mediator, "Médiateur")):
            wait_to_read(self.user, f"{name} : bougez votre souris")
            person.nudge()
            wait_to_read(self.user, f"{name} : tapez une touche")
            person.tap()

    def begin_together(self) -> Box:
        """From home to the first step, with the mediator beside. Where the guide points."""
        terminal = self.terminal
        terminal.open_sheet(TRIAL)
        wait_to_read(self.user, "Vérifier que tout s'efface")
        self.user.click(*terminal.orange_answer("« Avec le médiateur »", terminal.footer).centre)
        wait_to_read(self.user, "Étape 1 sur 4, C'est fait")
        # Called, the mediator comes; who uses their keyboard is there, and has a bar above the page.
        self.mediator.tap()
        terminal.beside = True
        self.user.wait_to_see("the mediator's bar", lambda: self.user.find(ORANGE, terminal.bar))
        return terminal.ring()

    def begin_alone(self) -> None:
        """From home to the second step of the same."""
        self.terminal.open_sheet(TRIAL)
        self.terminal.press_blue("« Je commence »")
        self.write_word(self.terminal.ring())

    def write_word(self, ring: Box) -> Box:
        """The user clicks into the field and writes: the first step is done. Where the guide points then."""
        self.user.click(ring.right - 30, ring.bottom - 14)
        self.user.type(WORD)
        self.user.press("Tab")
        return self.next_ring(ring)

    def mediator_presses(self, ring: Box) -> Box:
        """The mediator takes over, which all can see, presses what the guide points at, and gives back."""
        self.mediator.press("F9")
        self.user.wait_to_see("the page in orange", self.orange_border)
        self.mediator.click(*ring.centre)
        ring = self.next_ring(ring)
        self.mediator.press("F10")
        self.user.wait_to_see("the page without orange", lambda: None if self.orange_border() else ring)
        return ring

    def used(self) -> int:
        """Mebibytes that nobody else could have."""
        told: dict[str, int] = {}
        self.machine.until(
            lambda _: bool(told.update(self.machine.memory()) or told), "what the machine says", PATIENCE
        )
        return told["total"] - told["available"]

    def most_used_until(self, words: str) -> int:
        used: list[int] = []

        def seen(picture: Image.Image) -> bool:
            used.append(self.used())
            return can_read(words, picture)

        self.machine.until(seen, words, PATIENCE)
        return max(used)

    def orange_border(self) -> Box | None:
        terminal = self.terminal
        beside = Box(0, terminal.panel.top, terminal.panel.left, terminal.panel.bottom)
        frame = self.user.find_frame(ORANGE, beside)
        return frame if frame and frame.width > beside.width * 0.9 else None

    def take_paper(self, ring: Box) -> None:
        """It lies in the tray, which offers to take it away."""
        self.user.click(*ring.centre)
        tray = Box(0, self.terminal.page.bottom, self.terminal.panel.left, self.user.height)
        click_words(self.user, f"papier-d-essai-{WORD}", tray)

    def take_on_stick(self, stick: Path) -> None:
        # The second of three buttons side by side: among frames the word is taken for a picture and not read.
        third, inset = self.terminal.panel.left // 3, 12
        middle = Box(third + inset, self.terminal.page.bottom, 2 * third - inset, self.user.height)
        click_words(self.user, "Emporter", middle)
        wait_to_read(self.user, "Emporter : comment")
        click_words(self.user, "clé USB")
        wait_to_read(self.user, "Branchez votre clé USB")
        self.machine.plug_stick(stick)
        wait_to_read(self.user, "Vous pouvez retirer la clé")
        self.machine.pull_stick()
        self.terminal.press_blue("« C'est fini »")
        self.terminal.beside = True
        self.user.wait_to_see("the page again", lambda: self.user.find(BLUE, self.terminal.panel))

    def next_ring(self, before: Box) -> Box:
        def look() -> Box | None:
            ring = self.terminal.ring()
            return None if ring == before else ring

        return self.user.wait_to_see("the guide at the next step", look)


def asks_whose_devices(picture: Image.Image) -> bool:
    return not is_blank(picture) and can_read("bougez votre souris", picture)


def is_home(picture: Image.Image) -> bool:
    return not is_blank(picture) and can_read(HOME, picture)


def is_blank(picture: Image.Image) -> bool:
    """One colour: not worth a reader, which takes from the machine what it needs to start."""
    return picture.getcolors(1) is not None


@pytest.mark.parametrize("uefi", [False, True], ids=["bios", "uefi"])
def test_home_comes_by_itself(uefi: bool, disk: Path, start: Started, record_property: Told) -> None:
    """Where the settings on the stick say whose devices they are, nothing is asked."""
    write_settings(disk, SLOW + SETTINGS.format(place=USB))
    machine = start(disk, uefi=uefi)
    machine.until(is_home, "home", STARTS_WITHIN)
    record_property("seconds_from_power_to_home", round(machine.seconds))


def test_two_people_do_a_procedure_a_stick_takes_a_paper_the_power_is_cut_and_nothing_is_written(
    disk: Path, start: Started, tmp_path: Path, record_property: Told
) -> None:
    write_settings(disk, SLOW)
    before = fingerprint(disk)
    machine = start(disk)
    machine.until(asks_whose_devices, "the first question", STARTS_WITHIN)
    record_property("seconds_from_power_to_question", round(machine.seconds))
    post = Post(machine)
    post.tell_whose_devices()
    wait_to_read(post.user, HOME)
    record_property("seconds_from_power_to_home", round(post.machine.seconds))

    ring = post.begin_together()
    record_property("seconds_from_power_to_first_step", round(post.machine.seconds))
    ring = post.write_word(ring)
    ring = post.mediator_presses(ring)
    post.take_paper(ring)
    paper = stick_images.make(tmp_path / "stick.img")
    post.take_on_stick(paper)
    names = stick_images.names(paper)
    assert len(names) == 1
    (name,) = names
    assert stick_images.content(paper, f"Mes papiers/{name}").startswith(b"%PDF")
    assert stick_images.is_sound(paper)

    post.machine.cut_power()
    assert fingerprint(disk) == before

    # Whoever comes next: asked again, as a disk that keeps nothing must, and of the session there is no trace.
    machine = start(disk)
    machine.until(asks_whose_devices, "the first question", STARTS_WITHIN)
    again = Post(machine)
    again.tell_whose_devices()
    wait_to_read(again.user, HOME)
    again.begin_together()
    # What the page says of it begins below what is seen.
    page = again.terminal.page
    again.user.click(page.right - 60, page.bottom - 40)
    again.user.press("PageDown")
    wait_to_read(again.user, "ne retrouve aucun mot", within=again.terminal.page)
    again.machine.cut_power()
    assert fingerprint(disk) == before


def test_the_kernel_holds_the_post_by_its_profile(disk: Path, start: Started) -> None:
    """Every process of the post and of a person's session, and nothing of the system has failed."""
    write_settings(disk, SLOW + SETTINGS.format(place=USB))
    machine = start(disk, shell=True)
    machine.until(is_home, "home", STARTS_WITHIN)
    post = Post(machine)
    post.begin_alone()

    told = [line.split("|") for line in machine.told(EACH_PROCESS, PATIENCE)]
    of_post = next(group for name, group, _ in told if name == "Xorg")
    post_alone = [(name, label) for name, group, label in told if group.startswith(of_post)]
    assert {"Xorg", "bwrap", "QtWebEngineProc"} <= {name for name, _ in post_alone}
    assert [one for one in post_alone if one[1] != HELD] == []
    assert machine.told("systemctl --failed --plain --no-legend", PATIENCE) == []


def test_little_memory_is_enough_for_a_session_with_a_heavy_paper(
    disk: Path, start: Started, record_property: Told
) -> None:
    """1.5 GB for all of it. The page's own paper is made lighter, in a workshop beside the browser.
    The power key ends it in good order."""
    write_settings(disk, SLOW + SETTINGS.format(place=USB))
    machine = start(disk, 1536)
    machine.until(is_home, "home", STARTS_WITHIN)
    post = Post(machine)
    used = {"home": post.used()}
    post.terminal.open_sheet("lourd")
    post.terminal.press_blue("« Je commence »")
    post.terminal.blue_answer("the first step", post.terminal.answers)
    used["page"] = post.used()
    post.terminal.press_blue("the step's answer", post.terminal.answers)
    wait_to_read(post.user, "Le site accepte")
    post.terminal.press_blue("« Rendre plus léger »")
    used["paper"] = post.most_used_until("rendu plus léger")
    for where, megabytes in used.items():
        record_property(f"megabytes_at_{where}", megabytes)
    told = post.machine.memory()
    assert told["available"] > LEFT
    assert told["swapped-out"] == 0

    # With a person's page and paper open.
    machine.press_power_key()
    pressed = machine.seconds
    machine.until(lambda _: machine.is_off(), "its end", PATIENCE)
    record_property("seconds_from_power_key_to_off", round(machine.seconds - pressed))


def test_little_memory_is_enough_for_a_heavy_page(disk: Path, start: Started, record_property: Told) -> None:
    """1.5 GB for all of it, and the guide still sees what the person writes there."""
    write_settings(disk, SLOW + SETTINGS.format(place=USB))
    machine = start(disk, 1536, shell=True)
    machine.until(is_home, "home", STARTS_WITHIN)
    post = Post(machine)
    machine.add_to_file("*/practice/essai/static/essai.js", HEAVY, PATIENCE)
    post.terminal.open_sheet(TRIAL)
    post.terminal.press_blue("« Je commence »")
    used = post.most_used_until("Page lourde")
    post.write_word(post.terminal.ring())
    told = post.machine.memory()
    record_property("megabytes_with_heavy_page", max(used, told["total"] - told["available"]))
    assert told["available"] > LEFT
    assert told["swapped-out"] == 0


def test_in_the_evening_it_waits_for_who_is_there_and_in_the_morning_its_clock_wakes_it(
    disk: Path, start: Started, record_property: Told
) -> None:
    write_settings(disk, SLOW + SETTINGS.format(place=USB) + DAY)
    before = fingerprint(disk)
    machine = start(disk, clock=BEFORE_EVENING)
    machine.until(is_home, "home", STARTS_WITHIN)
    post = Post(machine)
    post.begin_alone()
    assert machine.clock() < IN_THE_EVENING, "too slow to be there before the evening"

    machine.until(lambda _: machine.clock() >= TWO_MINUTES_LATER, "the evening", STARTS_WITHIN)
    assert not machine.is_off()
    wait_to_read(post.user, "Étape 2 sur 4, C'est fait")

    post.user.click(machine.screen().width - post.terminal.px(90), post.terminal.px(38))
    post.terminal.press_blue("« Tout effacer et partir »")
    wait_to_read(post.user, "effacé")
    post.terminal.press_blue("« Nouvelle personne »")
    gone = machine.seconds
    machine.until(lambda _: machine.is_off(), "its end", PATIENCE)
    record_property("seconds_from_nobody_to_off", round(machine.seconds - gone))
    assert machine.alarm() == IN_THE_MORNING
    machine.cut_power()
    assert fingerprint(disk) == before
