"""The page a person sees in place of a refused one: why, and how to go back. Plain HTTP only; the guest's own window
says the same for encrypted pages, whose refusal a proxy cannot illustrate."""

from __future__ import annotations

_REFUSAL = """<!doctype html>
<html lang="fr"><meta charset="utf-8"><title>Page non ouverte</title>
<style>body{font:20px/1.5 "Atkinson Hyperlegible Next",sans-serif;max-width:34em;margin:12vh auto;padding:0 1em;
color:#1B2530;background:#F4F1EB}h1{font-size:40px;line-height:1.15}</style>
<h1>Cette page ne s'ouvre pas ici.</h1>
<p>Ce poste ouvre seulement les sites de votre démarche.</p>
<p>Rien n'est perdu.</p>
<p><strong>Appuyez sur la flèche « Retour », en haut de la page.</strong></p>
</html>
"""


def refusal_page() -> bytes:
    """UTF-8 HTML without script, link or anything of the refused address."""
    return _REFUSAL.encode()
