"""The rail: how many orders a kitchen takes at most. Who finds it full goes at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.scenario import EACH_MODE, pot

from kitchen import Order, Shift, ShiftError, run
from kitchen.cookbook.load import load_shift
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

SOUP = pot(20, 100, 10)


def five(rail: int | None) -> Shift:
    return Shift([Order(at, SOUP) for at in (0, 1, 2, 3, 300)], {"hob": 5}, rail=rail)


def refused(shift: Shift, mode: str = "concurrent") -> list[int]:
    return [fact.order for fact in run(shift, mode).facts if isinstance(fact, f.RailFull)]


@EACH_MODE
def test_who_finds_the_rail_full_goes_at_once_and_others_are_served(mode: str) -> None:
    shift = five(2)
    result = run(shift, mode)
    assert refused(shift, mode) == [3, 4]
    gone = [(fact.t, fact.order) for fact in result.facts if isinstance(fact, f.WalkedOut)]
    assert gone == [(2.0, 3), (3.0, 4)]
    assert (result.served, result.walked_out, result.orders) == (3, 2, 5)


def test_nobody_lifts_a_hand_for_them() -> None:
    touched = {fact.order for fact in run(five(2)).facts if isinstance(fact, f.Hands | f.Resumed)}
    assert touched == {1, 2, 5}


def test_without_a_bound_everything_is_as_ever() -> None:
    assert refused(five(None)) == []
    assert run(five(5)).lines == run(five(None)).lines


def test_a_guest_who_has_left_holds_no_place() -> None:
    """The dish is still to be cleared away, but its ticket is off the rail."""
    shift = Shift([Order(0, SOUP, 30), Order(40, SOUP)], {"hob": 2}, rail=1)
    assert refused(shift) == []


def test_a_view_tells_who_found_no_place() -> None:
    view = KitchenView({})
    view.fold(run(five(2)).facts)
    assert [order.found_room for order in view.orders.values()] == [True, True, False, False, True]


@settings(max_examples=25)
@given(st.integers(1, 12), st.sampled_from(["concurrent", "parallel"]), st.integers(0, 30))
def test_never_are_there_more_orders_than_the_rail_has_places(
    rail: int, mode: str, seed: int
) -> None:
    result = run(replace(load_shift("lunch-rush"), rail=rail), mode, seed)
    waiting: set[int] = set()
    for fact in result.facts:
        if isinstance(fact, f.Ordered):
            full = len(waiting) == rail
            waiting.add(fact.order)
        elif isinstance(fact, f.RailFull):
            assert full
        elif isinstance(fact, f.Served | f.WalkedOut):
            waiting.discard(fact.order)
        if not isinstance(fact, f.Ordered | f.RailFull | f.Ready):
            assert len(waiting) <= rail
    assert result.served + result.walked_out == result.orders


@pytest.mark.parametrize("wrong", [0, -1, 1.5, "two"])
def test_a_rail_has_a_place(wrong: object) -> None:
    with pytest.raises(ShiftError, match="rail: 1 or more"):
        Shift(rail=wrong)  # type: ignore[arg-type]
