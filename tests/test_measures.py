"""Measures over time: throughput, utilisation and waiting, since the opening."""

from __future__ import annotations

import pytest
from scenario import at, busy, cook, pot

from kitchen import run
from kitchen.measures import HOUR, STEP, measures
from kitchen.measures import at as value_at
from kitchen.sandbox import Sandbox

STORY = cook(busy(60), at(20, busy(60)), at(210, pot(10, 60, 10)))


def test_a_story_is_measured_from_the_opening_on() -> None:
    told = measures(STORY.facts)
    assert value_at(told.throughput, 60) == 60.0
    assert value_at(told.throughput, 120) == 60.0
    assert value_at(told.throughput, 240) == 30.0
    assert value_at(told.utilisation, 120) == 1.0
    assert value_at(told.utilisation, 200) == pytest.approx(0.6)
    assert value_at(told.waiting, 60) == 20.0  # 40 s of the second dish, over two dishes
    assert value_at(told.waiting, 200) == 20.0


@pytest.mark.parametrize("chefs", [1, 3])
def test_at_the_end_the_figures_are_the_results(chefs: int) -> None:
    result = run(Sandbox(every=90, chefs=chefs).shift())
    told = measures(result.facts)
    end = result.makespan // STEP * STEP
    served = HOUR * result.served / result.makespan
    assert value_at(told.throughput, end) == pytest.approx(served, abs=2 * HOUR / end)
    assert value_at(told.utilisation, end) == pytest.approx(result.utilisation, rel=0.01)
