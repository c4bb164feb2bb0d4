"""Who holds the wheel: people and their devices, the rules between them, the X server's side and the Qt gate."""
