"""Slow time: own time against kitchen time, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.plain import INFINITY
from kitchen.sim.slowtime import SlowTime

seconds = st.floats(0.0, 1e6)
turns = st.lists(
    st.tuples(st.floats(0.5, 1e4), st.sampled_from([1.0, 1.5, 2.0, 100.0, INFINITY])), max_size=6
)


def slowed(turns: list[tuple[float, float]]) -> tuple[SlowTime, float]:
    """With so many seconds to each turn; and when the last one was."""
    time, now = SlowTime(), 0.0
    for after, times in turns:
        now += after
        time.slow(now, times)
    return time, now


@given(seconds)
def test_nothing_slowed_is_kitchen_time_itself(now: float) -> None:
    time = SlowTime()
    time.slow(1.0, 1.0)
    assert time.own(now) == time.when(now) == now


def test_what_is_left_is_stretched_and_back_again() -> None:
    time = SlowTime()
    time.slow(10.0, 2.0)
    assert (time.own(14.0), time.when(20.0)) == (12.0, 30.0)
    time.slow(14.0, 1.0)
    assert (time.own(20.0), time.when(20.0)) == (18.0, 22.0)


def test_it_can_stand_still_and_go_on() -> None:
    time = SlowTime()
    time.slow(10.0, INFINITY)
    assert (time.own(500.0), time.when(10.0), time.when(10.5)) == (10.0, 10.0, INFINITY)
    time.slow(500.0, 1.0)
    assert (time.own(510.0), time.when(20.0)) == (20.0, 510.0)


@given(turns, st.floats(0.01, 1e6))
def test_when_and_own_are_each_other_s_inverse(
    turns: list[tuple[float, float]], ahead: float
) -> None:
    time, now = slowed(turns)
    own = time.own(now) + ahead
    when = time.when(own)
    assert when >= now or when == pytest.approx(now)
    if when < INFINITY:
        assert time.own(when) == pytest.approx(own)


@given(turns, seconds, seconds)
def test_it_never_goes_back_and_never_faster_than_the_kitchen(
    turns: list[tuple[float, float]], one: float, other: float
) -> None:
    time, _ = slowed(turns)
    early, late = sorted((one, other))
    went = time.own(late) - time.own(early)
    assert -1e-6 <= went <= late - early + 1e-6
