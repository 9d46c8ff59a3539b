"""The daily kitchen: a shift for each date, the same for everybody.

A draft is played by the policies of the house and by a thoughtful player, and drawn again until
there are targets of which first come, first served earns one star, the best policy two and the
player three.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import count

from kitchen.errors import ShiftError
from kitchen.lab.daydraft import draft_of
from kitchen.lab.daytargets import Game, targets_of
from kitchen.sim.shift.chance import stream
from kitchen.sim.shift.shift import Shift


def daily(day: date) -> tuple[Shift, int]:
    """The shift of that date, and its seed."""
    shift, _ = _daily(day.isoformat())
    return shift, shift.seed


def daily_game(day: date) -> Game:
    """Picks that earn all three stars of that date: the proof that it can be done."""
    return _daily(day.isoformat())[1]


@lru_cache(maxsize=64)
def _daily(day: str) -> tuple[Shift, Game]:
    seed = int(day.replace("-", ""))
    chance = stream(seed, "daily/targets")
    drafts = (draft_of(day, seed, attempt) for attempt in count())
    shift, (targets, game) = next(
        (draft, found) for draft in drafts if (found := targets_of(draft, chance))
    )
    return replace(shift, targets=targets), game


def daily_named(name: str) -> Shift:
    """The shift of ``daily``, which is today's, or of ``daily:2026-11-22``. The name that the log
    has for such a shift, ``daily-2026-11-22``, will do as well. Raises `ShiftError`."""
    return daily(_day(name))[0]


def _day(name: str) -> date:
    text = name.removeprefix("daily")
    if not text:
        return date.today()
    try:
        if not re.fullmatch(r"[:-]\d{4}-\d\d-\d\d", text, re.ASCII):
            raise ValueError("it is written as in daily:2026-11-22")
        return date.fromisoformat(text[1:])
    except ValueError as error:
        raise ShiftError(f"{name!r}: no such date: {error}") from error
