"""The browser's profile: kept on the sandbox's memory file system, with everything off that a kiosk does not need.

The storage folder has a fixed name, so that a browser restarted after a crash finds it. Cookies are not left to
Chromium, which writes them only every half minute: see `place`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtNetwork import QSsl, QSslCertificate
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineProfileBuilder, QWebEngineScript, QWebEngineSettings

from kiosk import languages
from kiosk.procedures.model import Language

CACHE_BYTES = 32 * 1024 * 1024

# The guide points at French pages: French comes first, the person's own language next.
_FRENCH_FIRST = "fr-FR,fr;q=0.9"

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.PdfViewerEnabled,  # a PDF goes to the tray, where the person can find it again
    _Attribute.PluginsEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.ErrorPageEnabled,  # our own words instead: see `trouble`
    _Attribute.BackForwardCacheEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.ScrollAnimatorEnabled,
)
_ON = (
    _Attribute.LocalStorageEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.WebRTCPublicInterfacesOnly,
    _Attribute.PlaybackRequiresUserGesture,
    _Attribute.LinksIncludedInFocusChain,
    _Attribute.FocusOnNavigationEnabled,
)


def make_profile(home: Path, authority: Path | None, script: QWebEngineScript) -> QWebEngineProfile:
    """The session's profile under `home`. `authority` is the certificate (PEM) that signs the practice services."""
    builder = QWebEngineProfileBuilder()
    builder.setPersistentStoragePath(str(home / ".session" / "profile"))
    builder.setCachePath(str(home / ".session" / "cache"))
    builder.setHttpCacheType(QWebEngineProfile.HttpCacheType.DiskHttpCache)
    builder.setHttpCacheMaximumSize(CACHE_BYTES)
    builder.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    builder.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
    if authority is not None:
        builder.setAdditionalTrustedCertificates(_certificates(authority))
    profile = builder.createProfile("session")
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setDownloadPath(str(home / "tray"))
    profile.scripts().insert(script)
    _apply_settings(profile.settings())
    return profile


def accept_language(language: Language) -> str:
    return _FRENCH_FIRST if language == languages.SOURCE else f"{_FRENCH_FIRST},{language};q=0.8"


def _certificates(authority: Path) -> list[QSslCertificate]:
    return QSslCertificate.fromData(QByteArray(authority.read_bytes()), QSsl.EncodingFormat.Pem)


def _apply_settings(settings: QWebEngineSettings) -> None:
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    for attribute in _ON:
        settings.setAttribute(attribute, True)
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
