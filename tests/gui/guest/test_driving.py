"""What the guest shows of who drives, and whose each button is."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kiosk.control.arbiter import Region
from kiosk.control.gate import Gesture
from kiosk.control.people import Mode, Person, Secrecy
from kiosk.guest.driving import GuestDriving
from kiosk.guest.frame import PageFrame
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.panel import Driving, Panel, Scene
from kiosk.guest.pause import PauseCover
from kiosk.guest.regions import Regions
from kiosk.guest.tray_strip import TrayStrip
from kiosk.procedures.model import Step
from kiosk.session import messages
from kiosk.ui import i18n, theme
from kiosk.ui.widgets import Button
from kiosk.ui.widgets.order import held_by

STEPS = tuple(
    Step.model_validate(step)
    for step in (
        {"id": "ouvrir", "do": "Ouvrez le site."},
        {"id": "numero", "do": "Écrivez votre numéro d'allocataire.", "gesture": "write"},
        {"id": "secret", "do": "Tapez votre mot de passe.", "who": "user", "gesture": "write"},
    )
)
PHASES = ("guiding", "not_found", "page_changed", "lost", "without_guide", "finished")


def scene(mode: Mode, *, phase: str = "guiding", number: int = 2, language: str = "fr", **driving: bool) -> Scene:
    return Scene(
        phase=phase,
        steps=STEPS,
        number=number,
        done=frozenset(range(1, number)),
        language=language,
        pointed=True,
        mediator=True,
        driving=Driving(mode, **{"paired": True, **driving}),
    )


@pytest.fixture
def panel(qtbot) -> Panel:
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(384, 652)
    panel.show()
    return panel


def show(panel: Panel, wanted: Scene, qtbot) -> None:
    panel.show_scene(wanted)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in panel._content.findChildren(QPushButton)))


def button(panel: QWidget, words: str) -> Button:
    [found] = [one for one in panel.findChildren(Button) if one.accessibleName() == words and one.isVisible()]
    return found


def names(panel: Panel) -> list[str]:
    return [one.accessibleName() for one in panel._content.findChildren(QPushButton)]


def words(panel: Panel) -> str:
    return " ".join(label.text() for label in panel._content.findChildren(QLabel))


# --- the panel ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("mode", [Mode.USER, Mode.MEDIATOR, Mode.BOTH])
def test_the_user_can_brake_in_every_phase_of_every_mode(panel, qtbot, mode, phase) -> None:
    show(panel, scene(mode, phase=phase), qtbot)
    brake = button(panel, "Frein : tout arrêter" if mode is Mode.MEDIATOR else "Frein")
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == "brake"):
        qtbot.mouseClick(brake, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("mode", "press"), [(Mode.MEDIATOR, "Je reprends la main"), (Mode.BOTH, "Je conduis"), (Mode.BRAKE, "Je conduis")]
)
@pytest.mark.parametrize("phase", PHASES)
def test_the_user_takes_the_wheel_back_by_one_press(panel, qtbot, mode, press, phase) -> None:
    show(panel, scene(mode, phase=phase), qtbot)
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == "user-drives"):
        qtbot.mouseClick(button(panel, press), Qt.MouseButton.LeftButton)


def test_at_the_brake_the_two_say_who_drives(panel, qtbot) -> None:
    show(panel, scene(Mode.BRAKE), qtbot)
    assert "On fait une pause." in words(panel)
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == "mediator-drives"):
        qtbot.mouseClick(button(panel, "Le médiateur conduit"), Qt.MouseButton.LeftButton)


def test_while_the_mediator_drives_the_step_has_no_answers_to_press(panel, qtbot) -> None:
    show(panel, scene(Mode.MEDIATOR), qtbot)
    assert "Regardez. Le médiateur vous montre." in words(panel)
    assert names(panel)[-2:] == ["Je reprends la main", "Frein : tout arrêter"]
    assert "C'est fait" not in names(panel)


def test_both_at_the_wheel_is_said_in_words(panel, qtbot) -> None:
    show(panel, scene(Mode.BOTH), qtbot)
    assert "Vous conduisez ensemble." in words(panel)


def test_alone_nothing_speaks_of_driving(panel, qtbot) -> None:
    show(panel, scene(Mode.USER, paired=False, secret=True, number=3), qtbot)
    assert "Frein" not in names(panel)
    assert "Le médiateur regarde ailleurs." not in words(panel)


@pytest.mark.parametrize("number", [2, 3])
def test_while_a_secret_is_typed_the_panel_says_that_the_mediator_looks_away(panel, qtbot, number) -> None:
    show(panel, scene(Mode.USER, secret=True, number=number), qtbot)
    assert "C'est secret Le médiateur regarde ailleurs. Sa souris est coupée." in words(panel)


def test_a_secret_step_still_says_to_tell_nobody(panel, qtbot) -> None:
    show(panel, scene(Mode.USER, secret=True, number=3), qtbot)
    assert "Ne le dites à personne." in words(panel)


def test_the_answers_do_not_move_when_a_secret_field_gets_the_keyboard(panel, qtbot) -> None:
    places = []
    for secret in (False, True):
        show(panel, scene(Mode.USER, secret=secret, number=3), qtbot)
        places.append([button(panel, name).geometry() for name in ("C'est fait", "Retour", "Frein")])
    assert places[0] == places[1]


def test_a_button_is_not_taken_away_under_the_finger(panel, qtbot) -> None:
    """Pressing a button may move the keyboard out of a secret field, which changes the scene."""
    show(panel, scene(Mode.USER, secret=True, number=3), qtbot)
    held = button(panel, "Frein")
    qtbot.mousePress(held, Qt.MouseButton.LeftButton)
    panel.show_scene(scene(Mode.USER, secret=False, number=3))
    assert held.isVisible()
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == "brake"):
        qtbot.mouseRelease(held, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Le médiateur regarde ailleurs." not in words(panel))


def test_a_new_scene_leaves_the_keyboard_where_it_is(qtbot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    show(window.panel, scene(Mode.USER), qtbot)
    window.panel.take_focus()
    window.page.setFocus()
    show(window.panel, scene(Mode.MEDIATOR), qtbot)
    assert window.focusWidget() is window.page


@pytest.mark.parametrize("mode", list(Mode))
def test_no_wheel_button_takes_the_keyboard_from_the_page_by_a_click(panel, qtbot, mode) -> None:
    show(panel, scene(mode), qtbot)
    for name in ("Frein", "Frein : tout arrêter", "Je reprends la main", "Je conduis", "Le médiateur conduit"):
        if name in names(panel):
            assert not button(panel, name).focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_no_keyboard_reaches_the_mediators_button(panel, qtbot) -> None:
    show(panel, scene(Mode.BRAKE), qtbot)
    assert button(panel, "Le médiateur conduit").focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize("mode", list(Mode))
def test_buttons_are_whole_under_the_mediators_bar(qapp, qtbot, size, percent, language, mode) -> None:
    i18n.install(qapp, language)
    appearance = messages.Appearance(language=language, text_percent=percent)
    theme.apply(qapp, theme.make_theme(*size, appearance))
    look = theme.current()
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(look.panel_width, size[1] - look.topbar_height - look.wheel_bar_height)
    panel.show()
    for phase in PHASES:
        show(panel, scene(mode, phase=phase, number=3, language=language, secret=True), qtbot)
        _, pinned, *_ = held_by(panel._content.layout())
        buttons = pinned.findChildren(QPushButton)
        for one in buttons:
            assert panel.rect().contains(one.rect().translated(one.mapTo(panel, QPoint(0, 0))))
            assert one.height() >= max(one.heightForWidth(one.width()), look.px(48))
            assert one.width() >= look.px(48)
        places = [one.geometry() for one in buttons]
        assert not any(one.intersects(other) for one, other in itertools.combinations(places, 2))


# --- border and cover -----------------------------------------------------------------------------------------------


@pytest.fixture
def frame(qtbot) -> PageFrame:
    frame = PageFrame(QWidget())
    frame.lay_over_page(PauseCover(frame))
    qtbot.addWidget(frame)
    frame.resize(800, 500)
    frame.show()
    return frame


def colour(frame: PageFrame, away: int, *, right: bool = False) -> str:
    """Of the border beside the page, `away` px from it."""
    page = frame.page_rect.toRect()
    x = page.right() + 1 + away if right else page.left() - 1 - away
    return frame.grab().toImage().pixelColor(x, page.center().y()).name()


def test_the_page_keeps_its_place_whoever_drives(frame) -> None:
    places = []
    for mode in Mode:
        frame.show_mode(mode, "")
        places.append(QRect(frame.view.geometry()))
    assert len(set(map(str, places))) == 1


@pytest.mark.parametrize(
    ("mode", "away", "left", "right"),
    [
        (Mode.USER, 1, "blue", "blue"),
        (Mode.MEDIATOR, 1, "orange", "orange"),
        (Mode.MEDIATOR, 8, "orange", "orange"),
        (Mode.MEDIATOR, 11, "orange_line", "orange_line"),
        (Mode.BOTH, 3, "blue", "orange"),
        (Mode.BRAKE, 4, "ink", "ink"),
    ],
)
def test_the_border_has_the_colour_of_who_drives(frame, mode, away, left, right) -> None:
    frame.show_mode(mode, "")
    look = theme.current()
    assert colour(frame, away) == look.colour(left).name()
    assert colour(frame, away, right=True) == look.colour(right).name()


def test_both_halves_follow_the_reading_direction(qapp, frame) -> None:
    frame.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    frame.show_mode(Mode.BOTH, "")
    assert colour(frame, 3, right=True) == theme.current().blue.name()


def test_the_border_says_in_words_what_its_colour_says(frame) -> None:
    frame.show_mode(Mode.MEDIATOR, "Le médiateur conduit.")
    assert frame.accessibleName() == "Le médiateur conduit."


# --- whose each place is --------------------------------------------------------------------------------------------


class Window(QWidget):
    """As the guest's own, with a plain widget for the web view."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QWidget()
        self.panel = Panel()
        self.keyboard = None
        self.panel.setFixedWidth(384)
        self.page_is_covered = False
        self.bar = False
        self.shown: list[tuple[Mode, str]] = []
        self.freed = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.page, 1)
        line.addWidget(self.panel)
        self.resize(1280, 652)

    def leave_room_for_bar(self, bar: bool) -> None:
        self.bar = bar

    def show_mode(self, mode: Mode, words: str) -> None:
        self.shown.append((mode, words))

    def free_panel_of_keyboard(self) -> None:
        self.freed += 1


class Watch(QObject):
    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.secrecy = Secrecy.OPEN
        self.guarded: list[bool] = []

    def see(self, secrecy: Secrecy) -> None:
        self.secrecy = secrecy
        self.changed.emit(secrecy)

    def guard(self, on: bool) -> None:
        self.guarded.append(on)

    def note_hand(self, person: Person) -> None:
        pass


@pytest.fixture
def window(qtbot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


def centre(window: Window, widget: QWidget) -> tuple[int, int]:
    place = widget.mapTo(window, widget.rect().center())
    return place.x(), place.y()


def on_screen(widget: QWidget) -> tuple[int, int]:
    place = widget.mapToGlobal(widget.rect().center())
    return place.x(), place.y()


def test_the_panel_is_the_users_but_for_the_orange_button(window, qtbot) -> None:
    show(window.panel, scene(Mode.BRAKE), qtbot)
    regions, number = Regions(window.panel), int(window.winId())

    def region(widget: QWidget) -> Region:
        return regions.region_of(number, *centre(window, widget))

    assert region(window.page) is Region.PAGE
    assert region(button(window.panel, "Je conduis")) is Region.USER_CONTROLS
    assert region(button(window.panel, "Le médiateur conduit")) is Region.MEDIATOR_CONTROLS
    assert regions.region_of(number, window.width() - 2, 2) is Region.USER_CONTROLS


def test_a_step_of_the_paper_desk_is_pressed_by_the_user_and_the_tray_is_of_the_page(window, qtbot) -> None:
    step = Step.model_validate({"id": "papier", "do": "Imprimez.", "papers": "print"})
    strip = TrayStrip(window.page)
    strip.resize(window.page.width(), strip.height())
    strip.show()
    show(window.panel, replace(scene(Mode.USER, number=1), steps=(step,), has_paper=True), qtbot)
    regions, number = Regions(window.panel), int(window.winId())
    pressed = centre(window, button(window.panel, "Imprimer"))
    assert regions.region_of(number, *pressed) is Region.USER_CONTROLS
    assert regions.button_at(*on_screen(button(window.panel, "Imprimer"))).accessibleName() == "Imprimer"
    added = centre(window, button(strip, "Ajouter un papier"))
    assert regions.region_of(number, *added) is Region.PAGE


@pytest.mark.parametrize("mode", [Mode.MEDIATOR, Mode.BRAKE])
def test_no_service_is_offered_in_the_panel_while_the_user_does_not_drive(panel, qtbot, mode) -> None:
    step = Step.model_validate({"id": "papier", "do": "Imprimez.", "papers": "print"})
    show(panel, replace(scene(mode, number=1), steps=(step,), has_paper=True), qtbot)
    assert "Imprimer" not in names(panel)


def test_any_other_window_is_the_page_wherever_it_lies(window, qtbot) -> None:
    show(window.panel, scene(Mode.BRAKE), qtbot)
    place = centre(window, button(window.panel, "Je conduis"))
    assert Regions(window.panel).region_of(int(window.winId()) + 1, *place) is Region.PAGE


def test_an_edge_belongs_to_one_side_only(window) -> None:
    regions, number, left = Regions(window.panel), int(window.winId()), window.panel.x()
    assert regions.region_of(number, left - 1, 300) is Region.PAGE
    assert regions.region_of(number, left, 300) is Region.USER_CONTROLS
    assert regions.region_of(number, left, -1) is Region.PAGE


def test_the_place_of_the_buttons_follows_the_panel(window, qtbot) -> None:
    regions, number = Regions(window.panel), int(window.winId())
    show(window.panel, scene(Mode.BRAKE), qtbot)
    place = centre(window, button(window.panel, "Le médiateur conduit"))
    assert regions.region_of(number, *place) is Region.MEDIATOR_CONTROLS
    show(window.panel, scene(Mode.USER), qtbot)
    assert regions.region_of(number, *place) is Region.USER_CONTROLS


def test_keys_are_the_users_own_only_while_the_panel_has_the_keyboard(window, qtbot) -> None:
    show(window.panel, scene(Mode.USER), qtbot)
    window.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.activateWindow()
    regions = Regions(window.panel)
    window.page.setFocus()
    qtbot.waitUntil(window.page.hasFocus)
    assert regions.key_region() is Region.PAGE
    window.panel.take_focus()
    assert regions.key_region() is Region.USER_CONTROLS


# --- at work --------------------------------------------------------------------------------------------------------


class Rig:
    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        self.watch = Watch()
        self.marks: list[tuple[int, int]] = []
        self.said: list[str] = []
        self.told: list[messages.FromGuest] = []
        self.driving = GuestDriving(
            window,
            self.watch,
            lambda x, y: self.marks.append((x, y)),
            lambda: self.said.append("pop-ups closed"),
            line=folder / "no line",
            say=lambda _widget, words: self.said.append(words),
        )
        self.driving.reported.connect(self.told.append)
        self.driving.changed.connect(self._note)
        self.seen: list[Driving] = []

    def _note(self, driving: Driving) -> None:
        self.seen.append(driving)


@pytest.fixture
def rig(window, tmp_path) -> Rig:
    rig = Rig(window, tmp_path)
    yield rig
    rig.driving.close()


def test_a_change_of_driver_is_shown_announced_and_told_to_the_panel_once(rig) -> None:
    for _ in range(2):
        rig.driving.show(messages.Drive(mode="mediator", bar=True))
    assert rig.seen == [Driving(Mode.MEDIATOR, paired=True)]
    [(mode, words)] = rig.window.shown
    assert mode is Mode.MEDIATOR
    assert rig.said == [words]
    assert words.startswith("Le médiateur conduit.")
    assert rig.window.bar


def test_each_mode_has_its_own_words(rig) -> None:
    for mode in ("user", "mediator", "both", "brake"):
        rig.driving.show(messages.Drive(mode=mode, bar=True))
    assert len(set(rig.said) - {"pop-ups closed"}) == 4


def test_open_lists_of_the_page_close_at_the_brake_and_at_no_other_change(rig) -> None:
    for mode in ("mediator", "both", "user"):
        rig.driving.show(messages.Drive(mode=mode, bar=True))
    assert "pop-ups closed" not in rig.said
    rig.driving.show(messages.Drive(mode="brake", bar=True))
    assert "pop-ups closed" in rig.said


def test_the_keyboard_leaves_the_panel_when_the_driver_changes(rig) -> None:
    """Else the mediator's space bar would press "Je reprends la main"."""
    rig.driving.show(messages.Drive(mode="user", bar=True))
    before = rig.window.freed
    rig.driving.show(messages.Drive(mode="mediator", bar=True))
    assert rig.window.freed == before + 1


def test_typed_secrets_are_guarded_as_long_as_two_sit_there(rig) -> None:
    rig.driving.show(messages.Drive(mode="user", bar=True))
    rig.driving.show(messages.Drive(mode="user", bar=False))
    assert rig.watch.guarded == [True, False]


@pytest.mark.parametrize(
    ("choice", "action"), [("user-drives", "give"), ("mediator-drives", "take"), ("brake", "brake")]
)
def test_the_panels_wheel_buttons_ask_the_shell(rig, choice, action) -> None:
    assert rig.driving.ask(choice)
    assert rig.told == [messages.DriveAsked(action=action)]


@pytest.mark.parametrize("choice", ["done", "finish", *get_args(messages.Service)])
def test_other_choices_are_not_about_driving(rig, choice) -> None:
    """A service of the paper desk that drives would never open."""
    assert not rig.driving.ask(choice)
    assert not rig.told


def test_the_brake_acts_here_before_the_shell_has_heard_of_it(rig) -> None:
    order: list[str] = []

    class Gate:
        def brake_now(self) -> None:
            order.append("gate")

        def remove(self) -> None:
            pass

    rig.driving.gate = Gate()
    rig.driving.reported.connect(lambda _message: order.append("shell"))
    rig.driving.ask("brake")
    assert order == ["gate", "shell"]


def test_a_secret_is_told_at_once_and_what_passes_in_a_moment_is_not(rig, qtbot) -> None:
    rig.driving.show(messages.Drive(mode="user", bar=True))
    rig.driving.note_step("ouvrir")
    rig.seen.clear()
    rig.told.clear()
    for secrecy in (Secrecy.SECRET, Secrecy.UNKNOWN, Secrecy.SECRET, Secrecy.UNKNOWN, Secrecy.OPEN):
        rig.watch.see(secrecy)
    assert [one.secrecy for one in rig.told] == ["secret"]
    qtbot.waitUntil(lambda: [one.secrecy for one in rig.told] == ["secret", "open"])
    rig.watch.see(Secrecy.UNKNOWN)
    rig.watch.see(Secrecy.OPEN)
    rig.watch.see(Secrecy.UNKNOWN)
    qtbot.waitUntil(lambda: [one.secrecy for one in rig.told] == ["secret", "open", "unknown"])
    assert [one.secret for one in rig.seen] == [True, False]


def test_before_the_first_step_nothing_is_told_of_secrets_and_then_what_is_now(rig) -> None:
    rig.watch.see(Secrecy.UNKNOWN)
    rig.watch.see(Secrecy.SECRET)
    assert not rig.told
    rig.driving.note_step("ouvrir")
    assert rig.told == [messages.FocusSecrecy(secrecy="secret")]


def test_the_mediators_mark_falls_where_they_pointed_in_the_page(rig) -> None:
    x, y = on_screen(rig.window.page)
    rig.driving.mark(x, y)
    middle = rig.window.page.rect().center()
    assert rig.marks == [(middle.x(), middle.y())]


def test_nothing_is_marked_beside_the_page_or_on_what_covers_it(rig) -> None:
    rig.driving.mark(*on_screen(rig.window.panel))
    rig.window.page_is_covered = True
    rig.driving.mark(*on_screen(rig.window.page))
    assert not rig.marks


def test_a_press_in_the_middle_of_the_mediators_gesture_presses_the_users_button(rig, qtbot) -> None:
    show(rig.window.panel, scene(Mode.BRAKE), qtbot)
    said: list[str] = []
    rig.window.panel.chosen.connect(said.append)
    rig.driving.press_for_user(*on_screen(button(rig.window.panel, "Le médiateur conduit")))
    rig.driving.press_for_user(*on_screen(rig.window.page))
    assert not said
    rig.driving.press_for_user(*on_screen(button(rig.window.panel, "Je conduis")))
    assert said == ["user-drives"]


def hands_told(rig) -> list[messages.Hands]:
    return [message for message in rig.told if isinstance(message, messages.Hands)]


def test_what_was_done_belongs_to_the_step_before(rig) -> None:
    rig.driving.note_step("ouvrir")
    rig.driving.note_gesture(Person.USER, Gesture.KEY, 1000, 1080)
    rig.driving.note_gesture(Person.MEDIATOR, Gesture.POINTER, 0xFFFFFFF0, 0x10)
    rig.driving.note_step("numero")
    done = messages.Hands(step="ouvrir", user=1, mediator=1, user_ms=80, mediator_ms=32)
    assert hands_told(rig) == [done]
    rig.driving.note_gesture(Person.USER, Gesture.WHEEL, 5, 5)
    rig.driving.tell_hands()
    rig.driving.tell_hands()
    assert hands_told(rig) == [done, messages.Hands(step="numero", user=1, mediator=0, user_ms=0, mediator_ms=0)]


def test_nothing_done_is_nothing_said(rig) -> None:
    rig.driving.note_step("ouvrir")
    rig.driving.note_step("numero")
    rig.driving.close()
    assert not hands_told(rig)


def test_the_last_gestures_are_told_at_the_end(rig) -> None:
    rig.driving.note_step("ouvrir")
    rig.driving.note_gesture(Person.USER, Gesture.KEY, 0, 3)
    rig.driving.close()
    assert hands_told(rig) == [messages.Hands(step="ouvrir", user=1, mediator=0, user_ms=3, mediator_ms=0)]


# --- overlays -------------------------------------------------------------------------------------------------------


def test_an_overlay_leaves_the_panel_free_when_its_window_says_so(qtbot) -> None:
    class Host(QWidget):
        def overlay_room(self) -> QRect:
            return QRect(0, 0, self.width() - 384, self.height())

    host = Host()
    qtbot.addWidget(host)
    host.resize(1280, 652)
    host.show()
    overlay = Overlay(host)
    answer = QPushButton("Oui")
    overlay.card.column.addWidget(answer)
    overlay.open(answer)
    assert overlay.geometry() == QRect(0, 0, 896, 652)
    assert overlay.rect().contains(overlay.card.geometry())
    host.resize(1200, 600)
    assert overlay.geometry() == QRect(0, 0, 816, 600)
    overlay.close_it()
