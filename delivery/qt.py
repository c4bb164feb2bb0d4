"""What of Qt a post needs: the modules that the program imports, the plugins that it may load, and all that these want.

Qt's wheels hold every module of Qt, four times of what a post loads. What is kept is computed: the program's own
imports, the plugins named here with a reason, the QML of the keyboard on the screen; then whatever their ELF headers
need. `tests/install` runs a session from what is left.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

PLUGINS = (
    "iconengines/libqsvgicon.so",  # icons
    "imageformats/libqgif.so",
    "imageformats/libqico.so",  # favicons
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",  # dead keys: ê, ï
    "platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "platforms/libqoffscreen.so",  # what is written as PDF without a screen
    "platforms/libqxcb.so",
    "tls/libqcertonlybackend.so",
    "tls/libqopensslbackend.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
)
# Not the developer tools (12 MB): a person at a kiosk has none.
RESOURCES = (
    "icudtl.dat",
    "qtwebengine_resources.pak",
    "qtwebengine_resources_100p.pak",
    "qtwebengine_resources_200p.pak",
    "v8_context_snapshot.bin",
)
TOUCH = ("QtQuick/VirtualKeyboard",)
"""Imported by the keyboard plugin itself, whatever our own QML says."""

_IMPORT = re.compile(r"^\s*(?:from|import) PySide6\.(Qt\w+)", re.MULTILINE)


def prune(environment: Path, program: Path, languages: Iterable[str]) -> None:
    """Remove from the environment what of Qt the program never loads."""
    package = environment / "common" / "PySide6"
    qt = package / "Qt"
    kept = {qt / "plugins" / plugin for plugin in PLUGINS}
    missing = [str(path) for path in kept if not path.exists()]
    if missing:
        raise FileNotFoundError(", ".join(missing))
    kept |= {qt / "libexec" / "QtWebEngineProcess"}
    kept |= {qt / "resources" / name for name in RESOURCES}
    kept |= _words(qt / "translations", set(languages))
    kept |= _qml(qt / "qml", program / "assets" / "touch")
    kept |= {path for path in package.rglob("*.py") if not path.is_relative_to(package / "scripts")}
    kept |= _modules(package, _imported(program / "kiosk"))
    kept |= {path for path in package.glob("libpyside6*") if "qml" in path.name or path.name.startswith("libpyside6.")}
    kept |= _needed(kept, (package, qt / "lib", environment / "common" / "shiboken6"))
    for path in sorted(package.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def _imported(program: Path) -> set[str]:
    return {name for file in program.rglob("*.py") for name in _IMPORT.findall(file.read_text())}


def _modules(package: Path, names: set[str]) -> set[Path]:
    """These modules and the ones that they import in turn: a binding names them in its own text."""
    found: set[Path] = set()
    waiting = set(names)
    while waiting:
        path = package / f"{waiting.pop()}.abi3.so"
        if path in found or not path.exists():
            continue
        found.add(path)
        waiting |= {name.decode() for name in re.findall(rb"PySide6\.(Qt\w+)", path.read_bytes())}
    return found


def _words(folder: Path, languages: set[str]) -> set[Path]:
    """Qt's own words and Chromium's, in the post's languages. Chromium falls back to en-US: it must be there."""
    kept = {path for path in folder.glob("qt*_*.qm") if re.sub(r"^qt[a-z]*_", "", path.stem) in languages}
    wanted = languages | {"en-US", "en-GB"}
    return kept | {path for path in (folder / "qtwebengine_locales").glob("*.pak") if path.stem in wanted}


def _qml(folder: Path, own: Path) -> set[Path]:
    """The QML modules of the keyboard on the screen, as Qt's own scanner finds them."""
    scanner = folder.parent / "libexec" / "qmlimportscanner"
    scanner.chmod(0o755)
    roots = ["-rootPath", str(own)]
    for name in TOUCH:
        roots += ["-rootPath", str(folder / name)]
    command = (str(scanner), *roots, "-importPath", str(folder))
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    paths = {Path(each["path"]) for each in json.loads(said) if each.get("path")}
    folders = {path if path.is_dir() else path.parent for path in paths}
    kept = {folder / "builtins.qmltypes", folder / "jsroot.qmltypes"}
    for each in (each for each in folders if each.is_relative_to(folder)):
        kept |= {path for path in each.iterdir() if path.is_file() and path.suffix != ".qmltypes"}
    return kept | {path for name in TOUCH for path in (folder / name).rglob("*") if path.is_file()}


def _needed(roots: set[Path], folders: tuple[Path, ...]) -> set[Path]:
    """The libraries of the wheels that these files want, and that those want in turn."""
    libraries = {path.name: path for folder in folders for path in folder.glob("*.so*")}
    found: set[Path] = set()
    waiting = [path for path in roots if ".so" in path.name or path.name == "QtWebEngineProcess"]
    while waiting:
        for name in _wants(waiting.pop()):
            path = libraries.get(name)
            if path is not None and path not in found:
                found.add(path)
                waiting.append(path)
    return found


def _wants(path: Path) -> list[str]:
    said = subprocess.run(("readelf", "-d", str(path)), check=True, capture_output=True, text=True, timeout=60).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", said)
