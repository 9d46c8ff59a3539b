"""Since then: what is known to have changed since a replay was recorded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import kitchen
from kitchen.cookbook.write import dump_shift
from kitchen.english import listed
from kitchen.runs.recording import made_here
from kitchen.runs.replay import Replay
from kitchen.sim.shift.recipe import Recipe


def changes(replay: Replay, extra: Mapping[str, Recipe] | None = None) -> list[str]:
    """In some words each; nothing, where nothing is known to have changed. ``extra`` are recipes
    that are not of the house. Raises `KitchenError` for a shift that is none any more."""
    shift, made = replay.the_shift(extra), replay.made
    found = []
    if made is None:
        found.append(f"made with a kitchen older than 0.7.0, this is {kitchen.__version__}")
    elif made.kitchen != kitchen.__version__:
        found.append(f"made with kitchen {made.kitchen}, this is {kitchen.__version__}")
    if tomllib.loads(dump_shift(shift)) != tomllib.loads(replay.shift):
        found.append("its shift is read in another way now")
    here = made_here(shift.every_recipe()).recipes
    before = made.recipes if made is not None else here
    others = [name for name in here if name in before and before[name] != here[name]]
    if others:
        verb = "is" if len(others) == 1 else "are"
        found.append(f"the source of {listed(others)} {verb} another one")
    return found
