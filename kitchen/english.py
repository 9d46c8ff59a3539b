"""English: numbers and plurals in the sentences that are put together here."""

from __future__ import annotations

import math
import re

SIDES = re.compile(r",| (?:with|and|in|on|for|from|of|per) ")
"""What follows is not the dish itself."""

SINGULAR_ENDINGS = ("ss", "us", "is")
"""Of words that end with an s and still are one thing: a couscous, a swiss."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve")  # fmt: skip


def spelled(count: int, most: int = 12) -> str:
    """``seven``; above ``most`` in figures."""
    return NUMBERS[count] if 0 <= count <= most else f"{count:,}"


def plural(count: int, noun: str, many: str = "") -> str:
    """``chef``, ``chefs``; ``many`` is what another ending than an s makes of it."""
    return noun if count == 1 else many or f"{noun}s"


def counted(count: int, noun: str, many: str = "") -> str:
    """``one chef``, ``two chefs``."""
    return f"{spelled(count)} {plural(count, noun, many)}"


def listed(words: list[str]) -> str:
    """``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def is_many(dish: str) -> bool:
    """Whether a dish's title takes ``burn``, not ``burns``: Soft eggs, Fish and chips."""
    head = SIDES.split(dish.lower())[0].split()[-1:] or [""]
    ends = head[0].endswith("s") and not head[0].endswith(SINGULAR_ENDINGS)
    return ends or " and " in dish.lower()


def without_sides(title: str) -> str:
    """A dish's title without what comes with it: ``Steak``, not ``Steak and herb butter``."""
    return SIDES.split(title.rstrip("."), maxsplit=1)[0]


def agreeing(dish: str, verb: str) -> str:
    """``Steak burns``, ``Soft eggs burn``: a dish with what it does, as one does it."""
    return f"{dish} {verb.removesuffix('s') if is_many(dish) else verb}"


def span(seconds: float) -> str:
    """In a sentence: ``7 seconds``, ``0.2 seconds``, ``6:23``, ``1:02:05``."""
    if seconds < 9.5:
        text = f"{seconds:.1f}".removesuffix(".0")
        return f"{text} second" if text == "1" else f"{text} seconds"
    whole = round(seconds)
    if whole < 100:
        return f"{whole} seconds"
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def clock(seconds: float) -> str:
    """``0:27``, ``7:05``, ``1:02:05``; what has begun does not count yet."""
    whole = max(0, math.floor(seconds + 1e-9))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
