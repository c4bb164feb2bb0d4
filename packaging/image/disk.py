"""Puts the parts of the image into one file that a computer starts from, whether its firmware is old (BIOS) or UEFI.

Three partitions: the second half of GRUB for BIOS; a FAT one with the kernel, UEFI's loaders and IT's `kiosk.toml`; the
system, read-only. Knows disks and loaders, needs neither root nor a loop device; it must not know the system's content.
"""

from __future__ import annotations

import argparse
import os
import struct
import subprocess
import tempfile
import uuid
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO

SECTOR = 512
MEBIBYTE = 1 << 20
LABEL = "COTEACOTE"
"""Of the FAT partition: GRUB finds it by this name, the system too, and IT reads it when the stick is plugged in."""

FAT_MEBIBYTES = 128
GRUB_MODULES = (
    "biosdisk",
    "part_gpt",
    "fat",
    "search",
    "search_label",
    "configfile",
    "normal",
    "linux",
    "test",
    "echo",
)
_NAMES = uuid.UUID("6a1f3f0e-94a5-4c5e-9f0a-0c07ea0c07e0")

# Where boot.img is told the first sector of what follows, and where it jumps when a disk's number looks wrong (nops:
# some firmwares give a wrong one). Offsets: grub-core/boot/i386/pc of GRUB's sources, machine/boot.h.
_KERNEL_SECTOR = 0x5C
_DRIVE_CHECK = 0x66
_BLOCK_LIST = 0x1F4
_CODE_OF_MBR = 440

WORDS = (
    "ro quiet loglevel=3 fsck.mode=skip rootfstype=squashfs vt.global_cursor_default=0 "
    "systemd.show_status=no rd.systemd.show_status=no udev.log_level=3"
)
"""For the kernel: no word on the screen before the welcome."""

MENU = """\
set timeout=0
search --no-floppy --label {label} --set=root
linux /linux root=PARTUUID={system} {words}
initrd /initrd
boot
"""


def run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True)
class Parts:
    """`system`: a squashfs. `loaders`: the folder of `shimx64.efi.signed` and `grubx64.efi.signed`, for UEFI.
    `settings`: what IT finds as kiosk.toml."""

    system: Path
    kernel: Path
    initrd: Path
    loaders: Path
    settings: Path


def build(parts: Parts, image: Path) -> None:
    system = parts.system
    # The same parts give the same disk.
    named = uuid.uuid5(_NAMES, f"{system.stat().st_size}")
    system_id, fat_id, bios_id = (uuid.uuid5(named, name) for name in ("system", "fat", "bios"))
    whole = -(-system.stat().st_size // MEBIBYTE)
    at_bios, at_fat, at_system = 1, 2, 2 + FAT_MEBIBYTES
    with tempfile.TemporaryDirectory() as scratch:
        fat, core = Path(scratch, "fat"), Path(scratch, "core")
        menu = MENU.format(label=LABEL, system=system_id, words=WORDS)
        _make_fat(fat, menu, parts)
        _make_core(core)
        image.unlink(missing_ok=True)
        with image.open("wb") as disk:
            disk.truncate((at_system + whole + 1) * MEBIBYTE)
        table = (
            f"label: gpt\nlabel-id: {uuid.uuid5(named, 'disk')}\nsector-size: 512\n"
            f"start={at_bios}MiB, size=1MiB, type=21686148-6449-6E6F-744E-656564454649, uuid={bios_id}, name=grub\n"
            f"start={at_fat}MiB, size={FAT_MEBIBYTES}MiB, type=U, uuid={fat_id}, name=reglages\n"
            f"start={at_system}MiB, size={whole}MiB, type=L, uuid={system_id}, name=systeme\n"
        )
        subprocess.run(("sfdisk", "--quiet", str(image)), input=table, text=True, check=True)
        with image.open("r+b") as disk:
            _write_grub(disk, core.read_bytes(), at_bios * MEBIBYTE // SECTOR)
            for part, at in ((fat, at_fat), (system, at_system)):
                disk.seek(at * MEBIBYTE)
                with part.open("rb") as source:
                    while block := source.read(MEBIBYTE):
                        disk.write(block)


def _make_fat(fat: Path, menu: str, parts: Parts) -> None:
    with fat.open("wb") as file:
        file.truncate(FAT_MEBIBYTES * MEBIBYTE)
    run("mkfs.fat", "--invariant", "-F", "32", "-n", LABEL, fat)
    menu_file = fat.with_suffix(".cfg")
    menu_file.write_text(menu)
    places = {
        "/linux": parts.kernel,
        "/initrd": parts.initrd,
        "/grub/grub.cfg": menu_file,
        # Debian's signed GRUB looks there; its shim is signed for Secure Boot.
        "/EFI/debian/grub.cfg": menu_file,
        "/EFI/BOOT/BOOTX64.EFI": parts.loaders / "shimx64.efi.signed",
        "/EFI/BOOT/grubx64.efi": parts.loaders / "grubx64.efi.signed",
        "/kiosk.toml": parts.settings,
    }
    for folder in ("/grub", "/EFI", "/EFI/debian", "/EFI/BOOT"):
        run("mmd", "-i", fat, f"::{folder}")
    for place, source in places.items():
        run("mcopy", "-i", fat, source, f"::{place}")


def _make_core(core: Path) -> None:
    first = core.with_suffix(".cfg")
    first.write_text(f"search --no-floppy --label {LABEL} --set=root\nset prefix=($root)/grub\n")
    run("grub-mkimage", "-O", "i386-pc", "-o", core, "-p", "/grub", "-c", first, *GRUB_MODULES)


def _write_grub(disk: BinaryIO, core: bytes, sector: int) -> None:
    """What grub-install does on a disk that is plugged in."""
    boot = bytearray(Path("/usr/lib/grub/i386-pc/boot.img").read_bytes()[:_CODE_OF_MBR])
    struct.pack_into("<Q", boot, _KERNEL_SECTOR, sector)
    boot[_DRIVE_CHECK : _DRIVE_CHECK + 2] = b"\x90\x90"
    whole = bytearray(core)
    struct.pack_into("<QHH", whole, _BLOCK_LIST, sector + 1, -(-len(core) // SECTOR) - 1, 0x820)
    disk.seek(0)
    disk.write(boot)
    disk.seek(sector * SECTOR)
    disk.write(whole)


if __name__ == "__main__":
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    parser = argparse.ArgumentParser(description=__doc__)
    names = [field.name for field in fields(Parts)]
    for name in (*names, "image"):
        parser.add_argument(name, type=Path)
    given = vars(parser.parse_args())
    build(Parts(**{name: given[name] for name in names}), given["image"])
