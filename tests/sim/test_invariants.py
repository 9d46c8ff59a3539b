"""What is true of every kitchen, whatever is cooked in it: checked over random shifts.

A recipe is data (`Steps`), so that hypothesis can make one up and make it smaller. Times are small
whole numbers, so that much happens in the same instant.

No shift can stall: stations are claimed in the order of `STATIONS`, and a part that holds one does
not wait for anything that needs the same chef. None can go on for ever: whoever ordered something
that may burn walks out in the end.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from weakref import WeakKeyDictionary

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from tools.scenario import EACH_MODE, FOUR, cook, tell

from kitchen import (
    Burnt,
    Cook,
    Order,
    Raised,
    Recipe,
    RecipeError,
    Result,
    Shift,
    compare,
    run,
)
from kitchen.sim import facts as f
from kitchen.sim.policy import POLICIES, Policy
from kitchen.sim.view.kitchenview import KitchenView

STATIONS = ("hob", "oven", "grill")

RECIPES = settings(deadline=None, derandomize=True)

# -- recipes as data ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Hands:
    seconds: int


@dataclass(frozen=True)
class Boil:
    seconds: int
    hold: int | None = None
    catches: bool = False
    """Whether the recipe catches its burning."""


@dataclass(frozen=True)
class At:
    station: str
    inside: Steps


@dataclass(frozen=True)
class Together:
    parts: tuple[Steps, ...]
    gather: bool = False


@dataclass(frozen=True)
class Pause:
    """`asyncio.sleep`."""

    seconds: int = 0


@dataclass(frozen=True)
class Tidy:
    """``try`` and ``finally``."""

    inside: Steps
    clean_up: Steps


@dataclass(frozen=True)
class Within:
    """`asyncio.timeout`."""

    seconds: int
    inside: Steps


Step = Hands | Boil | At | Together | Pause | Tidy | Within
Steps = tuple[Step, ...]


class Oops(Exception):
    """What goes wrong in these recipes, at every possible place."""


Trap = Callable[[], None]
"""Called before and after everything that is awaited; may raise `Oops`."""


def no_trap() -> None:
    pass


async def follow(cook: Cook, steps: Steps, trap: Trap = no_trap) -> None:
    """Cook what the data says."""
    for step in steps:
        trap()
        match step:
            case Hands(seconds):
                cook.hands("work", seconds)
            case Boil(seconds, hold, catches):
                with contextlib.suppress(*([Burnt] if catches else [])):
                    await cook.timer("boil", seconds, hold)
            case Pause(seconds):
                await asyncio.sleep(seconds)
            case At(station, inside):
                async with cook.station(station):
                    await follow(cook, inside, trap)
            case Together(parts, True):
                await asyncio.gather(*(follow(cook, part, trap) for part in parts))
            case Together(parts, False):
                async with asyncio.TaskGroup() as group:
                    for part in parts:
                        group.create_task(follow(cook, part, trap))
            case Tidy(inside, clean_up):
                try:
                    await follow(cook, inside, trap)
                finally:
                    await follow(cook, clean_up)
            case Within(seconds, inside):
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await follow(cook, inside, trap)
    trap()


def dish(steps: Steps, name: str = "dish") -> Recipe:
    attempts: WeakKeyDictionary[asyncio.Task[object], int] = WeakKeyDictionary()

    async def function(cook: Cook) -> None:
        task = asyncio.current_task()
        assert task is not None
        attempts[task] = attempts.get(task, 0) + 1
        assert attempts[task] < 50, "it burns for ever"
        await follow(cook, steps)

    function.__name__ = name
    return Recipe(function)


def may_burn(steps: Steps) -> bool:
    for step in steps:
        match step:
            case Boil(_, hold, catches):
                if hold is not None and not catches:
                    return True
            case At(_, inside) | Within(_, inside):
                if may_burn(inside):
                    return True
            case Together(parts):
                if any(map(may_burn, parts)):
                    return True
            case Tidy(inside, clean_up):
                if may_burn(inside) or may_burn(clean_up):
                    return True
    return False


# -- making them up ----------------------------------------------------------------------------

SECONDS = st.integers(0, 12)
COOKING = st.builds(Boil, st.integers(0, 40), st.none() | st.integers(0, 15), st.booleans())
PLAIN = st.builds(Hands, SECONDS) | COOKING
"""Steps that end by themselves, whoever else needs the chef."""
CLEAN_UP = st.builds(Hands, SECONDS) | st.builds(Boil, st.integers(0, 40))


def some(steps: st.SearchStrategy[Step], most: int = 3) -> st.SearchStrategy[Steps]:
    return st.lists(steps, max_size=most).map(tuple)


def nested(steps: st.SearchStrategy[Step]) -> st.SearchStrategy[Step]:
    """Steps around steps."""
    tidy = st.builds(Tidy, some(steps), some(CLEAN_UP, 2))
    return steps | tidy | st.builds(Within, st.integers(0, 30), some(steps))


def at_stations(inside: st.SearchStrategy[Step], first: int) -> st.SearchStrategy[Step]:
    """A step at one of the stations from the first on, and within it perhaps at a later one."""
    kinds = []
    for number in range(first, len(STATIONS)):
        steps = inside | at_stations(inside, number + 1) if number + 1 < len(STATIONS) else inside
        kinds.append(st.builds(At, st.just(STATIONS[number]), some(steps)))
    return st.one_of(kinds)


PART = nested(PLAIN | st.builds(Pause, SECONDS) | at_stations(nested(PLAIN), 1))
TOGETHER = st.builds(
    Together, st.lists(some(PART), min_size=1, max_size=3).map(tuple), st.booleans()
)
WHOLE = nested(
    PLAIN
    | st.builds(Pause, SECONDS)
    | TOGETHER
    | at_stations(nested(PLAIN), 0)
    | st.builds(At, st.just("hob"), some(PLAIN | TOGETHER))
)


@st.composite
def recipes(draw: st.DrawFn) -> Steps:
    return draw(some(WHOLE, 4))


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    dishes = draw(st.lists(recipes(), min_size=1, max_size=3))
    orders = []
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.integers(0, len(dishes) - 1))
        steps = dishes[number]
        patience = st.integers(1, 120)
        waits = draw(patience if may_burn(steps) else st.none() | patience)
        at = draw(st.integers(0, 40))
        orders.append(Order(float(at), dish(steps, f"dish_{number}"), waits))
    stations = {kind: draw(st.integers(1, 2)) for kind in STATIONS}
    closes = draw(st.none() | st.integers(1, 100))
    return Shift(orders, stations, chefs=draw(st.integers(2, 4)), closes=closes)


def by_lot(seed: int) -> Policy:
    chance = random.Random(seed)

    def lottery(raised: Sequence[Raised], now: float) -> Raised:
        return chance.choice(raised)

    return lottery


HOUSE_POLICIES = [name for name in POLICIES if name != "player"]
POLICY = st.sampled_from(HOUSE_POLICIES) | st.integers(0, 99).map(by_lot)


# -- what is true of every kitchen -------------------------------------------------------------


def assert_sound(result: Result) -> None:
    """All of it. What it looks at are the facts, and nothing that was folded from them."""
    for check in (
        in_order_of_time, a_chef_does_one_thing_at_a_time, hands_never_overlap,
        no_station_holds_too_many, stations_are_first_come_first_served,
        every_order_ends_exactly_once, money_is_conserved, work_is_counted,
        timers_ring_on_time_or_are_cut, raised_hands_are_taken_once,
        nobody_idles_while_a_hand_is_up, all_is_at_rest_at_the_end,
        an_order_that_has_ended_is_left_alone,
    ):  # fmt: skip
        check(result)


def in_order_of_time(result: Result) -> None:
    times = [fact.t for fact in result.facts]
    assert times == sorted(times)
    assert isinstance(result.facts[0], f.Opened)
    last = result.facts[-1]
    assert isinstance(last, f.Closed) and last.makespan == last.t == result.makespan
    assert sum(isinstance(fact, f.Opened | f.Closed) for fact in result.facts) == 2


def a_chef_does_one_thing_at_a_time(result: Result) -> None:
    """A chef takes a dish, works on it or stares at it, and leaves it before the next."""
    at: dict[int, tuple[int, int]] = {}
    staring: set[int] = set()
    for fact in result.facts:
        match fact:
            case f.Resumed(_, chef, order, part):
                if chef in at:
                    assert chef in staring and result.attention == "stay"
                    assert at[chef][0] == order, "a chef who stays has one dish"
                assert 1 <= chef <= result.chefs
                staring.discard(chef)
                at[chef] = order, part
            case f.Hands(_, chef, order, part):
                assert at[chef] == (order, part) and chef not in staring
            case f.Stares(_, chef, order, part):
                assert result.attention == "stay"
                assert at[chef] == (order, part) and chef not in staring
                staring.add(chef)
            case f.Left(_, chef, order, part):
                assert at.pop(chef) == (order, part) and chef not in staring
            case f.Closed():
                assert not at


def hands_never_overlap(result: Result) -> None:
    """Of a chef, and of a part of a dish; and nobody leaves with work to be done."""
    chefs: dict[int, float] = defaultdict(float)
    parts: dict[tuple[int, int], float] = defaultdict(float)
    for fact in result.facts:
        match fact:
            case f.Hands(t, chef, order, part, seconds=seconds):
                assert t >= chefs[chef] and t >= parts[order, part]
                chefs[chef] = parts[order, part] = t + seconds
            case f.Left(t, chef) | f.Stares(t, chef):
                assert t >= chefs[chef]
            case f.Resumed(t, chef, order, part):
                assert t >= chefs[chef] and t >= parts[order, part]


def no_station_holds_too_many(result: Result) -> None:
    opened = result.facts[0]
    assert isinstance(opened, f.Opened)
    held: dict[str, dict[int, tuple[int, int]]] = {kind: {} for kind in opened.stations}
    for fact in result.facts:
        match fact:
            case f.StationTaken(_, order, part, station, place):
                assert place not in held[station]
                held[station][place] = order, part
                assert len(held[station]) <= opened.stations[station]
                free = set(range(opened.stations[station])) - held[station].keys()
                assert 0 <= place < opened.stations[station]
                assert all(place < other for other in free), "the lowest free place"
            case f.StationFreed(_, order, part, station, place):
                assert held[station].pop(place) == (order, part)
    assert not any(held.values())


def stations_are_first_come_first_served(result: Result) -> None:
    """Who is passed over in the line had been cancelled by then, and never takes that place."""
    line: dict[str, list[tuple[int, int]]] = defaultdict(list)
    passed_over: set[tuple[str, tuple[int, int]]] = set()
    for fact in result.facts:
        match fact:
            case f.StationWanted(_, order, part, station):
                line[station].append((order, part))
            case f.StationUnwanted(_, order, part, station):
                line[station].remove((order, part))
                passed_over.discard((station, (order, part)))
            case f.StationTaken(_, order, part, station):
                who, standing = (order, part), line[station]
                place = standing.index(who) if who in standing else len(standing)
                passed_over |= {(station, other) for other in standing[:place]}
                assert (station, who) not in passed_over
                del standing[place : place + 1]
    assert not passed_over and not any(line.values())


def every_order_ends_exactly_once(result: Result) -> None:
    ends: Counter[int] = Counter()
    given_up: set[int] = set()
    cleared: Counter[int] = Counter()
    ordered: list[int] = []
    for fact in result.facts:
        match fact:
            case f.Ordered(order=order):
                ordered.append(order)
            case f.StartedAgain(order=order):
                assert not ends[order], "nobody waits for it any more"
            case f.Served(order=order):
                ends[order] += 1
            case f.WalkedOut(order=order) | f.TurnedAway(order=order):
                ends[order] += 1
                given_up.add(order)
            case f.Cleared(order=order):
                assert order in given_up
                cleared[order] += 1
    assert ordered == list(range(1, result.orders + 1))
    assert ends == Counter(ordered)
    assert cleared == Counter(given_up)
    assert result.served + result.walked_out + result.open == result.orders


def money_is_conserved(result: Result) -> None:
    prices = {fact.order: fact.price for fact in result.facts if isinstance(fact, f.Ordered)}
    served = [fact for fact in result.facts if isinstance(fact, f.Served)]
    assert round(result.revenue * 100) == sum(fact.paid + fact.tip for fact in served)
    assert all(0 <= fact.paid <= prices[fact.order] for fact in served)
    assert all(0 <= fact.quality <= 1 for fact in served)


def work_is_counted(result: Result) -> None:
    hands = sum(fact.seconds for fact in result.facts if isinstance(fact, f.Hands))
    assert hands == pytest.approx(result.utilisation * result.chefs * result.makespan)
    assert result.utilisation <= 1 + 1e-9


def timers_ring_on_time_or_are_cut(result: Result) -> None:
    """Who is cancelled raises a hand before the ring; a chef may hear of it later."""
    due: dict[int, float] = {}
    rung: dict[int, float] = {}
    spoils: dict[int, float] = {}
    raised: dict[tuple[int, int], float] = {}
    for fact in result.facts:
        match fact:
            case f.Ready(t, order, part):
                raised[order, part] = t
            case f.TimerSet(t, timer=timer, seconds=seconds, hold=hold, burn=burn):
                assert timer not in due and timer not in rung
                due[timer] = t + seconds
                if hold is not None and burn is not None:
                    spoils[timer] = hold + burn
            case f.TimerRang(t, timer=timer):
                assert due.pop(timer) == t
                rung[timer] = t
            case f.TimerCut(_, order, part, timer):
                assert raised[order, part] <= due.pop(timer)
            case f.FoodBurnt(t, timer=timer):
                assert t == rung.pop(timer) + spoils[timer]
            case f.Overcooked(t, timer=timer, lost=lost):
                assert 0 < lost < 1 and rung[timer] < t
    assert not due


def raised_hands_are_taken_once(result: Result) -> None:
    """A hand that is up goes up no second time before it was taken."""
    up: set[tuple[int, int]] = set()
    for fact in result.facts:
        match fact:
            case f.Ready(_, order, part):
                assert (order, part) not in up
                up.add((order, part))
            case f.Resumed(_, _, order, part):
                up.discard((order, part))
            case f.Cleared(order=order) | f.Served(order=order):
                up = {hand for hand in up if hand[0] != order}
    assert not up


def nobody_idles_while_a_hand_is_up(result: Result) -> None:
    """Once a moment has settled, unless all who have their hands up have a chef of their own."""
    view = KitchenView()
    for fact, then in zip(result.facts, [*result.facts[1:], None], strict=True):
        view.fold([fact])
        if then is None or then.t > fact.t:
            orders = [chef.order for chef in view.chefs if chef.state != "free"]
            own = orders if result.attention == "stay" else []
            alone = [hand for hand in view.ready if hand[0] not in own]
            assert not alone or len(orders) == result.chefs


def all_is_at_rest_at_the_end(result: Result) -> None:
    view = KitchenView()
    view.fold(result.facts)
    assert [chef.state for chef in view.chefs] == ["free"] * result.chefs
    assert all(place is None for places in view.stations.values() for place in places)
    assert not any(view.wanting.values()) and not view.ready and not view.picks
    assert not view.open_orders


def an_order_that_has_ended_is_left_alone(result: Result) -> None:
    """When it is served, or cleared away, nobody's hands are on it any more."""
    busy_until: dict[int, float] = defaultdict(float)
    over: set[int] = set()
    for fact in result.facts:
        match fact:
            case f.Hands(t, order=order, seconds=seconds):
                assert order not in over
                busy_until[order] = max(busy_until[order], t + seconds)
            case f.Ready(order=order) | f.Resumed(order=order) | f.TimerSet(order=order):
                assert order not in over
            case f.Served(t, order=order) | f.Cleared(t, order=order):
                assert busy_until[order] <= t
                over.add(order)


def story(result: Result) -> str:
    return "\n".join(f"{fact.t:g} {tell(fact)}" for fact in result.facts)


# -- over random shifts ------------------------------------------------------------------------


@settings(RECIPES, max_examples=250)
@given(shift=shifts(), policy=POLICY)
def test_random_shifts_are_sound_in_every_mode(shift: Shift, policy: str | Policy) -> None:
    for mode in FOUR:
        result = run(shift, mode, policy=policy)
        note(f"{mode}\n{story(result)}")
        assert_sound(result)


@settings(RECIPES, max_examples=60)
@given(shift=shifts())
def test_a_shift_together_is_the_shift_alone(shift: Shift) -> None:
    for result in compare(shift).kitchens:
        assert result.lines == run(shift, result.mode, chefs=result.chefs).lines


@pytest.mark.parametrize("patience", [None, 6.0])
def test_many_hands_are_done_before_an_order_ends(patience: float | None) -> None:
    async def hasty(cook: Cook) -> None:
        async def garnish() -> None:
            cook.hands("chop", 30)

        task = asyncio.create_task(garnish())
        await cook.timer("boil", 5)
        cook.hands("plate", 2)
        assert task.get_name()

    result = cook(Order(0.0, hasty, patience), mode="hybrid")
    an_order_that_has_ended_is_left_alone(result)


# -- a walk-out at every moment ----------------------------------------------------------------


def moments(result: Result) -> list[float]:
    """Every moment at which something happens, and one in between."""
    times = sorted({fact.t for fact in result.facts})
    between = [(a + b) / 2 for a, b in pairwise(times)]
    return [t for t in sorted([*times, *between]) if t > 0]


def beside(steps: Steps, patience: float | None) -> list[Order]:
    """The dish that is looked at, beside one that wants the same stations."""
    other: Steps = (Hands(2), *(At(kind, (Boil(9), Hands(1))) for kind in STATIONS))
    return [Order(0.0, dish(steps), patience), Order(1.0, dish(other, "other"), None)]


STORY: Steps = (
    Hands(3),
    At("hob", (Hands(2), Boil(10), Pause(), Hands(2), At("oven", (Boil(5, 20, True),)))),
    Together(((Hands(1), Boil(6), Hands(1)), (At("grill", (Boil(8), Hands(2))),), (Pause(4),))),
    Tidy((Boil(7), Hands(2)), (Hands(3), Boil(2), Hands(1))),
    Within(5, (Hands(1), Boil(30))),
    Together(((Boil(3),), (Tidy((Pause(20),), (Hands(2),)),)), gather=True),
    Hands(4),
)
"""Some of everything."""


@EACH_MODE
def test_a_walk_out_at_every_moment_of_a_dish(mode: str) -> None:
    stations = dict.fromkeys(STATIONS, 1)
    calm = run(Shift(beside(STORY, None), stations, chefs=2), mode)
    assert_sound(calm)
    seen = set()
    for moment in moments(calm):
        result = run(Shift(beside(STORY, moment), stations, chefs=2), mode)
        assert_sound(result)
        seen.add((result.served, result.walked_out))
    assert seen <= {(2, 0), (1, 1)} and (1, 1) in seen


@settings(RECIPES, max_examples=15)
@given(steps=recipes())
def test_a_walk_out_at_every_moment_of_a_random_dish(steps: Steps) -> None:
    stations = dict.fromkeys(STATIONS, 1)
    for mode in FOUR:
        calm = run(Shift(beside(steps, 400.0), stations, chefs=2), mode)
        for moment in moments(calm)[:25]:
            assert_sound(run(Shift(beside(steps, moment), stations, chefs=2), mode))


@EACH_MODE
def test_closing_at_every_moment(mode: str) -> None:
    stations = dict.fromkeys(STATIONS, 1)
    calm = run(Shift(beside(STORY, None), stations, chefs=2), mode)
    for moment in moments(calm)[::2]:
        assert_sound(run(Shift(beside(STORY, None), stations, chefs=2, closes=moment), mode))


# -- an exception at every await ---------------------------------------------------------------


def sprung(at: int | None) -> tuple[Trap, Iterator[int]]:
    """A trap that raises at its so-manieth call, and what counts the calls."""
    calls = count()

    def trap() -> None:
        if next(calls) == at:
            raise Oops

    return trap, calls


def clumsy(steps: Steps, at: int | None, catches: bool) -> tuple[Recipe, Iterator[int]]:
    """The dish with `Oops` raised at one place; the recipe may catch it and go on."""
    trap, calls = sprung(at)

    async def function(cook: Cook) -> None:
        try:
            await follow(cook, steps, trap)
        except* Oops:
            if not catches:
                raise
            cook.hands("mop up", 3)

    function.__name__ = "clumsy"
    return Recipe(function), calls


def shift_with(recipe: Recipe) -> Shift:
    orders = beside(STORY, None)
    return Shift([Order(0.0, recipe, None), orders[1]], dict.fromkeys(STATIONS, 1), chefs=2)


def awaits_of(steps: Steps, mode: str) -> int:
    recipe, calls = clumsy(steps, None, True)
    run(shift_with(recipe), mode)
    return next(calls)


@EACH_MODE
def test_an_exception_at_every_await_leaves_chefs_and_stations_free(mode: str) -> None:
    awaits = awaits_of(STORY, mode)
    assert awaits > 30
    for at in range(awaits):
        result = run(shift_with(clumsy(STORY, at, True)[0]), mode)
        assert_sound(result)
        assert result.served == 2


@EACH_MODE
def test_an_exception_at_every_await_ends_the_run_and_leaves_nothing_behind(
    mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Warnings are errors here, and asyncio's complaints are heard."""
    for at in range(awaits_of(STORY, mode)):
        with caplog.at_level(logging.WARNING), pytest.raises(RecipeError, match="Oops"):
            run(shift_with(clumsy(STORY, at, False)[0]), mode)
    gc.collect()
    assert [record.getMessage() for record in caplog.records] == []


@settings(RECIPES, max_examples=30)
@given(steps=recipes())
def test_an_exception_at_every_await_of_a_random_dish(steps: Steps) -> None:
    if may_burn(steps):
        return
    for mode in FOUR:
        for at in range(min(12, awaits_of(steps, mode))):
            assert_sound(run(shift_with(clumsy(steps, at, True)[0]), mode))


def test_ending_a_run_in_the_middle_leaves_nothing_behind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Dishes in every state are dropped when another one's recipe raises."""

    async def raises(cook: Cook) -> None:
        raise Oops

    for moment in range(1, 60, 2):
        for mode in FOUR:
            with caplog.at_level(logging.WARNING), pytest.raises(RecipeError, match="Oops"):
                cook(*beside(STORY, None), Order(float(moment), raises), mode=mode, chefs=None,
                     hob=1, oven=1, grill=1)  # fmt: skip
    gc.collect()
    assert [record.getMessage() for record in caplog.records] == []
