"""How a job and its answer travel between the shell and a workshop: one packet each, as JSON, contents beside."""

from __future__ import annotations

import msgspec

from kiosk.documents.workshop.jobs import AnyAnswer, AnyJob

MAX_PACKET = 1 << 16
"""In bytes: a hundred pages, each turned and cropped, take a third of it."""

encode = msgspec.json.Encoder().encode
job_of = msgspec.json.Decoder(AnyJob).decode
answer_of = msgspec.json.Decoder(AnyAnswer).decode
