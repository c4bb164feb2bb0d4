"""What a paper can leave behind, one class for each way that it goes: planted by a person's own hands, then sought.

A canary is text in a paper and in its name, pixels of a sheet, or bytes of an upload. What the screen shows of a paper
is sought too, as the pixels that the shell drew.
"""

from __future__ import annotations

import base64
import random
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from PIL import Image

from demonstration.phone import Phone
from proof.rig.canary import LONGEST, Canary, Sought
from proof.rig.paper_hands import TRIAL, Hands
from proof.rig.paper_rig import PaperRig

_RUN = 21  # pixels: 63 bytes


@dataclass(frozen=True)
class Bytes:
    """Bytes as they are."""

    content: bytes

    def is_in(self, content: bytes) -> bool:
        return self.content in content


@dataclass(frozen=True)
class Pixels:
    """A run of pixels, red, green and blue, in the orders in which programs keep them."""

    rgb: bytes

    @cached_property
    def writings(self) -> tuple[bytes, ...]:
        pixels = np.frombuffer(self.rgb, np.uint8).reshape(-1, 3)
        turned = pixels[:, ::-1]
        filled = [np.insert(turned, 3, alpha, axis=1) for alpha in (0x00, 0xFF)]
        written = (self.rgb, *(one.tobytes() for one in (turned, *filled)))
        assert max(map(len, written)) <= LONGEST
        return written

    def is_in(self, content: bytes) -> bool:
        return any(writing in content for writing in self.writings)


def shown(picture: Image.Image) -> Pixels:
    """The run of a picture that nothing else resembles: the one with the most different neighbours."""
    pixels = np.asarray(picture).astype(int)
    changes = np.abs(np.diff(pixels, axis=1)).sum(axis=2) > 0
    sums = np.cumsum(np.pad(changes, ((0, 0), (1, 0))), axis=1)
    varied = sums[:, 2 * _RUN :] - sums[:, : -2 * _RUN]
    row, column = np.unravel_index(varied.argmax(), varied.shape)
    return Pixels(pixels[row, column : column + 2 * _RUN].astype(np.uint8).tobytes())


class Kind(ABC):
    """`planted` and `seen` grow while the paper goes its way. `trial`: the word typed on the trial page, where the
    paper is from there."""

    def __init__(self, rig: PaperRig, phone: Callable[[], Phone], chance: random.Random) -> None:
        self.rig = rig
        self.hands = Hands(rig.post)
        self.phone = phone
        self.chance = chance
        self.trial = Canary.draw(chance)
        self.planted: list[Sought] = [self.trial]
        self.seen: list[Pixels] = []

    @property
    def sought(self) -> list[Sought]:
        return [*self.planted, *self.seen]

    def open(self) -> None:
        """A session, and what the service needs in it."""
        self.hands.take_trial_paper(self.trial.typed)

    @abstractmethod
    def bring(self) -> None:
        """Into the service, until it holds the canary."""

    @abstractmethod
    def complete(self) -> None:
        """To the service's end, and back to the page."""

    def see(self) -> Pixels:
        """What the screen shows of the paper is a canary as well."""
        self.seen.append(shown(self.hands.paper_seen()))
        return self.seen[-1]

    def leave(self) -> None:
        self.hands.press("« C'est fini »")
        self.hands.see_page()

    def random_bytes(self, length: int) -> bytes:
        return self.chance.randbytes(length)


class Printed(Kind):
    def bring(self) -> None:
        self.hands.print_paper()
        self.see()
        self.hands.press("« Imprimer »")
        self.hands.wait_until(lambda: self.rig.cups.came_out != b"", "the printer has the paper")

    def complete(self) -> None:
        self.rig.cups.goes()
        self.hands.kiosk.wait_for("service-done", kind="print")
        self.leave()


class OntoStick(Kind):
    def bring(self) -> None:
        self.hands.take_paper()
        self.hands.choose(2, of=3)
        self.rig.plug_in()
        self.hands.kiosk.wait_for("service-done", kind="take")

    def complete(self) -> None:
        self.leave()


class ToPhone(Kind):
    def bring(self) -> None:
        self.hands.take_paper()
        self.hands.choose(0, of=3)
        phone = self.phone()
        phone.scan(self.hands.read_code())
        phone.wait_for("take")

    def complete(self) -> None:
        phone = self.phone()
        phone.press("Enregistrer")
        self.hands.kiosk.wait_for("service-done", kind="take")
        self.hands.press("« C'est fini »")
        self.hands.see_page()


class Mended(Kind):
    def bring(self) -> None:
        self.hands.mend_paper()
        self.see()

    def complete(self) -> None:
        self.hands.turn()
        self.see()
        self.hands.press("« Garder »")
        self.hands.kiosk.wait_for("service-done", kind="mend")
        self.hands.see_page()


class Joined(Kind):
    def bring(self) -> None:
        self.hands.take_trial_paper_again()
        self.hands.join_papers()
        self.see()

    def complete(self) -> None:
        self.hands.press("« Garder »")
        self.hands.kiosk.wait_for("service-done", kind="join")
        self.hands.see_page()


class Scanned(Kind):
    """Random pixels, the same row all the way down, small enough to be shown as they are."""

    def open(self) -> None:
        self.planted = [Pixels(self.random_bytes(3 * _RUN))]
        self.hands.post.begin(TRIAL)

    def bring(self) -> None:
        (sheet,) = self.planted
        assert isinstance(sheet, Pixels)
        self.rig.lay(36 * _RUN, 1100, 36 * 1100 * sheet.rgb)
        self.hands.add()
        self.hands.choose(0, of=2)
        self.hands.press("« Scanner une feuille »")
        self.see()

    def complete(self) -> None:
        self.hands.press("« Garder ce papier »")
        self.hands.kiosk.wait_for("service-done", kind="scan")
        self.hands.see_page()


class Photographed(Kind):
    """A photograph of random specks, and one sent as it is, as old phones do, with bytes beside the picture."""

    def open(self) -> None:
        self.planted = []
        self.hands.post.begin(TRIAL)

    def bring(self) -> None:
        self.hands.add()
        self.hands.choose(1, of=2)
        phone = self.phone()
        phone.scan(self.hands.read_code())
        phone.wait_for("bring")
        specks = cv2.resize(
            np.frombuffer(self.random_bytes(60 * 80 * 3), np.uint8).reshape(60, 80, 3), (640, 480), None, 0, 0, 0
        )
        file = phone.folder / "specks.png"
        assert cv2.imwrite(str(file), specks)
        phone.take(file, button="gallery")
        phone.until(lambda: "1 photo reçue" in phone.text)
        self._send_as_it_is(phone, specks)
        self.hands.press("« Voir les photos »")
        # The second one is still drawn while the first is looked at, and takes its place. A pile that grew is not kept.
        self.hands.see_sheets()
        self.see()

    def complete(self) -> None:
        self.hands.press("« Garder ce papier »")
        self.hands.kiosk.wait_for("service-done", kind="photo")
        self.hands.see_page()

    def _send_as_it_is(self, phone: Phone, picture: np.ndarray) -> None:  # type: ignore[type-arg]
        beside = self.random_bytes(64)
        self.planted.append(Bytes(beside))
        jpeg = cv2.imencode(".jpg", picture)[1].tobytes()
        # A comment, after the two bytes that begin every JPEG.
        whole = jpeg[:2] + b"\xff\xfe" + (len(beside) + 2).to_bytes(2, "big") + beside + jpeg[2:]
        sent = phone.driver.execute_async_script(
            """const [content, done] = arguments;
               fetch(location.pathname.replace(/\\/+$/, '') + '/photo',
                     {method: 'POST', body: Uint8Array.from(atob(content), one => one.charCodeAt(0))})
                 .then(answer => done(answer.status))""",
            base64.b64encode(whole).decode(),
        )
        assert sent == 200


class OnReceipt(Kind):
    """A number that the person keeps."""

    def open(self) -> None:
        self.hands.post.begin(TRIAL)
        self.hands.finish()

    def bring(self) -> None:
        self.hands.open_receipt()
        self.hands.write_number(self.trial.core)

    def complete(self) -> None:
        self.rig.cups.goes()
        self.hands.press("« Imprimer », on the receipt")
        self.see()
        self.hands.press("« Imprimer », on the sheet")
        self.hands.kiosk.wait_for("service-done", kind="print")
        self.hands.press("« C'est fini »")
        self.hands.back()
        self.hands.kiosk.wait_for("phase", phase="closing")
        self.hands.post.person.click(self.hands.post.terminal.px(107), self.hands.post.terminal.px(46))


KINDS: tuple[type[Kind], ...] = (
    Printed,
    OntoStick,
    ToPhone,
    Mended,
    Joined,
    Scanned,
    Photographed,
    OnReceipt,
)
