"""The screens of the first setup: one question each, for whoever installs the post."""

from collections.abc import Mapping
from typing import Any

from kiosk.ui.screens.setup.choice import ChoicePage
from kiosk.ui.screens.setup.codes import CodesPage
from kiosk.ui.screens.setup.network import NetworkPage
from kiosk.ui.screens.setup.page import SetupPage
from kiosk.ui.screens.setup.place import PlacePage
from kiosk.ui.screens.setup.summary import SummaryPage
from kiosk.ui.setup_scenes import ChoiceScene, CodesScene, NetworkScene, PlaceScene, SetupScene, SummaryScene

PAGES: Mapping[type[SetupScene], Any] = {
    PlaceScene: PlacePage,
    ChoiceScene: ChoicePage,
    CodesScene: CodesPage,
    NetworkScene: NetworkPage,
    SummaryScene: SummaryPage,
}

__all__ = ["PAGES", "SetupPage"]
