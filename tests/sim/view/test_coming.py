"""The bar and the fuse: what they promise of a dish that waits for hands is what then happens."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.scenario import at, shift_of

from kitchen import Cook, Order, Recipe, Shift, run
from kitchen.runs.courses import rehearse
from kitchen.sim import facts as f
from kitchen.sim.plan import CLEARING, SCRAPING, PlanStep, plan_of
from kitchen.sim.shift.pace import Pace
from kitchen.sim.view.coming import Block, Fuse, coming_block, fuse, next_part
from kitchen.sim.view.kitchenview import KitchenView

# -- recipes as data ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Work:
    seconds: int


@dataclass(frozen=True)
class Boil:
    seconds: int
    hold: int | None
    burn: int


@dataclass(frozen=True)
class Rest:
    """`asyncio.sleep`: hands leave, and there may be nothing for them to do afterwards."""

    seconds: int


@dataclass(frozen=True)
class At:
    station: str
    inside: tuple[Work | Boil | Rest, ...]


@dataclass(frozen=True)
class Together:
    parts: tuple[tuple[Work | Boil | Rest | At, ...], ...]


Step = Work | Boil | Rest | At | Together


async def follow(cook: Cook, steps: tuple[Step, ...]) -> None:
    for step in steps:
        if isinstance(step, Work):
            cook.hands("work", step.seconds)
        elif isinstance(step, Boil):
            await cook.timer("boil", step.seconds, step.hold, step.burn)
        elif isinstance(step, Rest):
            await asyncio.sleep(step.seconds)
        elif isinstance(step, At):
            async with cook.station(step.station):
                await follow(cook, step.inside)
        else:
            await asyncio.gather(*(follow(cook, part) for part in step.parts))


def recipe_of(index: int, steps: tuple[Step, ...]) -> Recipe:
    async def dish(cook: Cook) -> None:
        await follow(cook, steps)

    dish.__name__ = f"dish_{index}"
    return Recipe(dish, 5.0, None)


works = st.builds(Work, st.integers(0, 20))
light = st.builds(Work, st.integers(0, 3))
boils = st.builds(
    Boil, st.integers(0, 30), st.none() | st.integers(30, 40), st.integers(5, 20)
)  # with hands to itself, no dish lets anything burn
rests = st.builds(Rest, st.integers(0, 3))
stands = st.builds(
    At,
    st.sampled_from(["hob", "oven"]),
    st.lists(light | boils | rests, max_size=3).map(tuple),
)
sides = st.lists(
    st.lists(light | boils | rests | stands, max_size=3).map(tuple), min_size=1, max_size=3
)
courses = st.lists(
    works | boils | rests | stands | st.builds(Together, sides.map(tuple)), min_size=1, max_size=5
).map(tuple)
menus = st.lists(courses, min_size=1, max_size=3)


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    recipes = [recipe_of(index, steps) for index, steps in enumerate(draw(menus))]
    orders = [
        Order(float(draw(st.integers(0, 40))), draw(st.sampled_from(recipes)), patience)
        for patience in draw(st.lists(st.integers(20, 300), min_size=1, max_size=8))
    ]
    orders.sort(key=lambda order: order.at)
    stations = {"hob": draw(st.integers(1, 3)), "oven": 1}
    return Shift(orders, stations, pace=Pace(hands=draw(st.sampled_from([1.0, 0.85]))))


# -- the bar -----------------------------------------------------------------------------------


def done_in(facts: list[f.Fact], first: int) -> tuple[float, list[str]]:
    """What hands do in the turn that begins with that `Resumed`."""
    began = facts[first]
    assert isinstance(began, f.Resumed)
    seconds, steps = 0.0, []
    for fact in facts[first + 1 :]:
        if isinstance(fact, f.WalkedOut) and fact.order == began.order:
            break  # whose guest leaves meanwhile is cleared away by the same hands
        if isinstance(fact, f.Hands) and (fact.order, fact.part) == (began.order, began.part):
            seconds += fact.seconds
            steps.append(fact.what)
        elif isinstance(fact, f.Left) and fact.chef == began.chef:
            break
    return seconds, steps


def alone(shift: Shift) -> dict[str, tuple[PlanStep, ...]]:
    """As `rehearse` has it, which refuses recipes that are data of the test's own classes."""
    return {
        name: plan_of(run(Shift([Order(0.0, recipe, None)], shift.stations, pace=shift.pace)).facts)
        for name, recipe in shift.recipes().items()
    }


def told_apart(view: KitchenView, order: int) -> bool:
    """A dish of several parts that burns, or that nobody wants any more, first tells them all."""
    seen = view.orders[order]
    upset = seen.burning is not None or seen.state != "open"
    return not upset or len(seen.live_parts) == 1


@settings(deadline=None, derandomize=True, max_examples=60)
@given(shifts(), st.sampled_from(["fifo", "deadline", "burning-first"]))
def test_the_bar_is_as_long_as_the_hands_that_then_come(shift: Shift, policy: str) -> None:
    view = KitchenView(alone(shift), hands_pace=shift.pace.hands)
    facts = list(run(shift, mode="concurrent", policy=policy).facts)
    for index, fact in enumerate(facts):
        if isinstance(fact, f.Resumed) and told_apart(view, fact.order):
            order = view.orders[fact.order]
            part = next_part(view, order)
            if part is not None and part.number == fact.part:
                block = coming_block(view, order)
                seconds, steps = done_in(facts, index)
                if block is not None:
                    assert block.seconds == pytest.approx(seconds)
                    assert list(block.steps) == steps
                else:
                    assert not view.plan(order), "nothing is known of an empty recipe alone"
        view.fold([fact])


# -- the fuse ----------------------------------------------------------------------------------


@settings(deadline=None, derandomize=True, max_examples=60)
@given(shifts())
def test_the_fuse_ends_when_quality_falls_and_when_food_burns(shift: Shift) -> None:
    view = KitchenView(rehearse(shift))
    burnt = overcooked = 0
    for fact in run(shift, mode="concurrent").facts:
        order = view.orders.get(getattr(fact, "order", 0))
        promised = fuse(order, fact.t) if order is not None else None
        if isinstance(fact, f.FoodBurnt):
            burnt += 1
            assert promised is None or promised.burns == pytest.approx(0.0)
        elif isinstance(fact, f.Overcooked):
            overcooked += 1
            assert promised is None or promised.falls < 0.0
        elif promised is not None:
            assert promised.burns >= promised.falls
            assert promised.burns >= -1e-9, "it would burn by now"
        view.fold([fact])
    assert burnt == view.burnt


def looked_at(shift: Shift, when: float) -> KitchenView:
    view = KitchenView(rehearse(shift), hands_pace=shift.pace.hands)
    view.fold(fact for fact in run(shift, mode="concurrent").facts if fact.t <= when)
    return view


async def eggs(cook: Cook) -> None:
    cook.hands("fill", 20)
    await cook.timer("boil", 100, hold=10, burn=30)
    cook.hands("drain", 6)
    cook.hands("peel", 25)


EGGS = Recipe(eggs, 5.0, None)


def test_a_dish_that_keeps_has_no_fuse_and_one_that_spoils_says_when() -> None:
    async def busy(cook: Cook) -> None:
        cook.hands("chop", 500)

    shift = shift_of(at(0, EGGS), at(1, Recipe(busy, 5.0, None)), at(2, EGGS))
    view = looked_at(shift, 125.0)
    first, last = view.orders[1], view.orders[3]
    assert coming_block(view, first) == Block(31.0, ("drain", "peel"))
    assert fuse(first, 125.0) == Fuse(5.0, 35.0)
    assert fuse(first, 132.0) == Fuse(-2.0, 28.0)
    assert coming_block(view, last) == Block(20.0, ("fill",))
    assert fuse(last, 125.0) is None
    burning = looked_at(shift, 170.0)
    assert fuse(burning.orders[1], 170.0) is None
    assert coming_block(burning, burning.orders[1]) == Block(40.0, (SCRAPING, "fill"))


def test_clearing_away_goes_at_the_pace_of_the_kitchen() -> None:
    async def busy(cook: Cook) -> None:
        cook.hands("chop", 500)

    orders = [at(0, EGGS, 60.0), at(1, Recipe(busy, 5.0, None))]
    shift = Shift(orders, pace=Pace(hands=0.5))
    view = looked_at(shift, 100.0)
    assert coming_block(view, view.orders[1]) == Block(5.0, (CLEARING,))


def test_of_a_dish_that_nobody_could_rehearse_nothing_is_said() -> None:
    view = KitchenView()
    view.fold([f.Ordered(0.0, 1, "eggs", "Eggs", 500, None), f.Ready(0.0, 1, 0)])
    assert coming_block(view, view.orders[1]) is None
