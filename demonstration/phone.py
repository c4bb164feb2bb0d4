"""A real phone, nearly: Chromium in a phone's clothes, driven as a thumb would. Its own sandbox stays on; as root it
runs as an ordinary user in bubblewrap. Its profile, its downloads and its pictures are in memory.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

SECONDS = 20
WIDTH, HEIGHT = 390, 844
_USER = ("bwrap", "--unshare-user", "--uid", "1000", "--gid", "1000", "--dev-bind", "/", "/", "--die-with-parent", "--")


class Phone:
    """`folder` is the phone's own: what is put there can be chosen, what is downloaded appears there."""

    def __init__(self, driver: webdriver.Remote, folder: Path) -> None:
        self.driver = driver
        self.folder = folder
        self.downloads = folder / "downloads"

    def scan(self, url: str) -> None:
        """Follow a QR code, as a first visit."""
        self.driver.get(url)

    @property
    def page(self) -> str:
        """Which of the pages is shown."""
        return str(self.driver.execute_script("return document.querySelector('main:not([hidden])').id"))

    @property
    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "body").text

    def wait_for(self, page: str) -> None:
        self.until(lambda: self.page == page)

    def until(self, true: Callable[[], object]) -> None:
        WebDriverWait(self.driver, SECONDS, poll_frequency=0.05).until(lambda _: true())

    def take(self, *pictures: Path, button: str = "camera") -> None:
        """What the camera or the gallery gives to the page."""
        self.driver.find_element(By.ID, button).send_keys("\n".join(map(str, pictures)))

    def press(self, name: str) -> None:
        """The button that reads so."""
        found = [one for one in self.driver.find_elements(By.CSS_SELECTOR, "button, a, label") if one.text == name]
        assert found, f"no button {name!r} on: {self.text}"
        found[0].click()

    def rows(self) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, "main:not([hidden]) li")

    def said(self) -> list[dict[str, str]]:
        """What the browser had to say about its pages since the last time: errors of scripts, broken policies."""
        said: list[dict[str, str]] = self.driver.execute("getLog", {"type": "browser"})["value"]
        return said

    def picture(self, to: Path) -> None:
        self.driver.save_screenshot(str(to))


@contextmanager
def phones() -> Iterator[Callable[[], Phone]]:
    """Makes phones, each with a memory of its own, and ends them."""
    folder = Path(tempfile.mkdtemp(prefix="phone-", dir="/dev/shm"))
    command = (*(_USER if os.geteuid() == 0 else ()), "/usr/bin/chromedriver", "--port=0")
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "TMPDIR": str(folder)},
    )
    drivers: list[webdriver.Remote] = []
    try:
        assert process.stdout is not None
        port = next(found[1] for line in process.stdout if (found := re.search(r"successfully on port (\d+)", line)))

        def make() -> Phone:
            own = folder / f"phone-{len(drivers)}"
            (own / "downloads").mkdir(parents=True)
            driver = webdriver.Remote(f"http://127.0.0.1:{port}", options=_options(own))
            driver.file_detector = UselessFileDetector()  # the phone sees its folder by itself
            drivers.append(driver)
            return Phone(driver, own)

        yield make
    finally:
        for driver in drivers:
            driver.quit()
        process.terminate()
        process.communicate()
        shutil.rmtree(folder, ignore_errors=True)


def _options(folder: Path) -> webdriver.ChromeOptions:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    options.accept_insecure_certs = True
    for word in ("--headless=new", f"--user-data-dir={folder}/profile", "--no-first-run", "--mute-audio"):
        options.add_argument(word)
    options.add_experimental_option(
        "mobileEmulation",
        {"deviceMetrics": {"width": WIDTH, "height": HEIGHT, "pixelRatio": 2.0, "touch": True, "mobile": True}},
    )
    options.add_experimental_option("prefs", {"download.default_directory": str(folder / "downloads")})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return options
