"""What shell and guest say to each other: typed, bounded, one packet a message.

The shell trusts nothing that comes from the guest: `decode_untrusted` either returns a well-formed message or
raises `UntrustedMessageError`, whose text never repeats the content. Sizes: one message is at most `MAX_BYTES`.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kiosk import languages

MAX_BYTES = 65_536
MAX_OPEN_BYTES = 196_608  # to the guest: `Open` carries a whole procedure

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,60}\Z")]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Number = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
PaperKind = Literal["pdf", "image"]
Service = Literal["add", "scan", "photo", "print", "take", "mend", "join", "receipt"]
MAX_PAPERS = 30
"""As many papers, and descriptors, as one message may carry."""


class Appearance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the person wants to read. `text_percent`: 100, 125, 150 or 200."""

    language: str = "fr"
    text_percent: Annotated[int, msgspec.Meta(ge=100, le=200)] = 100
    contrast: Literal["normal", "high"] = "normal"
    reduced_motion: bool = False

    def __post_init__(self) -> None:
        if self.language not in languages.codes():
            raise ValueError("unknown language")


# --- shell to guest ---------------------------------------------------------------------------------------------


class ToGuest(msgspec.Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    pass


class Open(ToGuest, frozen=True):
    """Begin: everything the guest needs for one person. Sent once, and again after the browser was restarted.

    `procedure` is the JSON of `procedures.model.Procedure`, already validated by the shell.
    `resume_step` is the id of the step to go back to after a crash, or None.
    `mode`: follow the procedure; go freely on a site that has none; or note what a mediator does, to write one.
    """

    procedure: msgspec.Raw
    case: str | None
    with_mediator: bool
    appearance: Appearance
    resume_step: str | None = None
    mode: Literal["guide", "free", "record"] = "guide"


class Look(ToGuest, frozen=True):
    appearance: Appearance


class Lost(ToGuest, frozen=True):
    """The person pressed "Je suis perdu" on the shell's bar."""


class Seat(ToGuest, frozen=True):
    """Whether a mediator sits beside the person, for the words of the panel."""

    mediator: bool


class Drive(ToGuest, frozen=True):
    """Who drives now, for frame, panel and words. The gate itself reads the line (`control.line`), not this.

    `bar`: the mediator's bar is shown under the shell's, and takes `theme.wheel_bar_height` from the guest's top.
    """

    mode: Literal["user", "mediator", "both", "brake"]
    bar: bool


class Deliver(ToGuest, frozen=True):
    """A paper for the tray. Its content travels beside, as one sealed memory file (`kiosk.sealed`).

    `title` without an ending. `service`: where it comes from. The guest answers with Delivered, in order.
    """

    title: Title
    kind: PaperKind
    service: Service


class ReceiptWanted(ToGuest, frozen=True):
    """The person wants their receipt: ask for that service, with the numbers of the page in front."""


class Reload(ToGuest, frozen=True):
    """Load the page in front again: it may reach more sites now. What is typed there is lost."""


class ServiceDone(ToGuest, frozen=True):
    """A service of the paper desk was done: printed, taken away. For the step on screen."""

    service: Service


class TakeKeyboard(ToGuest, frozen=True):
    """What is typed is for the page again."""


class Reading(ToGuest, frozen=True):
    """Whether something is being read aloud, for the button that stops it."""

    on: bool


# --- guest to shell ---------------------------------------------------------------------------------------------


class FromGuest(msgspec.Struct, frozen=True, tag=True, tag_field="type", forbid_unknown_fields=True):
    pass


class Ready(FromGuest, frozen=True):
    """The window is mapped behind the shell and waits for `Open`. Also the first word of a restarted browser."""


class Painted(FromGuest, frozen=True):
    """First paint of the person's page with step 1 shown."""


class Heartbeat(FromGuest, frozen=True):
    """The browser's event loop turns. Sent every second."""


class StepShown(FromGuest, frozen=True):
    step: Id
    number: Count
    total: Count


class StepDone(FromGuest, frozen=True):
    """`how`: the page showed it, or the person said so."""

    step: Id
    how: Literal["page", "user"]


class Drift(FromGuest, frozen=True):
    """The target of a step was not found on the page. Nothing but the step's id."""

    step: Id


class DocumentStored(FromGuest, frozen=True):
    """A file arrived in the tray. Never its name."""

    kind: Literal["pdf", "image", "other"]
    size: Count


class DocumentRefused(FromGuest, frozen=True):
    reason: Literal["too-large", "tray-full", "too-many"]


class PaperTag(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper that the guest hands out: its title as untrusted words, its kind as the guest sees it."""

    title: Title
    kind: PaperKind


class ServiceAsked(FromGuest, frozen=True):
    """The person wants a service of the paper desk.

    As many sealed memory files travel beside as `papers` has entries: those to print, take away, mend or join.
    `numbers`: for a receipt, what the page in front shows and may be worth keeping.
    """

    service: Service
    papers: Annotated[tuple[PaperTag, ...], msgspec.Meta(max_length=MAX_PAPERS)] = ()
    numbers: Annotated[tuple[Number, ...], msgspec.Meta(max_length=6)] = ()


class Delivered(FromGuest, frozen=True):
    """Answer to Deliver: whether the tray had room."""

    kept: bool


class PageProblem(FromGuest, frozen=True):
    """The page did not load. For the report: never an address."""

    kind: Literal["refused", "unreachable", "portal", "offline", "crashed", "certificate", "certificate-date"]


class FinishAsked(FromGuest, frozen=True):
    """The person pressed the end of the walkthrough in the guest's panel."""


class MediatorCalled(FromGuest, frozen=True):
    """The person asked for a mediator from the guest's panel."""


class DriveAsked(FromGuest, frozen=True):
    """A person pressed a button of the panel: "Je reprends la main" and "Je conduis" give, "Frein" brakes, "Le
    médiateur conduit" takes. The gate let only the owner's pointer press it."""

    action: Literal["take", "give", "brake"]


class FocusSecrecy(FromGuest, frozen=True):
    """What is known of the field that has the keyboard."""

    secrecy: Literal["open", "unknown", "secret"]


class Hands(FromGuest, frozen=True):
    """Who did how much on one step since the last such message: gestures that passed the gate (a press, a key, a turn
    of the wheel) and the milliseconds they took. Never which key, never where."""

    step: Id
    user: Count
    mediator: Count
    user_ms: Count
    mediator_ms: Count


class ReadAloud(FromGuest, frozen=True):
    """The person wants to hear a step. The shell reads its own text of it: never words of the guest's."""

    step: Id
    part: Literal["step", "help"] = "step"


class BarWanted(FromGuest, frozen=True):
    """The person leads the keyboard on, from the panel to the shell's bar."""


class StopReading(FromGuest, frozen=True):
    pass


class Recorded(FromGuest, frozen=True):
    """While a walkthrough is being made: the mediator did something to a part of the page.

    `role` and `name` as `procedures.model.Target` has them, `address` is "host/path" without its query. Never what was
    typed or chosen; digits in names and paths come as `*`.
    """

    gesture: Literal["write", "click", "choose", "send"]
    role: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{1,20}\Z")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    address: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class TakenBack(FromGuest, frozen=True):
    """The last gesture that was recorded was a mistake: it is none."""


class SiteDown(FromGuest, frozen=True):
    """The person says that the site does not work. For the counts, nothing else."""


class UntrustedMessageError(ValueError):
    """What came from the guest is not a message. `code` is one of: size, form."""

    def __init__(self, code: Literal["size", "form"]) -> None:
        super().__init__(f"untrusted message refused: {code}")
        self.code = code


AnyFromGuest = (
    Ready
    | Painted
    | Heartbeat
    | StepShown
    | StepDone
    | Drift
    | DocumentStored
    | DocumentRefused
    | ServiceAsked
    | Delivered
    | PageProblem
    | FinishAsked
    | MediatorCalled
    | DriveAsked
    | FocusSecrecy
    | Hands
    | ReadAloud
    | StopReading
    | BarWanted
    | Recorded
    | TakenBack
    | SiteDown
)
AnyToGuest = Open | Look | Lost | Seat | Drive | Deliver | ReceiptWanted | Reload | ServiceDone | Reading | TakeKeyboard

_encoder = msgspec.json.Encoder()
_from_guest = msgspec.json.Decoder(AnyFromGuest)
_to_guest = msgspec.json.Decoder(AnyToGuest)


def encode(message: ToGuest | FromGuest) -> bytes:
    """One packet. Raises ValueError over `MAX_BYTES`: the sender is ours, so it is a fault of ours."""
    packet = _encoder.encode(message)
    bound = MAX_OPEN_BYTES if isinstance(message, ToGuest) else MAX_BYTES
    if len(packet) > bound:
        raise ValueError(f"message {type(message).__name__} is {len(packet)} bytes, over {bound}")
    return packet


def decode_untrusted(untrusted_packet: bytes) -> AnyFromGuest:
    """A message of the guest, or UntrustedMessageError without its content."""
    if len(untrusted_packet) > MAX_BYTES:
        raise UntrustedMessageError("size")
    try:
        message: AnyFromGuest = _from_guest.decode(untrusted_packet)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise UntrustedMessageError("form") from None
    return message


def decode_from_shell(packet: bytes) -> AnyToGuest:
    """A message of the shell, for the guest, which trusts it."""
    message: AnyToGuest = _to_guest.decode(packet)
    return message
