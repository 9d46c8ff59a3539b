"""The header of the results: the word of the shift, where it decided it, and else nothing of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.results.header import about, about_shortly, decided
from kitchen.game.results.standings import Standings
from kitchen.runs.headless import run_shift
from kitchen.sim.view.kitchenview import KitchenView


def closed(shift_name: str, mode: str, yours: bool = False) -> Standings:
    """As much of the standings as the header reads."""
    shift, view = load_shift(shift_name), KitchenView()
    result = run_shift(shift, mode, 1, "fifo")
    view.fold(result.facts)
    own = SimpleNamespace(result=result, view=view, yours=yours)
    return cast(Standings, SimpleNamespace(shift=shift, seed=1, own=own, autopilots=[own]))


@pytest.mark.parametrize("mode", ["concurrent", "blocking"])
def test_await_decided_it_where_the_chef_left_the_pots_and_not_where_not(mode: str) -> None:
    word, told = decided(closed("soup-and-eggs", mode))
    if mode == "concurrent":
        assert word == "await" and told.startswith("decided it: while food cooked by itself")
    else:
        assert (word, told) == ("", "")


def test_a_shift_without_a_word_says_what_is_compared() -> None:
    found = closed("first-steps", "concurrent")
    assert decided(found) == ("", "")
    assert about(found, False).startswith(about_shortly(found))


def test_beside_your_own_kitchen_it_says_who_picked_in_the_others() -> None:
    assert "autopilot" not in about(closed("first-steps", "concurrent"), False)
    words = about(closed("first-steps", "concurrent", yours=True), False)
    assert words.endswith("In the other rows an autopilot picked: first come, first served.")
