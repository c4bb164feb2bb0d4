"""The screens of the paper desk: one page for each class of scene."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.documents.desk import scenes
from kiosk.ui.screens.desk.add import AddPage
from kiosk.ui.screens.desk.mend import MendPage
from kiosk.ui.screens.desk.page import DeskPage
from kiosk.ui.screens.desk.phone import PhonePage
from kiosk.ui.screens.desk.pin import PinPage
from kiosk.ui.screens.desk.print import PrintPage
from kiosk.ui.screens.desk.receipt import ReceiptPage
from kiosk.ui.screens.desk.sheets import SheetsPage
from kiosk.ui.screens.desk.sorry import SorryPage
from kiosk.ui.screens.desk.stick import StickPage
from kiosk.ui.screens.desk.take import TakePage
from kiosk.ui.screens.desk.wait import WaitPage

__all__ = ["PAGES", "DeskPage"]

PAGES: Mapping[type[scenes.Scene], type[DeskPage]] = {
    scenes.AddScene: AddPage,
    scenes.SheetsScene: SheetsPage,
    scenes.PhoneScene: PhonePage,
    scenes.PrintScene: PrintPage,
    scenes.PinScene: PinPage,
    scenes.TakeScene: TakePage,
    scenes.StickScene: StickPage,
    scenes.MendScene: MendPage,
    scenes.ReceiptScene: ReceiptPage,
    scenes.SorryScene: SorryPage,
    scenes.WaitScene: WaitPage,
}
