"""Measurements of the whole product beside what it replaces. Run them with `./dev bench [NAME] [--json]`."""
