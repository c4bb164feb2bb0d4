"""The staff of the place and their PINs: who may let a held sheet out, and enter the staff area. Kept as Argon2id
digests, never as digits."""

from kiosk.staff.file import Checked, Given, Role, Staff, StaffError, StaffFile

__all__ = ["Checked", "Given", "Role", "Staff", "StaffError", "StaffFile"]
