"""English: numbers and plurals in the sentences that are put together here."""

from __future__ import annotations

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
