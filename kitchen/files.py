"""Files: written whole or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

TRIES = 20
"""On Windows, how often to try to put a file in the place of one that somebody is reading: another
copy of the game, or a virus scanner."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it, even after a crash, finds the old or the new one.

    Of several writers at once one wins; they must not all write: see `kitchen.keep.box`. Raises
    `OSError`, and then the old file is as it was.
    """
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    _replace(beside, path)


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
