"""The screens of the staff area: one page for each class of scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.ui import staff_scenes as scenes
from kiosk.ui import writing_scenes as writing
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.blocked import BlockedPage
from kiosk.ui.screens.staff.health import HealthPage
from kiosk.ui.screens.staff.menu import MenuPage
from kiosk.ui.screens.staff.next import NextPage
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.staff.pin import StaffPinPage
from kiosk.ui.screens.staff.repair import RepairedPage, RepairPage
from kiosk.ui.screens.staff.site import SitePage
from kiosk.ui.screens.staff.step import StepPage
from kiosk.ui.screens.staff.tried import HostsPage, KeptPage, ThemePage, TriedPage
from kiosk.ui.screens.staff.write import WritePage

__all__ = ["PAGES", "StaffPage"]

PAGES: Mapping[type[scenes.StaffScene], Callable[[Context, scenes.StaffScene], StaffPage]] = {
    scenes.StaffPinScene: StaffPinPage,
    scenes.MenuScene: MenuPage,
    scenes.SiteScene: SitePage,
    scenes.NextScene: NextPage,
    scenes.BlockedScene: BlockedPage,
    scenes.HealthScene: HealthPage,
    writing.WriteScene: WritePage,
    writing.StepScene: StepPage,
    writing.TriedScene: TriedPage,
    writing.HostsScene: HostsPage,
    writing.ThemeScene: ThemePage,
    writing.KeptScene: KeptPage,
    writing.RepairScene: RepairPage,
    writing.RepairedScene: RepairedPage,
}
