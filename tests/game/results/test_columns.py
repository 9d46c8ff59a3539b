"""Columns and flags never call a kitchen sooner than one that served other dishes."""

from __future__ import annotations

from functools import cache

import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.draw.kit import Kit
from kitchen.game.results.columns import columns
from kitchen.game.results.flags import Flags
from kitchen.game.results.standings import Standings, standings
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.fair import same_dishes
from kitchen.runs.service import Service


@cache
def found(shift: str) -> Standings:
    return standings(Service(KitchenLoop(), load_shift(shift), autopilot=True))


@pytest.mark.parametrize("shift", ["slow-roast", "lunch-rush", "sweet-tooth"])
def test_flags_tell_time_only_of_the_same_dishes(toolkit: Kit, shift: str) -> None:
    flags = Flags(toolkit, found(shift))
    blocking, *others = found(shift).entries
    assert flags.ways(blocking) == ("",)
    for entry in others:
        told = " ".join(flags.ways(entry))
        same = same_dishes(entry.result, blocking.result)
        assert ("sooner" in told or "later" in told) == same
        assert ("served" in told) != same


def test_where_the_dishes_differ_a_dollar_is_told_instead_of_speed() -> None:
    assert columns(found("slow-roast"))[-1].head == "Speed-up"
    rush = found("lunch-rush")
    last = columns(rush)[-1]
    assert last.head == "Dishes per $"
    served, wages = rush.entries[1].result.served, rush.entries[1].result.wages
    assert last.value(rush, rush.entries[1]) == served / wages


@pytest.mark.parametrize("shift", ["slow-roast", "lunch-rush", "sweet-tooth"])
def test_the_soonest_is_one_of_those_who_served_the_most(shift: str) -> None:
    standing = found(shift)
    done = columns(standing)[0]
    most = max(entry.result.served for entry in standing.entries)
    for index in done.winners(standing):
        assert standing.entries[index].result.served == most
