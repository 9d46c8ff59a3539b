"""Files: written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import time
from pathlib import Path

TRIES = 20
"""On Windows, how often to try to put a file in the place of one that somebody is reading: another
copy of the game, or a virus scanner."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it, even after a crash, finds the old or the new one.

    Follows links, and keeps the old file's permissions. What is there and no ordinary file, like
    a pipe or a device, is written into. Of several writers at once one wins; they must not all
    write: see `kitchen.keep.box`. Raises `OSError`, and then the old file is as it was.
    """
    there = look(path)
    if there is not None and not stat.S_ISREG(there.st_mode):
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}.new")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if there is not None:
            shutil.copymode(path, beside)
        _replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def look(path: Path) -> os.stat_result | None:
    """What is there, links followed; None: nothing. Raises `OSError` where one may not look."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _replace(new: Path, old: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            new.replace(old)
            return
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(0.01)


def reason(error: OSError) -> str:
    """What the system says is wrong, without the names of files."""
    return error.strerror or str(error) or type(error).__name__
