"""Shifts as a user names them: of the cookbook, in a file or of a date; a seed behind an @."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module

from kitchen.cookbook.load import load_shift
from kitchen.cookbook.seedcode import read_code
from kitchen.errors import ShiftError
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift

MAKERS = {"daily": "kitchen.lab.daily:daily_named"}
"""Of shifts that stand in no file, by the word with which their names begin: the function that
makes the shift of such a name. It is found by its name, as an entry point is: it plays what it
makes, so it stands far above the cookbook."""


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
    maker = None if name.endswith(".toml") else MAKERS.get(re.split("[:-]", name)[0])
    return (load_shift(name, extra) if maker is None else _made(maker, name)), seed


def _made(maker: str, name: str) -> Shift:
    module, _, function = maker.partition(":")
    shift = getattr(import_module(module), function)(name)
    assert isinstance(shift, Shift)
    return shift
