"""The one place where Chromium is told how to start: environment and flags, set before Qt is imported.

Chromium's own sandbox is never switched off, here or anywhere. Knows nothing of the session.
Measured with one page open, whole tree, memory of its own (anonymous and shared, not files): 144 MB with Qt Quick's
usual renderer, 113 MB with the software one, 100 MB when no OpenGL is asked for at all. The flags below change
nothing measurable in memory: they are there for silence and for shut doors.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

# No graphics card is promised on a public post.
_DRAWING = ("--disable-gpu", "--disable-gpu-compositing", "--disable-accelerated-video-decode")

# The service and its identity provider. Chromium passes this when it must keep one site from another.
_PROCESSES = ("--renderer-process-limit=2",)

# Nothing talks to the outside but the page itself. Qt's build has some of these services compiled out; a later one
# must not wake them.
_SILENCE = (
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)

# Doors that no administrative page needs.
_SHUT = (
    "--disable-speech-api",
    "--disable-speech-synthesis-api",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)

_FEATURES_OFF = (
    "AutofillServerCommunication",
    "BackForwardCache",
    "GlobalMediaControls",
    "HardwareMediaKeyHandling",
    "MediaRouter",
    "MediaSessionService",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "Prerender2",
    "Reporting",
    "SpeculationRulesPrefetchProxy",
    "Translate",
    "WebBluetooth",
    "WebUSB",
)

FLAGS = (*_DRAWING, *_PROCESSES, *_SILENCE, *_SHUT, f"--disable-features={','.join(_FEATURES_OFF)}")


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what Qt and Chromium read at start. Call it before Qt's WebEngine is imported."""
    environment["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(FLAGS)
    # The page is drawn through Qt Quick: in software, without a look at OpenGL or Vulkan.
    environment["QT_QUICK_BACKEND"] = "software"
    environment["QSG_RHI_BACKEND"] = "null"
    environment["QT_XCB_GL_INTEGRATION"] = "none"
    environment.setdefault("QT_QPA_PLATFORM", "xcb")
    for name in ("QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINE_REMOTE_DEBUGGING", "QT_STYLE_OVERRIDE"):
        environment.pop(name, None)
