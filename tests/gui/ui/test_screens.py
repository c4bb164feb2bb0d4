"""Every screen, at every size, in every language: nothing cut, nothing out of reach, everything named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.languages import codes
from kiosk.session.messages import Appearance
from kiosk.session.receipt import WIPE_STEPS, Receipt, WipeReport, WipeStep
from kiosk.ui import words
from kiosk.ui.screens.scroll import ScrollColumn
from kiosk.ui.shell import Shell

NAMES = (
    *("home", "theme", "nothing", "unsure", "problems", "sheet", "sheet_cases"),
    *("opening", "warning", "closing", "closing_share", "wiping", "wiped", "locked"),
    *("guide", "guide_devices"),
    *("sheets", "all_sheets", "information", "information_guide"),
)
# The guide is read by the post's staff, and is as long as it must be; so are the State's sheets and their lists.
LONG = {"guide", "guide_devices", "sheets", "all_sheets", "information", "information_guide"}
LOOKS = [
    *((1280, 800, percent) for percent in (100, 125, 150, 200)),
    *((1366, 768, percent) for percent in (100, 200)),
    *((1920, 1080, percent) for percent in (100, 200)),
]


def receipt(at: object) -> Receipt:
    return Receipt(WipeReport(tuple(WipeStep(code, 1.26, True) for code in WIPE_STEPS), 7.56, at))


def open_question(shell: Shell, sheet_id: str) -> None:
    """A sheet with its second question open, and in it the first situation chosen."""
    shell.pages.read(sheet_id)
    for name in ("question_1", "situation_0"):
        shell.windows[0].page.findChild(QWidget, name).click()


def show(shell: Shell, name: str, noon: object) -> None:
    """Bring a page on screen the way the application or a person does."""
    shell._context.problems = ("procedures/a.yaml, ligne 3 : « titel » : champ inconnu. Vouliez-vous dire « title » ?",)
    pages: dict[str, Callable[[], object]] = {
        "home": lambda: shell._go(shell.pages.home),
        "theme": lambda: shell._go(lambda: shell.pages.theme("social_sante")),
        "nothing": lambda: shell.pages.search("introuvable"),
        "unsure": lambda: shell._go(shell.pages.unsure),
        "problems": lambda: shell._go(shell.pages.problems),
        "sheet": lambda: shell.pages.open_sheet("prime-activite"),
        "sheet_cases": lambda: shell.pages.open_sheet("attestation-caf"),
        "sheets": lambda: shell.pages.search("lettre"),
        "all_sheets": lambda: (shell.pages.search("lettre"), shell.windows[0].page.all_sheets_asked.emit()),
        "information": lambda: open_question(shell, "F1"),
        "information_guide": lambda: shell.pages.read("F2"),
        "opening": shell.show_opening,
        "warning": lambda: shell.show_warning(45, 60),
        "closing": lambda: shell.show_closing(3),
        "closing_share": lambda: shell.show_closing(3, 100),
        "wiping": lambda: shell.show_wiping(WIPE_STEPS[:2], reason="refused-message"),
        "wiped": lambda: shell.show_wiped(receipt(noon), "idle"),
        "guide": lambda: (shell.set_pairs(False), shell._go(shell.pages.guide)),
        "guide_devices": lambda: (shell.set_pairs(False, True), shell._go(shell.pages.guide)),
        "locked": lambda: shell.show_locked("E-304", 4, 6, noon),
    }
    shell._context.visit.have_not = {("prime-activite", 2)}
    pages[name]()


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_nothing_is_cut_on_any_screen(
    shell: Shell, dress, fitting, noon, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    screen, _ = shell.windows
    for name, called in (*((name, False) for name in NAMES), ("home", True), ("sheet", True)):
        shell.set_mediator_called(called)
        show(shell, name, noon)
        qapp.processEvents()
        found = fitting.cut(screen) + fitting.outside(screen) + fitting.small(screen)
        assert not found, f"{name}, mediator called: {called}\n" + "\n".join(found)


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_the_bar_always_holds_the_way_out(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    _, bar = shell.windows
    for called in (False, True):
        for beside in (False, True):
            shell.show_session(with_mediator=False)
            bar.set_seats(called=called, beside=beside)
            qapp.processEvents()
            assert bar.width() == width
            found = fitting.cut(bar) + fitting.outside(bar) + fitting.small(bar)
            assert not found, f"called {called}, beside {beside}\n" + "\n".join(found)
            assert bar.findChild(QWidget, "finish").isVisible()
    for device in ("mouse", "keyboard", "touch"):
        bar.set_seats(called=False, beside=False)
        bar.set_missing(words.device_gone("user", device))
        qapp.processEvents()
        found = fitting.cut(bar) + fitting.outside(bar) + fitting.small(bar)
        assert not found, f"missing {device}\n" + "\n".join(found)
        assert bar.findChild(QWidget, "finish").isVisible()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LONG])
def test_the_reference_screen_needs_no_scrolling(shell: Shell, dress, noon, qapp: QApplication, name: str) -> None:
    dress(shell, 1280, 800, Appearance())
    show(shell, name, noon)
    qapp.processEvents()
    page = shell.windows[0].page
    assert page.middle.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768)])
@pytest.mark.parametrize("language", codes())
def test_what_is_said_before_starting_is_seen_whole(
    shell: Shell, dress, noon, qapp: QApplication, language: str, width: int, height: int
) -> None:
    """The last of it is that nobody has checked the guide yet. A drawing gives way to it."""
    dress(shell, width, height, Appearance(language=language))
    show(shell, "sheet", noon)
    qapp.processEvents()
    assert shell.windows[0].page.middle.verticalScrollBar().maximum() == 0


def test_the_drawing_of_a_procedure_stays_where_there_is_room(shell: Shell, dress, noon, qapp: QApplication) -> None:
    for width, height in ((1280, 800), (1920, 1080)):
        dress(shell, width, height, Appearance())
        show(shell, "sheet", noon)
        qapp.processEvents()
        assert shell.windows[0].page.findChild(QWidget, "drawing").isVisible()


def test_where_a_drawing_gives_way_in_vain_there_is_a_way_to_the_rest(qtbot: QtBot) -> None:
    """What is longer than the screen stands beside it."""
    middle = ScrollColumn()
    qtbot.addWidget(middle)
    beside, drawing, long = QHBoxLayout(), QWidget(), QWidget()
    drawing.setFixedHeight(56)
    long.setFixedHeight(2000)
    beside.addWidget(drawing)
    beside.addWidget(long)
    middle.column.addLayout(beside)
    middle.gives_way = drawing
    qtbot.addWidget(middle.more)
    middle.resize(400, 300)
    middle.show()
    qtbot.waitUntil(middle.more.isVisible)


def test_the_share_of_hands_takes_no_room_from_the_list(shell: Shell, dress, qapp: QApplication) -> None:
    dress(shell, 1366, 768, Appearance())
    tops = []
    for share in (None, 100):
        shell.show_closing(3, share)
        qapp.processEvents()
        page = shell.windows[0].page
        tops.append(page.findChild(QWidget, "take_papers").mapTo(page, QPoint(0, 0)).y())
    assert tops[0] == tops[1]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_reaches_everything_and_everything_has_a_name(
    shell: Shell, dress, fitting, noon, qtbot: QtBot, qapp: QApplication, name: str, percent: int
) -> None:
    dress(shell, 1280, 800, Appearance(text_percent=percent))
    screen, _ = shell.windows
    show(shell, name, noon)
    qtbot.waitUntil(screen.isActiveWindow)
    wanted = fitting.interactive(screen)
    assert all(one.accessibleName() for one in wanted)
    reached = set()
    for _ in range(2 * len(wanted) + 2):
        qtbot.keyClick(qapp.focusWidget() or screen, Qt.Key.Key_Tab)
        reached.add(qapp.focusWidget())
    assert reached >= set(wanted)


def test_what_the_keyboard_reaches_is_brought_into_view(shell: Shell, dress, qtbot: QtBot, qapp: QApplication) -> None:
    dress(shell, 1280, 800, Appearance(text_percent=200))
    shell.show_closing(0)
    screen, _ = shell.windows
    qtbot.waitUntil(screen.isActiveWindow)
    phone = screen.findChild(QWidget, "take_phone")
    phone.setFocus(Qt.FocusReason.TabFocusReason)
    qapp.processEvents()
    viewport = screen.page.middle.viewport()
    top = phone.mapTo(viewport, phone.rect().topLeft()).y()
    assert 0 <= top <= viewport.height() - phone.height()


def test_see_more_walks_to_the_end_and_back(shell: Shell, dress, qtbot: QtBot, qapp: QApplication) -> None:
    dress(shell, 1280, 800, Appearance(text_percent=200))
    shell._go(shell.pages.home)
    qapp.processEvents()
    middle = shell.windows[0].page.middle
    bar = middle.verticalScrollBar()
    assert middle.more.isVisible()
    for _ in range(20):
        if bar.value() == bar.maximum():
            break
        qtbot.mouseClick(middle.more, Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum()
    qtbot.mouseClick(middle.more, Qt.MouseButton.LeftButton)
    assert bar.value() == 0
