"""Out by files: the disk, its devices, mounts, and handles that need no path."""

from __future__ import annotations

import ctypes
import os
import stat
from pathlib import Path

from tests.sandbox.compromised.attempt import NothingThereError, Targets, attempt, call, holds, libc

_NEWUSER_NEWNS = 0x10000000 | 0x00020000
_FIRST = 1 << 20
"""A number of a device that no machine has."""


@attempt("a file of the post")
def _file(at: Targets) -> object:
    return holds(Path(at["file"]).read_bytes())


@attempt("a file of the post, by a link")
def _link(at: Targets) -> object:
    link = Path("/tmp", f"link-{os.getpid()}")
    link.symlink_to(at["file"])
    try:
        return holds(link.read_bytes())
    finally:
        link.unlink()


@attempt("a file of the post, by going up from here")
def _upwards(at: Targets) -> object:
    return holds(Path("../" * 30 + at["file"].lstrip("/")).read_bytes())


@attempt("a file in the post's shared memory")
def _shared_memory(at: Targets) -> object:
    return holds(Path(at["shared_file"]).read_bytes())


@attempt("a file of the shell's own folder")
def _runtime(at: Targets) -> object:
    return holds(Path(at["runtime_file"]).read_bytes())


@attempt("a file of the home of whoever runs the post")
def _home(at: Targets) -> object:
    return holds(Path(at["home_file"]).read_bytes())


@attempt("writing a file of the post")
def _write(at: Targets) -> object:
    with open(at["written"], "w") as file:
        file.write("x")
    return "written"


@attempt("writing a program of the system")
def _write_system(at: Targets) -> object:
    path = Path("/usr/local/bin", at["key"])
    path.write_text("x")
    path.unlink()
    return "written"


@attempt("writing the product's own code")
def _write_product(at: Targets) -> object:
    path = Path(at["product"], at["key"] + ".py")
    path.write_text("x")
    path.unlink()
    return "written"


@attempt("the accounts' passwords")
def _shadow(_at: Targets) -> object:
    return len(Path("/etc/shadow").read_bytes())


@attempt("the machine's own number")
def _machine(at: Targets) -> object:
    if os.uname().nodename != at["nodename"]:
        raise NothingThereError(0, "another name")
    return "its name"


@attempt("what the machine is made of")
def _hardware(_at: Targets) -> object:
    return len(os.listdir("/sys/devices"))


@attempt("a device that is not for everybody")
def _devices(_at: Targets) -> object:
    """Disks, consoles, cameras, keyboards: all but the few that every program has."""
    plain = {"null", "zero", "full", "random", "urandom", "tty", "ptmx", "console"}
    for folder, _, names in os.walk("/dev"):
        for name in names:
            path = Path(folder, name)
            kind = path.lstat().st_mode
            if (stat.S_ISBLK(kind) or stat.S_ISCHR(kind)) and name not in plain and not folder.startswith("/dev/pts"):
                os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
                return str(path)
    raise NothingThereError(0, "none")


@attempt("making a device")
def _make_device(_at: Targets) -> object:
    path = f"/tmp/device-{os.getpid()}"
    os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
    os.unlink(path)
    return "made"


@attempt("mounting something")
def _mount(_at: Targets) -> object:
    folder = f"/tmp/mount-{os.getpid()}"
    os.mkdir(folder)
    try:
        call(libc.mount(b"none", folder.encode(), b"tmpfs", 0, None))
        call(libc.umount2(folder.encode(), 2))
    finally:
        os.rmdir(folder)
    return "mounted"


@attempt("a file by its handle, without a path")
def _handle(at: Targets) -> object:
    handle = bytes.fromhex(at["handle"])
    buffer = ctypes.create_string_buffer(handle, len(handle))
    folder = os.open("/usr", os.O_RDONLY)
    try:
        found = call(libc.open_by_handle_at(folder, buffer, os.O_RDONLY))
    finally:
        os.close(folder)
    with os.fdopen(found, "rb") as file:
        return holds(file.read(100))


@attempt("a changed root in namespaces of its own")
def _own_root(at: Targets) -> object:
    """Rights over namespaces of one's own are none over what is mounted from outside."""
    child = os.fork()
    if child == 0:
        call(libc.unshare(_NEWUSER_NEWNS))
        for path in ("/", "/usr"):
            libc.umount2(path.encode(), 2)
        try:
            holds(Path(at["file"]).read_bytes())
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        raise NothingThereError(0, "nothing there")
    return "the file"
