"""Whose code it is: reports name lines of the user's own, not of what these run on."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from types import FrameType

_ASYNCIO = str(Path(asyncio.__file__).parent) + os.sep
_PACKAGE = str(Path(__file__).parents[1]) + os.sep
"""That the loop is a part of."""

_exceptions: list[str] = []


def count_as_users(folder: Path) -> None:
    """What is in this folder counts as the user's own, though it is part of the package."""
    _exceptions.append(str(folder) + os.sep)


def users_own(file: str) -> bool:
    """Whether it is neither of asyncio nor of this package, but for what counts as the user's."""
    return not file.startswith((_ASYNCIO, _PACKAGE)) or file.startswith(tuple(_exceptions))


def of_asyncio(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_ASYNCIO)
