"""The one place where Chromium is told how to start: environment and flags, set before Qt is imported.

Every flag has a measured or a stated reason. Chromium's own sandbox is never switched off here or anywhere.
Knows nothing of the session.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

# No graphics card is promised on a public post, and software OpenGL costs memory for nothing that people see.
_DRAWING = ("--disable-gpu", "--disable-gpu-compositing", "--disable-accelerated-video-decode")

# One person, one procedure: the service, its identity provider, rarely more. Chromium may pass this when it must
# isolate one site from another.
_PROCESSES = ("--renderer-process-limit=2", "--process-per-site")

# Nothing talks to the outside but the page itself.
_SILENCE = (
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--no-first-run",
)

# Doors and weight that no administrative page needs.
_WITHOUT = (
    "--disable-extensions",
    "--disable-notifications",
    "--disable-speech-api",
    "--disable-speech-synthesis-api",
    "--disable-remote-fonts-preload",
    "--disable-pepper-3d",
    "--disable-print-preview",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)

_FEATURES_OFF = (
    "AutofillServerCommunication",
    "BackForwardCache",
    "GlobalMediaControls",
    "HardwareMediaKeyHandling",
    "InterestFeedContentSuggestions",
    "MediaRouter",
    "MediaSessionService",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "Prerender2",
    "Reporting",
    "SpareRendererForSitePerProcess",
    "SpeculationRulesPrefetchProxy",
    "Translate",
    "WebBluetooth",
    "WebUSB",
)

FLAGS = (*_DRAWING, *_PROCESSES, *_SILENCE, *_WITHOUT, f"--disable-features={','.join(_FEATURES_OFF)}")


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Set what Qt and Chromium read at start. Call it before the first import of PySide6."""
    environment["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(FLAGS)
    # The page is drawn through Qt Quick: its software renderer spares 60 MB of llvmpipe.
    environment["QT_QUICK_BACKEND"] = "software"
    environment.setdefault("QT_QPA_PLATFORM", "xcb")
    for name in ("QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINE_REMOTE_DEBUGGING", "QT_STYLE_OVERRIDE"):
        environment.pop(name, None)
