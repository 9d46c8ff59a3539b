"""Headlines: what a kept replay says of itself, without being cooked."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kitchen.files import read_whole
from kitchen.runs.replay import Upshot

LARGEST_HEADED = 8_000_000
"""Bytes of a file up to which it is looked into: the game writes none that is as large."""


class Headline(msgspec.Struct, frozen=True):
    """Of a file of version 1 there is neither ``title`` nor ``upshot``."""

    shift_name: str
    seed: int
    mode: str
    policy: str = ""
    played: bool = True
    title: str = ""
    upshot: Upshot | None = None


def headline_of(path: Path) -> Headline | None:
    """None: there is none to be read; who opens the file will be told why."""
    try:
        return msgspec.json.decode(read_whole(path, LARGEST_HEADED), type=Headline)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None
