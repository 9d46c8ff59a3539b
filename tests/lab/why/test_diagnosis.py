"""What would help: each change is really run, on shifts whose answer is known, and where more is
less (Graham's anomalies)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from tools.scenario import at, busy, named, pot, shift_of

from kitchen import Cook, Diagnosis, Order, Pace, Raised, Recipe, Shift, run, why
from kitchen.lab.named import shift_named
from kitchen.lab.why.changes import ChangeKind
from kitchen.lab.why.effects import Effect
from kitchen.sim.commands import Pick


def effect(of: Diagnosis, kind: ChangeKind, what: str = "") -> Effect:
    return next(e for e in of.effects if e.change.kind == kind and what in ("", e.change.what))


# -- shifts whose answer is known ------------------------------------------------------------------


def test_ten_bowls_of_noodles_are_nothing_but_hands() -> None:
    """Ten bowls of 300 s of hands: two chefs make five each; a fire or a hob is no help."""
    of = why("noodle-bar")
    assert of.parts.wall["hands"] + of.parts.wall["line_for_hands"] == 3000
    assert effect(of, "chef").seconds == 1500.0
    assert effect(of, "hands").seconds == 600.0
    assert effect(of, "fire").verdict == effect(of, "station").verdict == "nothing"
    assert effect(of, "kitchen", "blocking").verdict == "nothing", "leaving the pots gains nothing"


def test_ten_roasts_are_worth_leaving() -> None:
    """Each 10 s of hands, an hour in the oven, 10 s of hands; there are ten ovens."""
    stay, leave = why("slow-roast", "blocking"), why("slow-roast", "concurrent")
    assert stay.result.makespan == 10 * 3620 and leave.result.makespan == 10 * 10 + 3600 + 10
    assert stay.parts.wall["staring"] == 36000
    assert effect(stay, "kitchen", "concurrent").seconds == 36200 - 3710
    assert effect(stay, "chef").seconds == 18100, "half of them each"
    assert leave.parts.wall["cooking"] == 3600
    assert effect(leave, "chef").seconds == 50, "the last of them is in the oven 50 s sooner"
    assert effect(leave, "station").verdict == "nothing"
    assert effect(leave, "kitchen", "parallel").seconds == 90, "nine more chefs save little"


def test_one_oven_wants_an_oven() -> None:
    """Ten chefs: 15 s of hands, then the oven is never empty for longer than it is open."""
    of = why("one-oven", "hybrid")
    baked = 180 + 5 + 300 + 8 + 2 * (240 + 5) + 420 + 6 + 100 + 6
    assert of.result.makespan == 15 + baked
    assert of.parts.lines.keys() == {"oven"} and of.parts.wall["line_for_station"] == 1355
    best = of.helps[0]
    assert (best.change.kind, best.change.what) == ("station", "oven")
    assert effect(of, "chef").seconds == 0.0 and effect(of, "chef").dollars < 0.0
    assert effect(of, "station", "hob").verdict == "nothing"
    alone = why("one-oven")
    assert alone.helps[0].change.what == "oven" and effect(alone, "chef").dollars < 0.0


@pytest.mark.parametrize("name", ["one-oven", "lunch-rush"])
def test_every_figure_is_that_of_a_run(name: str) -> None:
    of, (shift, _) = why(name), shift_named(name)
    changed = [
        (
            effect(of, "station", "oven"),
            run(replace(shift, stations={**shift.stations, "oven": shift.stations["oven"] + 1})),
        ),
        (effect(of, "chef"), run(shift, chefs=2, attention="leave")),
        (effect(of, "hands"), run(replace(shift, pace=Pace(hands=0.8)))),
        (effect(of, "fire"), run(replace(shift, pace=Pace(timers=0.8)))),
        (effect(of, "policy", "shortest"), run(shift, policy="shortest")),
        (effect(of, "kitchen", "blocking"), run(shift, "blocking")),
    ]
    for one, result in changed:
        assert one.result is not None and one.result.digest == result.digest
        assert one.plates == result.served - of.result.served
        assert one.dollars == round(result.profit - of.result.profit, 2)


# -- more is less ----------------------------------------------------------------------------------

SHORTER = 1
"""Seconds, of each of Graham's tasks."""

SECONDS = (3, 2, 2, 2, 4, 4, 4, 4, 9)
AFTER = {9: (1,), 5: (4,), 6: (4,), 7: (4,), 8: (4,)}
"""By task: those that come before it."""


def graham(seconds: Sequence[int], after: Mapping[int, tuple[int, ...]]) -> Callable[[], Shift]:
    """The nine tasks of "Bounds on Multiprocessing Timing Anomalies" (1969), as dishes."""

    def made() -> Shift:
        done = {number: asyncio.Event() for number in range(1, 10)}

        def task(number: int) -> Recipe:
            async def dish(cook: Cook) -> None:
                for before in after.get(number, ()):
                    await done[before].wait()
                cook.hands("work", seconds[number - 1])
                await cook.timer("hand over", 0)
                done[number].set()

            return named(f"task_{number}", dish)

        return Shift([Order(0.0, task(number)) for number in range(1, 10)])

    return made


def by_the_list(hands: Sequence[Raised], now: float) -> Raised:
    return min(hands, key=lambda hand: hand.order)


def test_grahams_fourth_processor_takes_longer() -> None:
    of = why(graham(SECONDS, AFTER), "hybrid", chefs=3)  # hands go up in the order of the list
    assert of.result.makespan == 12.0
    fourth = effect(of, "chef")
    assert fourth.result is not None and fourth.result.makespan == 15.0
    assert (fourth.verdict, fourth.seconds) == ("harms", -3.0)


def test_grahams_shorter_tasks_and_weaker_order_take_longer() -> None:
    shorter = graham([seconds - SHORTER for seconds in SECONDS], AFTER)
    weaker = graham(SECONDS, {task: AFTER[task] for task in (7, 8, 9)})
    for shift, takes in ((shorter, 13.0), (weaker, 16.0)):
        assert run(shift, "hybrid", policy=by_the_list, chefs=3).makespan == takes


def boiled(fill: float, boil: float, plate: float, name: str) -> Recipe:
    async def dish(cook: Cook) -> None:
        cook.hands("fill", fill)
        async with cook.station("hob"):
            await cook.timer("boil", boil)
            cook.hands("take off", 1)
        cook.hands("plate", plate)

    return named(name, dish)


@pytest.mark.parametrize(
    ("kind", "dishes", "makespan", "then"),
    [
        ("station", [(5, 45, 20), (15, 30, 25), (20, 5, 20), (10, 70, 20)], 188.0, 209.0),
        ("fire", [(5, 10, 5), (0, 20, 25), (15, 25, 20)], 73.0, 93.0),
        ("hands", [(5, 5, 15), (0, 70, 20), (20, 30, 25), (15, 75, 25)], 197.0, 207.4),
        ("chef", [(0, 40, 15), (20, 80, 20), (5, 15, 10)], 121.0, 122.0),
    ],
)
def test_a_hob_faster_fires_faster_hands_or_a_chef_may_take_longer(
    kind: ChangeKind, dishes: list[tuple[float, float, float]], makespan: float, then: float
) -> None:
    recipes = [boiled(*each, f"dish_{index}") for index, each in enumerate(dishes)]
    of = why(shift_of(*recipes, hob=2), "concurrent")
    one = effect(of, kind)
    assert of.result.makespan == makespan
    assert one.result is not None and one.result.makespan == pytest.approx(then)
    assert one.verdict == "harms" and one.seconds == pytest.approx(makespan - then)
    assert one not in of.helps


# -- at the edges ----------------------------------------------------------------------------------


def test_nothing_helps_a_kitchen_without_orders() -> None:
    of = why(Shift())
    assert of.path == () and of.helps == ()
    assert {one.verdict for one in of.effects} == {"nothing"}


def test_a_change_with_which_dishes_wait_for_ever_is_told_as_that() -> None:
    """One chef who stays makes one after the other; of two, each holds what the other wants."""

    def both(first: str, second: str) -> Recipe:
        async def dish(cook: Cook) -> None:
            async with cook.station(first):
                await cook.timer("wait", 10)
                async with cook.station(second):
                    cook.hands("work", 5)

        return named(f"{first}_first", dish)

    of = why(shift_of(both("hob", "oven"), both("oven", "hob"), hob=1, oven=1), "blocking")
    second = effect(of, "chef")
    assert (second.verdict, second.result, second.seconds) == ("stalls", None, None)
    assert of.effects[-1].verdict == "stalls"


def test_picks_are_kept_where_the_player_could_have_made_them() -> None:
    shift = shift_of(busy(10, "first"), pot(10, 30, 10))
    deeds = [(0.0, Pick(2)), (0.0, Pick(1)), (30.0, Pick(2))]
    of = why(shift, "concurrent", policy="player", commands=deeds)
    assert of.result.makespan == 50.0
    chef, fifo = effect(of, "chef").result, effect(of, "policy", "fifo").result
    assert chef is not None and chef.commands[:3] == deeds
    assert fifo is not None and fifo.commands == []
    assert fifo.digest == run(shift, "concurrent").digest


def test_who_served_others_is_not_called_sooner() -> None:
    shift = shift_of(at(0, busy(100)), at(0, busy(50), 120))
    of = why(shift, "concurrent")
    assert (of.result.served, effect(of, "chef").plates) == (1, 1)
    assert effect(of, "chef").seconds is None and effect(of, "chef").verdict == "helps"


def test_everything_burnt_wants_a_longer_hold() -> None:
    """The egg burns at 40 s, while the chef cuts until 45: half as long again is long enough."""
    egg, cut = pot(5, 15, 5, hold=10, burn=10), busy(40)
    of = why(shift_of(egg, cut), "concurrent")
    assert of.result.burnt == 1
    longer = effect(of, "hold")
    assert longer in of.helps and longer.result is not None and longer.result.burnt == 0
