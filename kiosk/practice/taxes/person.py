"""What Camille Exemple needs at the tax office: invented, and shown on its pages."""

from __future__ import annotations

from kiosk.practice.person import TRAINING

FULL_NAME = TRAINING.person.full_name
IDENTIFIER = "45 1200 7788"
PASSWORD = "nuage-bleu-56"  # noqa: S105  shown on the pages: it protects nothing
WAGES = "18 450"
OTHERS = "320,50"
GIFTS = "60"
TAX = "412,00 €"
