"""Durations, money and counts as text."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

MINUTE = 60
HOUR = 3600
SPELT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SHORT = 100  # seconds: below this, seconds alone
FINE = 10  # seconds: below this, tenths, where time goes by so slowly that they can be read
SIDES = re.compile(r",| (?:with|and|in|on|for|from|of|per) ")  # what follows is not the dish itself


def duration(seconds: float, grain: float = 1.0) -> str:
    """``42s`` below 100 s, else ``7:05``, else ``1:02:05``. Half a second counts as one.

    ``grain``: the least that counts, in seconds; below 1, tenths are told of what is short.
    """
    if grain < 1.0 and seconds < FINE:
        return f"{max(0.0, seconds):.1f}s"
    whole = max(0, math.floor(seconds + 0.5))
    return f"{whole}s" if whole < SHORT else clock(whole)


def up(seconds: float, grain: float = 1.0) -> float:
    """At least so many seconds, in whole grains."""
    return round(math.ceil(max(0.0, seconds) / grain - 1e-9) * grain, 3)


def remaining(seconds: float, grain: float = 1.0) -> str:
    """What is left of something: rounded up, so that ``0s`` means that it is over."""
    return duration(up(seconds, grain if seconds < FINE else 1.0), grain)


def elapsed(seconds: float, grain: float = 1.0) -> str:
    """What has gone by: a second that has begun does not count yet."""
    grain = grain if seconds < FINE else 1.0
    return duration(math.floor(max(0.0, seconds) / grain + 1e-9) * grain, grain)


def clock(seconds: float, grain: float = 1.0) -> str:
    """``0:27``, ``7:05``, ``1:02:05``; what has begun does not count yet. Fine: ``0:00.1``."""
    whole = max(0, math.floor(seconds + 1e-9))
    hours, minutes, rest = whole // HOUR, whole // MINUTE % MINUTE, whole % MINUTE
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    if grain < 1.0 and seconds < FINE:
        text += f".{math.floor((seconds - whole) * 10 + 1e-9)}"
    return text


def money(cents: float, *, whole: bool = False) -> str:
    """``$106.20``; whole: ``$106``, rounded. A minus sign stands before the dollar sign."""
    amount = round(abs(cents))
    text = f"{(amount + 50) // 100:,}" if whole else f"{amount // 100:,}.{amount % 100:02}"
    minus = "−" if cents < 0 and text.strip("0.") else ""
    return f"{minus}${text}"


def rate(dollars: float, unit: str | None = None) -> tuple[str, str]:
    """Dollars for each second as an amount and its unit.

    Where no unit is given: the shortest of second, minute and hour that is worth some whole cents.
    """
    factors = {"second": 1, "minute": MINUTE, "hour": HOUR}
    if unit is None:
        unit = next((u for u in ("second", "minute") if _cents(dollars * factors[u])), "hour")
    return money(dollars * factors[unit] * 100.0), unit


def _cents(dollars: float) -> bool:
    """Two cents or more, and no fraction of one worth speaking of."""
    cents = dollars * 100.0
    return cents >= 2.0 and abs(cents - round(cents)) < 0.01 * cents


def count(number: float, noun: str, many: str = "") -> str:
    """``1 order``, ``2 orders``; ``many``: a plural that takes more than an s."""
    figures = f"{number:g}" if isinstance(number, float) else str(number)
    return f"{figures} {noun if number == 1 else many or noun + 's'}"


def spelt(number: int) -> str:
    """``three``; from 11 on in figures."""
    return SPELT[number] if number < len(SPELT) else str(number)


def short_title(title: str, fits: Callable[[str], bool], menu: frozenset[str] = frozenset()) -> str:
    """The most of a dish's title that fits and tells it from the others of the menu.

    ``Roast chicken with lemon`` -> ``Roast chicken`` -> ``Chicken``; beside tomato soup ``Onion
    soup`` becomes ``Onion``, not ``Soup``. What never fits comes back as its shortest form, for the
    caller to cut.
    """
    forms = names(title, menu)
    return next((form for form in forms if fits(form)), min(forms, key=len))


@lru_cache(maxsize=512)
def names(title: str, menu: frozenset[str]) -> tuple[str, ...]:
    """What a dish may be called, the fullest first; what another one may be called, too, last."""
    others = {form for other in menu - {title} for form in _forms(other)}
    mine = _forms(title)
    return tuple(sorted(mine, key=lambda form: form in others))


def _forms(title: str) -> tuple[str, ...]:
    """The title, without its side dishes, then fewer and fewer of its words: rather the last."""
    title = title.rstrip(". ")
    words = SIDES.split(title, maxsplit=1)[0].split()
    spans = [
        " ".join(words[first : first + count])
        for count in range(len(words), 0, -1)
        for first in range(len(words) - count, -1, -1)
    ]
    return tuple(dict.fromkeys([title, *(form[:1].upper() + form[1:] for form in spans)]))
