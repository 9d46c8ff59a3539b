"""The lanes of a chart hold what happened, each moment of a dish once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.api import run
from kitchen.report.timeline import lanes
from kitchen.report.timeline.lanes import Chart, Charting, chart_of
from kitchen.sim.shift.modes import MODES


def chart(shift: str, mode: str = "concurrent", seed: int = 0) -> Chart:
    found = chart_of(run(shift, mode, seed))
    assert found is not None
    return found


@pytest.mark.parametrize("mode", MODES)
def test_a_chef_has_hands_on_for_as_long_as_the_figures_say(mode: str) -> None:
    result = run("lunch-rush", mode)
    found = chart_of(result)
    assert found is not None
    worked = sum(
        bar.until(found.end) - bar.start
        for lane in found.chefs for bar in lane.bars if bar.segment.kind == "hands"
    )  # fmt: skip
    assert worked == pytest.approx(result.utilisation * result.chefs * result.makespan)
    assert len(found.dishes) == result.orders and found.named


@given(seed=st.integers(0, 50), mode=st.sampled_from(list(MODES)))
@settings(max_examples=8, deadline=None)
def test_bars_of_a_lane_never_overlap(seed: int, mode: str) -> None:
    found = chart("full-house", mode, seed)
    for lane in (*found.chefs, *found.dishes):
        assert all(one.until(found.end) <= two.start for one, two in pairwise(lane.bars))


def test_many_orders_share_lanes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "MOST_NAMED", 3)
    found = chart("lunch-rush")
    assert not found.named
    assert sorted(order.number for lane in found.dishes for order in lane.orders) == [*range(1, 12)]
    assert len(found.dishes) < 11
    for lane in found.dishes:
        assert all(one.until(found.end) <= two.start for one, two in pairwise(lane.bars))


def test_one_kitchen_after_the_other_and_too_many_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "MOST_DRAWN", 5)
    charting = Charting()
    for shift in ("egg-and-chicken", "lunch-rush", "egg-and-chicken"):
        charting.hear(run(shift).facts)
    one, none, two = charting.charts
    assert one is not None and two is not None and none is None
    assert [lane.name for lane in one.dishes] == [lane.name for lane in two.dishes]
