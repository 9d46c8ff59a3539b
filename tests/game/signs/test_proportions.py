"""A recipe's steps as long as they take: nothing overlaps, nothing is lost, all of it fits."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.cookbook.load import load_shift
from kitchen.game.signs.proportions import pips
from kitchen.runs.courses import rehearse
from kitchen.sim.plan import PlanStep

SPANS = st.lists(
    st.tuples(st.sampled_from(["hands", "timer"]), st.integers(0, 900), st.integers(0, 600)),
    min_size=1,
    max_size=14,
)


def plan(spans: list[tuple[str, int, int]]) -> tuple[PlanStep, ...]:
    steps = sorted(spans, key=lambda span: span[1])
    return tuple(
        PlanStep("hands" if kind == "hands" else "timer", "x", seconds, 0, None, 1, at=float(at))
        for kind, at, seconds in steps
    )


@given(SPANS, st.sampled_from([70.0, 132.0, 700.0]))
def test_all_steps_fit_and_those_of_one_row_do_not_overlap(
    spans: list[tuple[str, int, int]], width: float
) -> None:
    row = pips(plan(spans), width)
    assert len(row) == len(spans)
    assert all(0.0 <= pip.left < pip.right <= width + 1e-6 for pip in row)
    assert all(pip.row < pip.rows for pip in row)
    for a, b in combinations(row, 2):
        if a.row == b.row:
            assert a.right <= b.left + 1e-6 or b.right <= a.left + 1e-6


def test_what_takes_ten_times_as_long_is_ten_times_as_long() -> None:
    row = pips(plan([("hands", 0, 30), ("timer", 30, 300), ("hands", 330, 60)]), 390.0)
    assert [pip.right - pip.left for pip in row] == pytest.approx([30.0, 300.0, 60.0], rel=1e-3)
    assert [pip.hands for pip in row] == [True, False, True]


def test_what_is_hardly_any_time_can_still_be_seen() -> None:
    row = pips(plan([("hands", 0, 1), ("timer", 1, 3000), ("hands", 3001, 2)]), 70.0)
    assert all(pip.right - pip.left >= 2.4 for pip in row)
    assert row[-1].right == pytest.approx(70.0, rel=1e-3)


def test_parts_that_cook_at_once_lie_below_each_other() -> None:
    burger = rehearse(load_shift("lunch-rush"))["burger"]
    row = pips(burger, 70.0)
    assert {pip.rows for pip in row} == {1, 2}
    fires = [pip for pip in row if not pip.hands]
    assert any(a.row != b.row and a.left < b.right and b.left < a.right
               for a, b in pairwise(fires))  # fmt: skip


def test_of_nothing_there_are_no_steps() -> None:
    assert pips((), 70.0) == ()
