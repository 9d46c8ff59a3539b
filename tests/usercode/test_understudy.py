"""Understudies: a rehearsal leaves no trace, and a policy that asks nothing changes nothing."""

from __future__ import annotations

import asyncio
import functools
import itertools
import math
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen import Burnt, Cook, Order, Raised, Recipe, RecipeError, Shift, recipe, run
from kitchen.loop.loop import KitchenLoop
from kitchen.menu import menu
from kitchen.runs.courses import rehearse
from kitchen.runs.result import Result
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.recipe import as_recipe
from kitchen.usercode.understudy import understudy


def longest_up(raised: Sequence[Raised], now: float) -> Raised:
    """A user's policy that is `fifo`."""
    return raised[0]


def lines(result: Result) -> list[f.Fact]:
    """All that happened, but for the name of the policy."""
    return [
        replace_policy(fact) if isinstance(fact, f.Opened) else fact for fact in result.facts
    ]  # fmt: skip


def replace_policy(fact: f.Opened) -> f.Opened:
    values = {name: getattr(fact, name) for name in fact.__struct_fields__}
    return f.Opened(**values | {"policy": "any"})


def plan(dish: Any) -> list[tuple[str, str, float]]:
    made = as_recipe(dish)
    steps = rehearse(Shift([Order(0, made)], {"hob": 1}))[made.name]
    return [(step.kind, step.what, step.seconds) for step in steps]


# -- what can be rehearsed ---------------------------------------------------------------------


def test_every_dish_of_the_house_has_an_understudy() -> None:
    assert [name for name, dish in menu().items() if understudy(dish) is None] == []


SECONDS = {"chop": [3, 4], "stir": [5]}
PAN = asyncio.Lock()
PLATES = asyncio.Queue[int]()
ROUNDS = 0


async def helper(cook: Cook, what: str, *, twice: bool = True) -> None:
    for seconds in SECONDS[what] * (2 if twice else 1):
        cook.hands(what, seconds)


def spiced(seconds: int) -> Callable[[Any], Any]:
    def decorate(function: Any) -> Any:
        @functools.wraps(function)
        async def wrapped(cook: Cook) -> None:
            cook.hands("spice", seconds)
            await function(cook)

        return wrapped

    return decorate


def test_plain_data_functions_and_unused_locks_are_copied() -> None:
    class Spilt(Exception):
        pass

    seen: list[int] = []

    @spiced(2)
    async def dish(cook: Cook, often: tuple[int, ...] = (1,)) -> None:
        seen.append(1)
        SECONDS["chop"].append(9)
        async with PAN, asyncio.TaskGroup() as group:
            group.create_task(helper(cook, "chop"), name="chop")
            group.create_task(helper(cook, "stir", twice=False), name="stir")
        try:
            raise Spilt
        except Spilt:
            cook.hands("wipe", math.floor(2.5) + len(seen) + often[0])
        PLATES.put_nowait(1)

    assert plan(dish) == [
        ("hands", "spice", 2), *[("hands", "chop", s) for s in (3, 4, 9, 3, 4, 9)],
        ("hands", "stir", 5), ("hands", "wipe", 4),
    ]  # fmt: skip
    assert SECONDS == {"chop": [3, 4], "stir": [5]}
    assert (seen, PAN.locked(), PLATES.qsize()) == ([], False, 0)


def test_a_global_of_its_own_is_counted_up_in_the_double_alone() -> None:
    async def dish(cook: Cook) -> None:
        global ROUNDS
        ROUNDS += 1
        cook.hands("work", ROUNDS)

    assert plan(dish) == plan(dish) == [("hands", "work", 1)]
    assert ROUNDS == 0


def test_a_nonlocal_variable_is_counted_up_in_the_double_alone() -> None:
    rounds = 0

    async def dish(cook: Cook) -> None:
        nonlocal rounds
        rounds += 1
        cook.hands("work", rounds)

    assert plan(dish) == plan(dish) == [("hands", "work", 1)]
    assert rounds == 0


def test_a_recipe_that_calls_another_and_itself() -> None:
    @recipe()
    async def side(cook: Cook) -> None:
        cook.hands("side", 1)

    @recipe()
    async def dish(cook: Cook, depth: int = 2) -> None:
        await side(cook)
        if depth:
            await dish.function(cook, depth - 1)  # type: ignore[call-arg]

    assert plan(dish) == [("hands", "side", 1)] * 3


def test_a_rehearsal_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    async def dish(cook: Cook) -> None:
        print("at work")
        cook.hands("work", 1)

    assert plan(dish) == [("hands", "work", 1)]
    assert capsys.readouterr().out == ""


def test_a_partial() -> None:
    async def dish(seconds: float, cook: Cook) -> None:
        cook.hands("work", seconds)

    assert plan(functools.partial(dish, 7)) == [("hands", "work", 7)]


# -- what cannot -------------------------------------------------------------------------------

COUNT = itertools.count(1)
CHANCE = random.Random(5)
LUNCH = asyncio.Event()
RAIL = asyncio.Queue[int]()
MADE: dict[str, Any] = {}


@dataclass
class Counter:
    made = 0
    count: int = 0

    def up(self) -> int:
        self.count += 1
        return self.count


COUNTER = Counter()


async def by_count(cook: Cook) -> None:
    cook.hands("work", next(COUNT))


async def by_chance(cook: Cook) -> None:
    cook.hands("work", CHANCE.randrange(9))


async def by_the_module_of_chance(cook: Cook) -> None:
    cook.hands("work", random.randrange(9))


async def by_an_object(cook: Cook) -> None:
    cook.hands("work", COUNTER.up())


async def by_a_class(cook: Cook) -> None:
    Counter.made += 1
    cook.hands("work", Counter.made)


async def by_the_environment(cook: Cook) -> None:
    os.environ["KITCHEN_TEST"] = str(int(os.environ.get("KITCHEN_TEST", "0")) + 1)
    cook.hands("work", int(os.environ["KITCHEN_TEST"]))


async def by_an_attribute_of_a_function(cook: Cook) -> None:
    by_count.made = getattr(by_count, "made", 0) + 1  # type: ignore[attr-defined]
    cook.hands("work", by_count.made)  # type: ignore[attr-defined]


async def by_an_attribute_of_asyncio(cook: Cook) -> None:
    asyncio.Event.made = 1 + vars(asyncio.Event).get("made", 0)  # type: ignore[attr-defined]
    cook.hands("work", asyncio.Event.made)  # type: ignore[attr-defined]


async def by_what_is_imported(cook: Cook) -> None:
    import string

    string.made = vars(string).get("made", 0) + 1  # type: ignore[attr-defined]
    cook.hands("work", string.made)  # type: ignore[attr-defined]


async def by_way_of_a_frame(cook: Cook) -> None:
    names = by_way_of_a_frame.__globals__
    names["MADE"]["frame"] = names["MADE"].get("frame", 0) + 1
    cook.hands("work", names["MADE"]["frame"])


async def by_a_class_within(cook: Cook) -> None:
    class Here:
        MADE["here"] = MADE.get("here", 0) + 1

    cook.hands("work", MADE["here"] + len(vars(Here)))


@functools.cache
def once(dish: str) -> int:
    MADE[dish] = MADE.get(dish, 0) + 1
    return int(MADE[dish])


async def by_a_cache(cook: Cook) -> None:
    cook.hands("work", once("cached"))


async def by_builtins(cook: Cook) -> None:
    names = globals()
    names["ROUNDS"] = names["ROUNDS"] + 1
    cook.hands("work", names["ROUNDS"])


UNKNOWN = [
    by_count, by_chance, by_the_module_of_chance, by_an_object, by_a_class, by_the_environment,
    by_an_attribute_of_a_function, by_an_attribute_of_asyncio, by_what_is_imported,
    by_way_of_a_frame, by_a_class_within, by_a_cache, by_builtins,
]  # fmt: skip


@pytest.mark.parametrize("dish", UNKNOWN)
def test_what_reaches_for_more_is_not_rehearsed(dish: Any) -> None:
    assert understudy(as_recipe(dish)) is None
    assert plan(dish) == []


def test_a_queue_that_holds_something_is_not_rehearsed() -> None:
    rail = asyncio.Queue[int]()

    async def dish(cook: Cook) -> None:
        cook.hands("work", await rail.get())

    assert understudy(as_recipe(dish)) is not None
    rail.put_nowait(5)
    assert understudy(as_recipe(dish)) is None


LADLE = asyncio.Lock()
BELL = asyncio.Condition(LADLE)
SHELVES: dict[str, Any] = {
    "stack": asyncio.LifoQueue[int](2), "best": asyncio.PriorityQueue[int](),
    "spoons": asyncio.BoundedSemaphore(2), "meet": asyncio.Barrier(2), "own": asyncio.Condition(),
}  # fmt: skip
RUNG: list[str] = []


def test_conditions_bounded_semaphores_barriers_and_other_queues_are_copied() -> None:
    async def waits(cook: Cook) -> None:
        async with BELL:
            await BELL.wait_for(lambda: bool(RUNG))
        cook.hands("serve", 3)

    async def dish(cook: Cook) -> None:
        SHELVES["stack"].put_nowait(4)
        async with asyncio.TaskGroup() as group, SHELVES["spoons"], SHELVES["own"]:
            group.create_task(waits(cook))
            await cook.timer("boil", 10)
            async with LADLE:  # the condition's own
                RUNG.append("now")
                BELL.notify_all()
        cook.hands("eat", SHELVES["stack"].get_nowait())

    assert plan(dish) == [("timer", "boil", 10), ("hands", "serve", 3), ("hands", "eat", 4)]
    assert (RUNG, SHELVES["stack"].qsize()) == ([], 0)


@pytest.mark.parametrize("kind", [asyncio.LifoQueue, asyncio.PriorityQueue])
def test_what_is_no_longer_as_new_is_not_copied(kind: Any) -> None:
    rail, spoons = kind(), asyncio.BoundedSemaphore(1)

    async def dish(cook: Cook) -> None:
        async with spoons:
            cook.hands("work", await rail.get())

    assert understudy(as_recipe(dish)) is not None
    rail.put_nowait(5)
    rail.get_nowait()
    assert understudy(as_recipe(dish)) is None, "somebody may wait in join() for ever"
    rail.task_done()
    assert understudy(as_recipe(dish)) is not None
    asyncio.run(spoons.acquire())
    assert understudy(as_recipe(dish)) is None


def test_what_goes_wrong_alone_has_no_plan() -> None:
    async def fails(cook: Cook) -> None:
        raise ValueError("no salt")

    async def burns(cook: Cook) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(fire(cook))
            await cook.timer("wait", 0.5)
            cook.hands("look away", 100)

    async def fire(cook: Cook) -> None:
        await cook.timer("roast", 1, hold=1)

    assert plan(fails) == plan(burns) == []
    with pytest.raises(RecipeError, match="no salt"):
        run(Shift([Order(0, fails)]), policy="shortest")


def test_a_policy_is_told_that_nobody_knows() -> None:
    left: list[list[float]] = []

    def watching(raised: Sequence[Raised], now: float) -> Raised:
        left.append([hand.hands_left for hand in raised])
        return raised[0]

    async def known(cook: Cook) -> None:
        cook.hands("work", 5)

    run(Shift([Order(0, known), Order(0, by_count), Order(0, known)]), policy=watching)
    assert left == [[5.0, math.inf, 5.0], [math.inf, 5.0], [5.0]]


def test_shortest_takes_last_what_nobody_knows() -> None:
    async def known(cook: Cook) -> None:
        cook.hands("work", 500)

    shift = Shift([Order(0, known), Order(0, by_count), Order(0, by_count), Order(0, known)])
    result = run(shift, policy="shortest")
    assert [fact.order for fact in result.facts if isinstance(fact, f.Resumed)] == [1, 4, 2, 3]


# -- a policy equal to fifo gives fifo's numbers -----------------------------------------------


@dataclass(frozen=True)
class Shared:
    """All that recipes may share, as a module would have it, as new."""

    count: Any
    chance: random.Random
    event: asyncio.Event
    lock: asyncio.Lock
    semaphore: asyncio.Semaphore
    queue: asyncio.Queue[int]
    made: list[int]
    numbers: dict[str, int]
    counter: Counter


def as_new() -> Shared:
    random.seed(7)
    Counter.made = 0
    os.environ["KITCHEN_TEST"] = "0"
    return Shared(
        itertools.count(1), random.Random(3), asyncio.Event(), asyncio.Lock(),
        asyncio.Semaphore(2), asyncio.Queue(), [], {"made": 0}, Counter(),
    )  # fmt: skip


Deed = Callable[[Cook, Shared], Any]


async def counts(cook: Cook, shared: Shared) -> None:
    cook.hands("count", next(shared.count))


async def draws(cook: Cook, shared: Shared) -> None:
    cook.hands("draw", shared.chance.randrange(1, 9))


async def draws_of_all(cook: Cook, shared: Shared) -> None:
    cook.hands("draw of all", random.randrange(1, 9))


async def opens(cook: Cook, shared: Shared) -> None:
    if not shared.event.is_set():
        cook.hands("open", 30)
        shared.event.set()
    await shared.event.wait()


async def locks(cook: Cook, shared: Shared) -> None:
    async with shared.lock, shared.semaphore:
        await cook.timer("under lock", 5 + len(shared.made))


async def notes(cook: Cook, shared: Shared) -> None:
    shared.made.append(cook.order)
    shared.numbers["made"] += 1
    cook.hands("note", sum(shared.made) + shared.numbers["made"])


async def queues(cook: Cook, shared: Shared) -> None:
    if shared.queue.empty():
        shared.queue.put_nowait(cook.order)
    else:
        cook.hands("fetch", 3 * await shared.queue.get())


async def adds_up(cook: Cook, shared: Shared) -> None:
    Counter.made += 1
    cook.hands("add up", shared.counter.up() + Counter.made)


async def asks_around(cook: Cook, shared: Shared) -> None:
    os.environ["KITCHEN_TEST"] += "1"
    cook.hands("ask around", len(os.environ["KITCHEN_TEST"]))


async def says(cook: Cook, shared: Shared) -> None:
    task = asyncio.create_task(asyncio.sleep(1))
    await task
    cook.say(f"{len(shared.made)} made")


async def burns(cook: Cook, shared: Shared) -> None:
    try:
        await cook.timer("roast", 4, hold=2)
    except Burnt:
        shared.made.clear()


DEEDS: list[Deed] = [counts, draws, draws_of_all, opens, locks, notes, queues, adds_up,
                     asks_around, says, burns]  # fmt: skip


def sharing(deeds: Sequence[Deed], shared: Shared, name: str) -> Recipe:
    async def dish(cook: Cook) -> None:
        for deed in deeds:
            await deed(cook, shared)
            await cook.timer("rest", 2)

    dish.__name__ = name
    return Recipe(dish)


Menu = list[list[Deed]]
MENUS = st.lists(st.lists(st.sampled_from(DEEDS), min_size=1, max_size=4), min_size=1, max_size=3)
ORDERS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 2), st.none() | st.integers(5, 90)),
                  min_size=1, max_size=6)  # fmt: skip


def shift_of(dishes: Menu, orders: list[tuple[int, int, int | None]]) -> Shift:
    """With everything that its recipes share as new."""
    shared = as_new()
    recipes = [sharing(deeds, shared, f"dish_{i}") for i, deeds in enumerate(dishes)]
    made = [Order(at, recipes[dish % len(recipes)], waits) for at, dish, waits in orders]
    return Shift(made, chefs=3)


@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None)
@given(dishes=MENUS, orders=ORDERS)
def test_a_policy_that_is_fifo_gives_the_numbers_of_fifo(
    mode: str, dishes: Menu, orders: list[tuple[int, int, int | None]]
) -> None:
    fifo = run(shift_of(dishes, orders), mode)
    mine = run(shift_of(dishes, orders), mode, policy=longest_up)
    assert lines(mine) == lines(fifo)


@settings(deadline=None)
@given(dishes=MENUS, orders=ORDERS)
def test_neither_a_service_nor_a_rehearsal_touches_what_recipes_share(
    dishes: Menu, orders: list[tuple[int, int, int | None]]
) -> None:
    shift = shift_of(dishes, orders)
    rehearse(shift)
    service = Service(KitchenLoop(), shift, policy="shortest")
    service.sweep()
    service.loop.close()
    assert lines(run(shift)) == lines(run(shift_of(dishes, orders)))


def test_a_shift_of_the_house_is_the_same_under_a_policy_that_is_fifo() -> None:
    for mode in MODES:
        mine = run("lunch-rush", mode, policy=longest_up)
        assert lines(mine) == lines(run("lunch-rush", mode))


def test_a_shift_with_other_recipes_is_itself_where_they_are_the_same() -> None:
    shift = shift_of([[counts]], [(0, 0, None)])
    assert shift.with_recipes(lambda dish: dish) is shift
    other = shift.with_recipes(lambda dish: replace(dish, price=3.0))
    assert [order.recipe.price for order in other.orders] == [3.0]
