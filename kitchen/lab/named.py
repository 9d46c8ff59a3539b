"""Shifts as a user names them: of the cookbook, in a file or of a date; a seed behind an @."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kitchen.cookbook.load import load_shift
from kitchen.cookbook.seedcode import read_code
from kitchen.errors import ShiftError
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift


def shift_named(
    text: str, extra: Mapping[str, Recipe] | None = None, seed: int | None = None
) -> tuple[Shift, int | None]:
    """The shift that ``text`` names, and its seed: ``lunch-rush@7`` has one, else it is ``seed``.

    ``extra`` are recipes beside the house's own. Raises `ShiftError` for a name that there is not,
    and where ``text`` and ``seed`` are of two minds.
    """
    name, own = read_code(text)
    if None not in (own, seed) and own != seed:
        raise ShiftError(f"{text} says seed {own}, not {seed}")
    seed = seed if own is None else own
    return (_daily(name) if _of_a_date(name) else load_shift(name, extra)), seed


def _daily(name: str) -> Shift:
    from kitchen.lab.daily import daily_named  # the laboratory: no other shift needs it

    return daily_named(name)


def _of_a_date(name: str) -> bool:
    return not name.endswith(".toml") and re.split("[:-]", name)[0] == "daily"
