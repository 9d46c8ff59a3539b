"""Sources with the seconds that really pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import Cook, Pace, Recipe, Shift, run
from kitchen.cookbook.firststep import first_step
from kitchen.game.signs.truesource import short, sources_of, true_source
from kitchen.menu import menu
from kitchen.sim import facts as f
from kitchen.sim.shift.recipe import recipe
from kitchen.sim.shift.shift import Order

KNIVES = Pace(hands=0.85)


@recipe(price=5.0)
async def plain(cook: Cook) -> None:
    """With é, a byte more than letters."""
    cook.hands("chop the pâté", 30)
    await cook.timer("boil", 100, hold=40, burn=20)
    cook.hands(what="plate", seconds=9.5)


@recipe(price=5.0)
async def not_literal(cook: Cook) -> None:
    seconds = 30
    cook.hands("chop", seconds)
    cook.hands("stir 30", 2 * 30)
    print("hands", 30)


@recipe(price=5.0)
async def hidden(cook: Cook) -> None:
    def other(cook: Cook) -> None:
        cook.hands("chop", 30)

    other(cook)


def text(dish: Recipe, pace: Pace = KNIVES, prepped: bool = False) -> str:
    return "\n".join(true_source(dish, pace, prepped).lines)


def test_the_line_says_what_the_pace_makes_of_it() -> None:
    told = text(plain)
    assert 'cook.hands("chop the pâté", 25.5)' in told
    assert 'cook.timer("boil", 100, hold=40, burn=20)' in told
    assert 'cook.hands(what="plate", seconds=8.07)' in told or "8.08" in told
    told = text(plain, Pace(timers=2.0, hold=1.5))
    assert 'cook.timer("boil", 200, hold=60, burn=30)' in told
    assert 'cook.hands("chop the pâté", 30)' in told


@pytest.mark.parametrize("dish", [not_literal, hidden])
def test_what_is_not_provably_its_time_stays(dish: Recipe) -> None:
    assert text(dish) == "\n".join(dish.source)


def test_work_that_is_done_before_the_doors_takes_no_time() -> None:
    told = text(plain, Pace(), prepped=True)
    assert 'cook.hands("chop the pâté", 0)' in told and "seconds=9.5" in told
    assert text(not_literal, Pace(), prepped=True) == "\n".join(not_literal.source)


def test_the_line_of_every_dish_that_can_be_prepped_says_so() -> None:
    for dish in menu().values():
        zeros = [line for line in true_source(dish, Pace(), True).lines if line.endswith(", 0)")]
        first = first_step(dish)
        assert zeros == [] if first is None else (len(zeros) == 1 and f'"{first}", 0)' in zeros[0])


def test_at_the_recipes_own_pace_it_is_the_source_itself() -> None:
    for dish in menu().values():
        assert true_source(dish, Pace()).lines == tuple(dish.source)


def test_nothing_but_numbers_changes() -> None:
    for dish in menu().values():
        lines = true_source(dish, Pace(hands=0.5, timers=2.0, hold=3.0)).lines
        assert len(lines) == len(dish.source)
        for new, old in zip(lines, dish.source, strict=True):
            assert "".join(c for c in new if not (c.isdigit() or c == ".")) == "".join(
                c for c in old if not (c.isdigit() or c == ".")
            )


HANDS = [name for name, dish in menu().items() if "cook.hands(" in "".join(dish.source)]


@pytest.mark.parametrize("name", HANDS)
def test_every_step_of_hands_passes_as_its_line_says(name: str) -> None:
    """Cooked for itself: what the log says of a line is what stands on it, where a number does."""
    stations = {"hob": 4, "oven": 4, "grill": 4}
    shift = Shift([Order(0.0, menu()[name], None)], stations, pace=KNIVES)
    source = sources_of(shift)[name]
    facts = [fact for fact in run(shift).facts if isinstance(fact, f.Hands)]
    assert facts
    for fact in facts:
        line = source.lines[fact.line - 1]
        if f'hands("{fact.what}", ' in line:
            said = line.split(f'hands("{fact.what}", ')[1].split(")")[0]
            assert said == short(fact.seconds)


def test_a_prepped_dish_says_so_in_its_shift() -> None:
    shift = replace(Shift([Order(0.0, plain)], {}), prepped=["plain"])
    assert any('pâté", 0)' in line for line in sources_of(shift)["plain"].lines)


@given(st.floats(0.0, 1e6))
def test_numbers_are_short_and_near(seconds: float) -> None:
    told = short(seconds)
    assert abs(float(told) - seconds) <= 0.051 and not told.endswith(".")
