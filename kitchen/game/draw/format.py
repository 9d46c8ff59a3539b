"""Durations, money and counts as text."""

from __future__ import annotations

import math

from kitchen import english

MINUTE = 60
HOUR = 3600
SHORT = 100  # seconds: below this, seconds alone
THOUSANDS = 99_999.5  # dollars: from here on in thousands, where there is no room
FINE = 10  # seconds: below this, tenths, where time goes by so slowly that they can be read


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
    text = english.clock(seconds)
    if grain < 1.0 and seconds < FINE:
        whole = max(0, math.floor(seconds + 1e-9))
        text += f".{math.floor((seconds - whole) * 10 + 1e-9)}"
    return text


def grain_of(end: float) -> float:
    """How fine the times of something are told that takes so many seconds."""
    return 0.1 if end < FINE else 1.0


def clock_between(seconds: float, step: float) -> str:
    """``7:00``, to label times that are ``step`` apart; tenths where that is less than a second."""
    if step >= 1.0:
        return clock(seconds + 1e-6)
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % MINUTE:02}.{tenths % 10}"


def taken(seconds: float) -> str:
    """How long something took that is over: ``0.2s``, ``0:42``, ``7:42``, ``1:02:05``."""
    return f"{seconds:.1f}s" if seconds < FINE else clock(round(seconds))


def limit(seconds: float) -> str:
    """``27:30``; below two minutes seconds alone, and their fractions where they count."""
    if seconds < FINE and seconds != round(seconds):
        return f"{seconds:.1f} s"
    return f"{seconds:.0f} s" if seconds < 2 * MINUTE else clock(seconds)


def money(cents: float, *, whole: bool = False) -> str:
    """``$106.20``; whole: ``$106``, rounded. A minus sign stands before the dollar sign."""
    amount = round(abs(cents))
    text = f"{(amount + 50) // 100:,}" if whole else f"{amount // 100:,}.{amount % 100:02}"
    minus = "−" if cents < 0 and text.strip("0.") else ""
    return f"{minus}${text}"


def short_money(dollars: float, *, whole: bool = True) -> str:
    """``$106``, ``$12,345``; from 100 000 on in thousands, ``$123k``: where there is no room."""
    if abs(dollars) < THOUSANDS:
        return money(dollars * 100, whole=whole)
    return money(dollars / 10, whole=True) + "k"


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
