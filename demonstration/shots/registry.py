"""Every screen that a person, a mediator or IT can meet, by its name, and what is done to see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from demonstration.shots import desk_scenes, guest_scenes, setup_scenes, shell_scenes, staff_scenes, writing_scenes
from demonstration.shots.stage import Part, Stage
from kiosk.documents.desk.scenes import Scene
from kiosk.ui.screens.setup import PAGES
from kiosk.ui.staff_scenes import StaffScene

Show = Callable[[Stage], list[Part]]


@dataclass(frozen=True)
class Shot:
    """`name`: "desk/print-held"."""

    name: str
    show: Show


def every() -> list[Shot]:
    return [
        *(Shot(f"shell/{name}", show) for name, show in shell_scenes.SCENES.items()),
        *(Shot(f"bar/{name}", show) for name, show in shell_scenes.BARS.items()),
        *(Shot(f"desk/{name}", _desk(scene)) for name, scene in desk_scenes.SCENES.items()),
        *(Shot(f"staff/{name}", _staff(scene)) for name, scene in staff_scenes.SCENES.items()),
        *(Shot(f"write/{name}", _staff(scene)) for name, scene in writing_scenes.SCENES.items()),
        *(Shot(f"setup/{name}", _setup(name)) for name in setup_scenes.made()),
        *(Shot(f"guest/{name}", show) for name, show in guest_scenes.every().items()),
    ]


def typed_on_screen() -> list[Shot]:
    """With the keyboard on the screen, in a process that Qt has started with it."""
    return [
        Shot("touch/shell", shell_scenes.with_touch_keyboard),
        Shot("touch/guest", guest_scenes.with_touch_keyboard),
    ]


def _desk(scene: Scene) -> Show:
    def show(stage: Stage) -> list[Part]:
        stage.shell.show_desk(scene)
        return stage.screen

    return show


def _staff(scene: StaffScene) -> Show:
    def show(stage: Stage) -> list[Part]:
        stage.shell.show_staff(scene)
        return stage.screen

    return show


def _setup(name: str) -> Show:
    def show(stage: Stage) -> list[Part]:
        scene = setup_scenes.made()[name]
        screen = stage.own_screen()
        screen.show_page(PAGES[type(scene)](stage.context, scene))
        screen.reveal()
        return [Part(screen)]

    return show
