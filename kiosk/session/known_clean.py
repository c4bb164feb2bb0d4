"""The folders where the post's account can write, against what lay there when no person had come yet.

What is new or changed at the end of a session is removed, whoever wrote it: a library's cache, a log, a file that a
program thought useful. Only what belongs to the post's own account counts, and only in the given places: elsewhere it
cannot write. The list of what is clean outlives the program, so that a start after a cut of power finds what was left.
"""

from __future__ import annotations

import contextlib
import fnmatch
import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.session.wipe import Erasure

MOST_ENTRIES = 50_000
"""More than that is no account of a kiosk's: looking would take longer than a person waits."""

# What the screen's own session makes anew each time it begins, and needs. None holds a word of anybody.
_OF_THE_SCREEN = (".X*-lock", ".X11-unix", ".ICE-unix", ".Xauthority*", ".serverauth.*", ".ICEauthority*")

_Facts = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, number on its file system; of a folder only the last."""
_Manifest = dict[str, _Facts]


class KnownClean(Erasure):
    """`places`: where to look. `kept`: folders below them that are somebody else's promise. `manifest`: where the list
    is kept."""

    code = "places"

    def __init__(self, places: Iterable[Path], kept: Iterable[Path], manifest: Path) -> None:
        self._places = tuple(dict.fromkeys(Path(os.path.realpath(place)) for place in places))
        self._kept = frozenset(os.path.realpath(folder) for folder in kept)
        self._file = manifest
        self._clean: _Manifest | None = None

    async def erase(self) -> None:
        if not self._places:
            return
        if self._clean is None:
            # The first wipe of this life, before any person.
            self._clean = self._stored()
            if self._clean is not None:
                self._remove()
            self._clean = self._look()
            self._store(self._clean)
        self._remove()

    def remains(self) -> int:
        """What is new, after one more removal: a program that lives may have written once more."""
        if not self._places or self._clean is None:
            return 0
        return self._remove() and len(self._new())

    def _remove(self) -> int:
        """How many there were."""
        new = self._new()
        # Contents before their folders.
        for path in sorted(new, key=len, reverse=True):
            with contextlib.suppress(OSError):
                if stat.S_ISDIR(os.lstat(path).st_mode):
                    os.rmdir(path)
                else:
                    os.unlink(path)
        return len(new)

    def _new(self) -> list[str]:
        clean = self._clean or {}
        return [path for path, facts in self._look().items() if clean.get(path) != facts]

    # --- looking ----------------------------------------------------------------------------------------------

    def _look(self) -> _Manifest:
        found: _Manifest = {}
        for place in self._places:
            # Where the account may not even look (/run/user, shut by its service), it cannot have written either.
            if os.path.isdir(place):
                self._look_into(str(place), found)
        return found

    def _look_into(self, folder: str, found: _Manifest) -> bool:
        """Whether something lies in it that is not ours to judge: then the folder stays, whoever made it."""
        holds_others = False
        try:
            entries = list(os.scandir(folder))
        except (PermissionError, FileNotFoundError):
            return True
        for entry in entries:
            if len(found) > MOST_ENTRIES:
                raise OSError("too many files")
            with contextlib.suppress(FileNotFoundError):
                holds_others |= self._judge(entry, found)
        return holds_others

    def _judge(self, entry: os.DirEntry[str], found: _Manifest) -> bool:
        facts = entry.stat(follow_symlinks=False)
        path = entry.path
        if path in self._kept or any(fnmatch.fnmatch(entry.name, pattern) for pattern in _OF_THE_SCREEN):
            return True
        ours = facts.st_uid == os.getuid()
        if stat.S_ISDIR(facts.st_mode):
            if os.path.ismount(path):
                return True
            if self._look_into(path, found) or not ours:
                return True
            found[path] = (0, 0, facts.st_ino)
        elif ours and (stat.S_ISREG(facts.st_mode) or stat.S_ISLNK(facts.st_mode)):
            found[path] = (facts.st_size, facts.st_mtime_ns, facts.st_ino)
        else:
            # Another's, or a door of a program that lives: sockets and pipes hold nothing.
            return True
        return False

    # --- between two lives ------------------------------------------------------------------------------------

    def _stored(self) -> _Manifest | None:
        """None when there is none for these places: the first time, or after IT has changed them."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            if kept["places"] == [str(place) for place in self._places]:
                return {path: (size, when, number) for path, (size, when, number) in kept["files"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass
        return None

    def _store(self, clean: Mapping[str, _Facts]) -> None:
        content = json.dumps({"places": [str(place) for place in self._places], "files": clean})
        self._file.parent.mkdir(parents=True, exist_ok=True)
        draft = self._file.with_suffix(".new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._file)
