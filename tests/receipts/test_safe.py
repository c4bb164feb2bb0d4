"""What every safe promises, the one of the unit tests and a real gnome-keyring alike; and what only a real one can."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.receipts.safe import Head, KeyringSafe, Safe, SafeError

from .gnome_keyring import Desktop, desktop
from .memory_safe import MemorySafe


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    # Short: the path of a socket has an end.
    with desktop(tmp_path_factory.mktemp("s") / "s") as here:
        yield here


@pytest.fixture
def at_desktop(session: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.address)
    yield session
    session.stop_keyring()


class SafeContract(ABC):
    """Subclasses give a safe that nobody has used, and shut it."""

    @pytest.fixture
    @abstractmethod
    def safe(self) -> Safe: ...

    @abstractmethod
    def shut(self, safe: Safe) -> None: ...

    def test_an_unused_safe_is_empty(self, safe: Safe) -> None:
        assert safe.key() is None
        assert safe.head() is None

    def test_what_is_put_in_is_there(self, safe: Safe) -> None:
        key, head = Ed25519PrivateKey.generate(), Head(7, "a" * 64, 3, "b" * 64)
        safe.put_key(key)
        safe.put_head(Head(6, "c" * 64, 3, "b" * 64))
        safe.put_head(head)
        kept = safe.key()
        assert kept is not None
        assert kept.private_bytes_raw() == key.private_bytes_raw()
        assert safe.head() == head

    def test_a_shut_safe_says_so_and_gives_nothing(self, safe: Safe) -> None:
        safe.put_key(Ed25519PrivateKey.generate())
        self.shut(safe)
        for asked in (safe.key, safe.head, lambda: safe.put_head(Head(1, "", 1, ""))):
            with pytest.raises(SafeError) as caught:
                asked()
            assert caught.value.reason == "keyring-locked"


class TestMemorySafe(SafeContract):
    @pytest.fixture
    def safe(self) -> MemorySafe:
        return MemorySafe()

    def shut(self, safe: Safe) -> None:
        assert isinstance(safe, MemorySafe)
        safe.shut = "keyring-locked"


class TestKeyringSafe(SafeContract):
    posts = 0

    @pytest.fixture
    def safe(self, at_desktop: Desktop) -> KeyringSafe:
        at_desktop.start_keyring()
        self._desktop = at_desktop
        TestKeyringSafe.posts += 1
        return KeyringSafe(f"post-{TestKeyringSafe.posts}")

    def shut(self, safe: Safe) -> None:
        self._desktop.lock()

    def test_the_key_outlives_the_session(self, safe: Safe) -> None:
        key = Ed25519PrivateKey.generate()
        safe.put_key(key)
        self._desktop.stop_keyring()
        self._desktop.start_keyring()
        kept = safe.key()
        assert kept is not None
        assert kept.private_bytes_raw() == key.private_bytes_raw()

    def test_the_key_lies_in_no_file_in_the_clear(self, safe: Safe) -> None:
        key = Ed25519PrivateKey.generate()
        safe.put_key(key)
        for file in (self._desktop.folder / "data").rglob("*"):
            assert not file.is_file() or key.private_bytes_raw() not in file.read_bytes()

    def test_two_posts_share_no_key(self, safe: Safe) -> None:
        safe.put_key(Ed25519PrivateKey.generate())
        assert KeyringSafe("another-post").key() is None


@pytest.mark.parametrize(("there", "reason"), [(False, "keyring-absent"), (True, "keyring-locked")])
def test_a_session_without_its_password_asks_nobody(at_desktop: Desktop, there: bool, reason: str) -> None:
    at_desktop.start_keyring()
    KeyringSafe("post").put_key(Ed25519PrivateKey.generate())
    at_desktop.stop_keyring()
    if there:
        at_desktop.start_keyring(unlocked=False)
    with pytest.raises(SafeError) as caught:
        KeyringSafe("post").key()
    assert caught.value.reason == reason


def test_no_bus_is_no_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(SafeError) as caught:
        KeyringSafe("post").key()
    assert caught.value.reason == "keyring-absent"
