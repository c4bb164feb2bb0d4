"""No way out: every technique that has opened another kiosk is tried on this one, and on one weakened on purpose."""
