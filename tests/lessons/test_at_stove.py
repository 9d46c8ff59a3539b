"""At the stove: what the solution picks comes to the same in the game's four kitchens as headless;
limits as they stand meanwhile; what was tried, and where one might have done otherwise."""

from __future__ import annotations

import pytest

from kitchen.lessons.book import every_lesson
from kitchen.lessons.cooking.cooked import (
    Cooked,
    broken,
    commands_of,
    cooked,
    evidence_in,
    shift_of,
)
from kitchen.lessons.cooking.limits import limits
from kitchen.lessons.cooking.tries import last_choice, told
from kitchen.lessons.goal import Evidence, Goal
from kitchen.lessons.judging.judge import solution
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.steps import BreakStep, CookStep
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.loop.stall import Stalled
from kitchen.runs.service import Service
from kitchen.sim.facts import Fact

STOVES = [
    pytest.param(lesson, step, id=f"{lesson.name}-{id_of(step)}")
    for lesson in every_lesson()
    for step in lesson.steps
    if isinstance(step, CookStep | BreakStep)
]
HOURS = 4 * 3600.0


def served(lesson: Lesson, step: Cooked, answer: list[int]) -> list[Fact]:
    """The facts of the player's kitchen of the four that a screen shows, with these picks."""
    shift, loop = shift_of(lesson, step), KitchenLoop()
    service = Service(loop, shift)
    for at, pick in commands_of(shift, answer):
        service.kitchens[service.home].command(pick, at)
    try:
        with no_loop_running():
            loop.run_to(HOURS)
        service.advance(HOURS)
    except Stalled:
        service.advance(HOURS)
    finally:
        service.sweep()
        loop.close()
    return service.pasts[service.home].facts


@pytest.mark.parametrize("lesson, step", STOVES)
def test_the_solution_comes_to_the_same_in_the_game(lesson: Lesson, step: Cooked) -> None:
    answer, shift = solution(lesson, step), shift_of(lesson, step)
    headless = cooked(shift, step, commands_of(shift, answer))
    facts = served(lesson, step, answer)
    found = broken(step, facts) if isinstance(step, BreakStep) else None
    found = found or evidence_in(facts, facts[-1].t)
    assert (found.served, found.prints, found.burnt) == (
        headless.served, headless.prints, headless.burnt,
    )  # fmt: skip
    assert (found.walked_out, found.lost) == (headless.walked_out, headless.lost)
    if step.par is not None:
        assert found.makespan == headless.makespan


# -- limits --------------------------------------------------------------------------------------


def step_with(works: Goal, par: Goal | None = None) -> CookStep:
    return CookStep(title="Dinner", says="", shift="first-steps", works=works, par=par)


def stands(step: CookStep, found: Evidence, over: bool = False) -> list[str]:
    return [limit.stands for limit in limits(step, found, over)]


def test_what_may_not_happen_is_reached_only_at_the_end() -> None:
    step = step_with(Goal(served=2, burnt=0), Goal(makespan=600))
    assert stands(step, Evidence(makespan=10.0)) == ["open", "open", "open"]
    assert stands(step, Evidence(served=["Soup", "Egg"], makespan=500.0), True) == ["reached"] * 3
    late = Evidence(served=["Soup"], burnt=1, makespan=700.0)
    assert stands(step, late) == ["open", "missed", "missed"]
    assert [limit.misses for limit in limits(step, late)] == ["", "1 burnt", "1:40 too long"]


def test_what_is_to_go_wrong_is_reached_as_soon_as_it_has() -> None:
    step = step_with(Goal(trouble="stalled"))
    assert stands(step, Evidence()) == ["open"]
    assert stands(step, Evidence(trouble="stalled", words="Stuck")) == ["reached"]
    assert stands(step, Evidence(), over=True) == ["missed"]
    assert stands(step_with(Goal(burnt=1)), Evidence(burnt=1)) == ["reached"]


def test_a_step_without_a_wish_is_to_be_cooked_to_the_end() -> None:
    assert [limit.words for limit in limits(step_with(Goal()), Evidence())] == ["cook to the end"]


# -- tries ---------------------------------------------------------------------------------------


def test_a_try_is_told_by_whose_turn_it_was() -> None:
    lesson = next(lesson for lesson in every_lesson() if lesson.name == "tongs-and-board")
    step = lesson.steps[0]
    assert isinstance(step, BreakStep)
    facts = served(lesson, step, [1, 1, 2, 2, 2])
    line = told(facts, evidence_in(facts, facts[-1].t))
    assert line.endswith(": served") and set(line.split(":")[0].split(", ")) == {"1", "2"}
    assert told([], Evidence(trouble="stalled")) == "nobody: nobody can go on"


def test_one_may_go_back_to_before_the_last_choice() -> None:
    lesson = next(lesson for lesson in every_lesson() if lesson.name == "tongs-and-board")
    step = lesson.steps[0]
    assert isinstance(step, BreakStep)
    facts = served(lesson, step, [2, 1, 2, 1, 2])
    stop = last_choice(facts, {})
    assert stop is not None and stop.time == 0.0, "all was picked while both hands were up"
    assert last_choice([], {}) is None
