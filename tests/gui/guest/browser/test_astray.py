"""Windows, look-alike addresses and broken sites before the whole guest: it tells the truth, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.session import messages
from tests.gui.guest.browser.test_guest import FORM, PROCEDURE, Shell
from tests.gui.guest.web import Answer, Web

DOWN = Answer("<h1>Maintenance</h1>", status="503 Service Unavailable")
TYPE = "n.value = '12'; n.dispatchEvent(new Event('change', {bubbles: true}))"


@pytest.fixture
def shell(qtbot, web: Web, tmp_path) -> Iterator[Shell]:
    web.page("caisse.exercice/page", FORM)
    web.page("caisse.exercice/fin", "<h1>Merci</h1>")
    made = Shell(qtbot, web, tmp_path)
    made.until_heard(messages.Ready())
    made.open()
    made.until_heard(messages.Painted())
    qtbot.waitUntil(lambda: made.guest.window.panel._scene.pointed, timeout=9000)
    yield made
    made.close()


def words(shell: Shell) -> str:
    labels = shell.guest.window.panel.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def host(shell: Shell) -> str:
    return shell.guest.window.frame.strip._host._host


def until_said(shell: Shell, said: str) -> None:
    shell.qtbot.waitUntil(lambda: said in words(shell), timeout=9000)


def steps_done(shell: Shell) -> list[str]:
    return [message.step for message in shell.heard if isinstance(message, messages.StepDone)]


# --- a broken site ------------------------------------------------------------------------------------------------


def test_a_site_in_maintenance_is_said_counted_once_and_tried_again(shell: Shell, web: Web) -> None:
    web.answers["caisse.exercice/page"] = DOWN
    shell.js("location.reload()")
    until_said(shell, "Le site est en panne.")
    asked = len(web.requests)
    shell.press("Réessayer")
    shell.qtbot.waitUntil(lambda: len(web.requests) > asked and not shell.guest.pages.loading, timeout=9000)
    until_said(shell, "Le site est en panne.")
    web.page("caisse.exercice/page", FORM)
    shell.press("Réessayer")
    until_said(shell, "Écrivez votre numéro.")
    assert shell.heard.count(messages.SiteDown()) == 1


def test_a_site_that_does_not_answer_is_down_too(shell: Shell) -> None:
    shell.js("location = 'https://muet.exercice/'")
    shell.until_heard(messages.SiteDown())
    until_said(shell, "Le site est en panne.")


@pytest.mark.parametrize("status", ["503 Service Unavailable", "404 Not Found"])
def test_an_error_at_the_awaited_address_is_no_success(shell: Shell, web: Web, status: str) -> None:
    shell.js(TYPE)
    shell.until_heard(messages.StepDone(step="numero", how="page"))
    web.answers["caisse.exercice/fin"] = Answer("<h1>Erreur</h1>", status=status)
    shell.js("location = '/fin'")
    shell.qtbot.waitUntil(lambda: shell.guest.pages.front.status != 0 and not shell.guest.pages.loading)
    until_said(shell, "Le site est en panne." if status.startswith("5") else "La page a changé.")
    assert steps_done(shell) == ["numero"]


def test_words_of_maintenance_alone_prove_nothing(shell: Shell, web: Web) -> None:
    web.page("caisse.exercice/page", "<h1>Site en panne, maintenance, erreur 503</h1>")
    shell.js("location.reload()")
    until_said(shell, "La page a changé.")
    assert messages.SiteDown() not in shell.heard


# --- windows and addresses ----------------------------------------------------------------------------------------


def test_whoever_is_in_another_window_is_brought_back_and_the_window_stays(shell: Shell, web: Web) -> None:
    web.page("autre.exercice/aide", "<h1>Aide</h1>")
    with shell.qtbot.waitSignal(shell.guest.pages.front_changed):
        shell.guest.pages.front.runJavaScript("open('https://autre.exercice/aide')")
    until_said(shell, "Vous êtes sur un autre site.")
    assert host(shell) == "autre.exercice"
    shell.press("Revenir à la bonne page")
    until_said(shell, "Écrivez votre numéro.")
    assert (host(shell), shell.guest.pages.number) == ("caisse.exercice", 0)
    assert shell.guest.pages.bring_to_front(1)
    assert not any(isinstance(message, messages.Drift) for message in shell.heard)


def test_a_step_done_in_another_window_counts(shell: Shell) -> None:
    shell.js(TYPE)
    shell.until_heard(messages.StepDone(step="numero", how="page"))
    shell.guest.pages.front.runJavaScript("open('/fin')")
    shell.until_heard(messages.StepDone(step="continuer", how="page"))


@pytest.mark.parametrize(
    "lie",
    [
        "history.pushState({}, '', '/caisse.exercice/fin')",
        "history.pushState({}, '', '//autre.exercice/caisse.exercice/fin')",
        "try { document.domain = 'caisse.exercice' } catch {}",
        "document.body.innerHTML = '<iframe src=https://caisse.exercice/fin></iframe>'",
        "document.title = 'https://caisse.exercice/fin'",
        "setTimeout(() => { location = 'https://caisse.exercice/lent' })",
        "const w = open('https://caisse.exercice/lent'); w.document.write('<h1>Merci')",
    ],
)
def test_a_page_that_lies_about_its_address_is_called_by_its_own(shell: Shell, web: Web, lie: str) -> None:
    """`/lent` is never answered: what is asked for is not what is shown."""
    web.page("autre.exercice/piege", f"<h1>Merci</h1>{FORM}")
    web.held.add("caisse.exercice/lent")
    shell.js(TYPE)
    shell.until_heard(messages.StepDone(step="numero", how="page"))
    shell.js("location = 'https://autre.exercice/piege'")
    shell.qtbot.waitUntil(lambda: host(shell) == "autre.exercice", timeout=9000)
    shell.js(f"{lie}; setTimeout(() => console.log('lied'), 500)")
    with shell.qtbot.waitSignal(shell.guest.pages._stack[0].spoke, check_params_cb=lambda _p, said: said == "lied"):
        pass
    assert host(shell) in ("autre.exercice", "")
    assert steps_done(shell) == ["numero"]


def test_an_address_asked_for_is_not_shown_before_its_page(shell: Shell, web: Web) -> None:
    web.page("autre.exercice/lent", "<h1>Ailleurs</h1>")
    web.held.add("autre.exercice/lent")
    shell.guest.pages.load("https://autre.exercice/lent")
    shell.qtbot.waitUntil(lambda: any(asked == "autre.exercice/lent" for asked, _ in web.requests), timeout=9000)
    assert host(shell) == "caisse.exercice"
    web.held.clear()
    shell.qtbot.waitUntil(lambda: host(shell) == "autre.exercice", timeout=9000)


def test_two_of_the_same_are_not_pointed_at(shell: Shell) -> None:
    shell.js("document.body.append(n.parentNode.cloneNode(true))")
    until_said(shell, "Il y en a plusieurs sur la page.")
    assert PROCEDURE["steps"][0]["do"] in words(shell)  # type: ignore[index]
