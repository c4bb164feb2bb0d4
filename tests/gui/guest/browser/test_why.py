"""Why a site does not open is said in plain words: what happened, that nothing is lost, what to do."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel

from kiosk.session import messages
from kiosk.ui import words as said_words
from tests.gui.guest.browser.test_guest import Shell
from tests.gui.guest.web import EXPIRED_HOST, SILENT_HOST, UNTRUSTED_HOST

TODAY = said_words.day(datetime.now().astimezone().date(), "fr")


@pytest.fixture
def shell(qtbot, web, tmp_path):
    web.page("caisse.exercice/page", "<label>Numéro<input id=n></label>")
    running = Shell(qtbot, web, tmp_path)
    running.open()
    running.until_heard(messages.Painted())
    yield running
    running.close()


def said(shell: Shell) -> str:
    return " ".join(label.text() for label in shell.guest.window.cover.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("host", "reason", "kind", "words"),
    [
        (SILENT_HOST, "portal", "portal", "Demandez à l'accueil d'ouvrir Internet"),
        (SILENT_HOST, "offline", "offline", "Ce poste n'a pas Internet"),
        (SILENT_HOST, "unreachable", "unreachable", "Cette page ne répond pas."),
        (SILENT_HOST, "refused", "refused", "les sites de votre démarche"),
        (UNTRUSTED_HOST, "unreachable", "certificate", "Le poste ne peut pas vérifier ce site."),
        (UNTRUSTED_HOST, "refused", "certificate", "Le poste ne peut pas vérifier ce site."),
        (UNTRUSTED_HOST, "portal", "portal", "Internet n'est pas encore ouvert ici."),
        (EXPIRED_HOST, "unreachable", "certificate-date", f"Pour ce poste, nous sommes le {TODAY}."),
        (EXPIRED_HOST, "no such reason", "certificate-date", "La date du site est fausse, ou celle du poste."),
    ],
)
def test_a_site_that_does_not_open_says_why(shell, web, host, reason, kind, words):
    web.reasons[host] = reason
    shell.js(f"location = 'https://{host}/'")
    shell.until_heard(messages.PageProblem(kind=kind))
    assert words in said(shell)
    assert "Rien n'est perdu." in said(shell)
    assert shell.heard.count(messages.PageProblem(kind=kind)) == 1
    shell.press("Revenir à la page d'avant")
    assert shell.guest.window.cover.trouble is None


def test_an_answer_about_a_site_that_was_left_meanwhile_covers_nothing(shell, web):
    shell.guest.troubles.host = "autre.exercice"
    with shell.qtbot.waitSignal(shell.guest.troubles.refusals.known):
        shell.guest.troubles.refusals.ask(SILENT_HOST, "no-tunnel")
    assert shell.guest.window.cover.trouble is None


def test_one_question_at_a_time_about_a_site(shell):
    refusals, heard = shell.guest.troubles.refusals, []
    refusals.known.connect(lambda host, trouble: heard.append((host, trouble)))
    for _ in range(3):
        refusals.ask(SILENT_HOST, "no-tunnel")
    refusals.ask(UNTRUSTED_HOST, "certificate")
    assert refusals.asking
    shell.qtbot.waitUntil(lambda: not refusals.asking)
    assert sorted(heard) == [(UNTRUSTED_HOST, "certificate"), (SILENT_HOST, "unreachable")]


def test_a_frames_certificate_does_not_cover_the_page(shell, web):
    shell.js(f"document.body.insertAdjacentHTML('beforeend', '<iframe src=https://{UNTRUSTED_HOST}/></iframe>')")
    web.page("caisse.exercice/autre", "<p>Autre")
    with shell.qtbot.waitSignal(shell.guest.pages.front.loadFinished):
        shell.guest.pages.front.load(QUrl("https://caisse.exercice/autre"))
    assert shell.guest.window.cover.trouble is None
