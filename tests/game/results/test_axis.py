"""The axis of the results: zooming and panning never lose the kitchen from view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.game.results.axis import EASE_SECONDS, MARGIN, NEAREST, Axis

LATER = 100.0  # seconds of wall time after which nothing moves
shares = st.floats(0.0, 1.0)
moves = st.lists(
    st.tuples(st.sampled_from(["zoom", "pan", "step", "show"]), st.floats(-6.0, 6.0), shares),
    max_size=12,
)


def moved(axis: Axis, name: str, value: float, share: float, wall: float = 0.0) -> None:
    if name == "zoom":
        axis.zoom(value, share, wall)
    elif name == "show":
        axis.show(abs(value) * 100, wall)
    else:
        getattr(axis, name)(value, wall)


def test_at_first_it_shows_all_of_it() -> None:
    axis = Axis(600.0)
    assert axis.stretch(0.0) == (0.0, 600.0 * MARGIN)
    assert axis.share(600.0, 0.0) < 1.0 and not axis.moving(0.0)


@given(moves)
def test_it_never_shows_anything_outside_the_whole(moves: list[tuple[str, float, float]]) -> None:
    axis = Axis(600.0)
    for wall, move in enumerate(moves):
        moved(axis, *move, wall=float(wall))
        for late in (0.0, EASE_SECONDS / 2, EASE_SECONDS):
            start, span = axis.stretch(wall + late)
            assert start >= -1e-6 and start + span <= axis.whole + 1e-6
            assert span >= axis.whole * NEAREST - 1e-6


@given(moves, st.floats(0.0, 3.0), shares)
def test_zooming_in_keeps_what_is_under_the_pointer(
    moves: list[tuple[str, float, float]], steps: float, around: float
) -> None:
    axis = Axis(600.0)
    for move in moves:
        moved(axis, *move)
    before = axis.time(around, LATER)
    axis.zoom(steps, around, LATER)
    assert axis.time(around, 2 * LATER) == pytest.approx(before, abs=1e-6)


@given(moves, shares, st.floats(0.0, 1.0))
def test_share_and_time_are_each_others_inverse(
    moves: list[tuple[str, float, float]], share: float, wall: float
) -> None:
    axis = Axis(42.0)
    for move in moves:
        moved(axis, *move)
    assert axis.share(axis.time(share, wall), wall) == pytest.approx(share, abs=1e-9)


def test_a_zoom_is_eased_and_then_stands() -> None:
    axis = Axis(600.0)
    axis.show(60.0, 5.0)
    spans = [axis.stretch(5.0 + EASE_SECONDS * part / 4)[1] for part in range(6)]
    assert spans[:5] == sorted(spans[:5], reverse=True) and spans[0] == axis.whole
    assert spans[-1] == pytest.approx(60.0 * MARGIN)
    assert axis.moving(5.0 + EASE_SECONDS / 2) and not axis.moving(5.0 + EASE_SECONDS * 1.01)


def test_a_hand_pans_at_once_and_stops_at_the_ends() -> None:
    axis = Axis(600.0)
    axis.show(60.0, 0.0)
    axis.pan(0.5, 1.0)
    assert axis.stretch(1.0)[0] == pytest.approx(30.0 * MARGIN)
    axis.pan(-9.0, 1.0)
    assert axis.stretch(1.0)[0] == 0.0
    axis.pan(99.0, 1.0)
    assert sum(axis.stretch(1.0)) == pytest.approx(axis.whole)


def test_a_kitchen_that_took_no_time_has_an_axis_too() -> None:
    axis = Axis(0.0)
    axis.zoom(3, 0.0, 0.0)
    assert 0.0 <= axis.share(0.0, LATER) <= 1.0
