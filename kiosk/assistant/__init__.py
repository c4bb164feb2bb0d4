"""The assistant of the first setup: ties the questions to the screens, to the machine and to what is written down.

The rules are those of `kiosk.setup`, the pictures those of `kiosk.ui.screens.setup`.
"""
