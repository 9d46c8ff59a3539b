"""Stretches with nothing to decide, to see or to learn, and the tool that measures them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.stretches import SLICES, ends, loads, stretches

from kitchen.menu.classics import egg
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim.facts import Ordered, Served
from kitchen.sim.shift.shift import Order, Shift

TEMPO = 10.0


def eggs(*at: float) -> tuple[Result, Shift]:
    """An egg takes hands for 20 s, then the hob for 420 s, then hands for 40 s."""
    shift = Shift([Order(t, egg, None) for t in at], {"hob": 4}, tempo=TEMPO)
    return run_shift(shift), shift


def seen(result: Result, shift: Shift) -> list[tuple[float, object, str]]:
    found = sorted(stretches(result, shift), key=lambda one: one.start)
    return [(one.start, pytest.approx(one.seconds), one.doing) for one in found]


def test_what_goes_on_alone_is_a_stretch_be_it_hands_or_fire() -> None:
    assert seen(*eggs(0.0)) == [
        (0.0, 44.0, "hands free"),
        (440.0, 4.0, "peel and plate, Seven-minute egg"),
    ]


def test_two_hands_that_are_up_are_something_to_decide() -> None:
    """Two eggs wait while the chef fills the first pan; then one, and nothing to choose."""
    assert seen(*eggs(0.0, 0.0, 0.0))[0] == (20.0, 41.0, "hands free")


def test_a_ring_within_reach_is_as_good_as_a_hand() -> None:
    """The rings are at 440 and 460: from 30 s before the second one on there is to decide, until
    the first egg is fetched."""
    assert seen(*eggs(0.0, 10.0)) == [
        (0.0, 1.0, "fill the pan, Seven-minute egg"),
        (10.0, 42.0, "hands free"),
        (440.0, 2.0, "peel and plate, Seven-minute egg"),
        (460.0, 2.0, "peel and plate, Seven-minute egg"),
        (480.0, 4.0, "peel and plate, Seven-minute egg"),
    ]


@settings(max_examples=25)
@given(st.lists(st.integers(0, 900), min_size=1, max_size=5))
def test_stretches_lie_within_the_shift_and_apart(at: list[int]) -> None:
    result, shift = eggs(*sorted(map(float, at)))
    edges = sorted((one.start, one.start + one.seconds * TEMPO) for one in stretches(result, shift))
    assert all(0.0 <= start < end <= result.makespan + 1e-6 for start, end in edges)
    assert all(before <= start + 1e-6 for (_, before), (start, _) in pairwise(edges))
    events = [fact.t for fact in result.facts if isinstance(fact, Ordered | Served)]
    assert not any(start + 1e-6 < t < end - 1e-6 for start, end in edges for t in events)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 900), min_size=1, max_size=5))
def test_the_load_is_the_time_for_which_guests_wait(at: list[int]) -> None:
    result, _ = eggs(*sorted(map(float, at)))
    came = {fact.order: fact.t for fact in result.facts if isinstance(fact, Ordered)}
    waited = sum(fact.t - came[fact.order] for fact in result.facts if isinstance(fact, Served))
    found = loads(result)
    assert len(found) == SLICES
    assert sum(one.orders for one in found) * result.makespan / SLICES == pytest.approx(waited)


def test_the_ends_of_a_shift() -> None:
    assert ends(*eggs(50.0, 100.0)) == pytest.approx((5.0, 48.0, 0.0))
