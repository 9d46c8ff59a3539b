"""Seed codes: ``lunch-rush@7`` is a shift and the seed of its arrivals, short enough to tell."""

from __future__ import annotations

import re

from kitchen.errors import ShiftError


def code_of(shift_name: str, seed: int) -> str:
    """The code of a shift with a seed."""
    return f"{shift_name}@{seed}"


def read_code(text: str) -> tuple[str, int | None]:
    """The shift that a code names, and its seed; None: the code has none.

    A shift may be a file too: ``mine.toml@7``. Whether there is such a shift is not looked at.
    Raises `ShiftError` for a code without a name, or with a seed that is no whole number.
    """
    text = text.strip()
    name, at, seed = text.rpartition("@")
    if not at or text.endswith(".toml"):  # a path may have an @ in it
        return text, None
    if not name:
        raise ShiftError(f"{text!r} names no shift: write SHIFT@SEED, like lunch-rush@7")
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", seed):
        raise ShiftError(f"{text!r}: after the @ comes the seed, a whole number, not {seed!r}")
    return name, int(seed)
