"""First start: what a post is told once of its place, its devices and its staff, and how that is written down.

Answers come from the screens of the assistant or from one TOML file; a plan says what they would change, and only then
are they applied. Doing it again changes nothing that is right. Knows no Qt.
"""
