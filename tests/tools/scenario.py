"""Small kitchens, and what happened in them as sentences, so that a test reads as a story.

    kitchen = cook(roast, at(30, soup, patience=60), mode="hybrid", oven=1)
    assert told(kitchen, f.StationTaken) == lines('''
        0 #1 takes oven 0
        90 #2 takes oven 0
    ''')

An order is ``#1``; the second task that its recipe started is ``#1.2``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import singledispatch
from textwrap import dedent
from typing import Any, Literal

import pytest

from kitchen import Cook, Order, Recipe, Result, Shift, run
from kitchen.sim import facts as f
from kitchen.sim.commands import AnyCommand
from kitchen.sim.policy import Policy

Dish = Recipe | Callable[[Cook], Awaitable[Any]]

FOUR = ("blocking", "concurrent", "parallel", "hybrid")
EACH_MODE = pytest.mark.parametrize("mode", FOUR)
ENDS = (f.Served, f.WalkedOut, f.TurnedAway, f.Cleared)


# -- cooking -----------------------------------------------------------------------------------


def at(when: float, dish: Dish, patience: float | Literal["recipe"] | None = "recipe") -> Order:
    """Somebody orders ``dish`` at ``when``."""
    return Order(when, dish, patience)


def shift_of(*orders: Dish | Order, closes: float | None = None, **stations: int) -> Shift:
    """A shift; a dish without a time is ordered at 0."""
    placed = [order if isinstance(order, Order) else Order(0.0, order) for order in orders]
    return Shift(placed, stations, closes=closes)


def cook(
    *orders: Dish | Order,
    mode: str = "concurrent",
    policy: str | Policy = "fifo",
    chefs: int | None = None,
    closes: float | None = None,
    commands: Sequence[tuple[float, AnyCommand]] = (),
    **stations: int,
) -> Result:
    """Run a shift of those orders to its end."""
    shift = shift_of(*orders, closes=closes, **stations)
    return run(shift, mode, policy=policy, chefs=chefs, commands=commands)


def named(name: str, function: Callable[[Cook], Awaitable[Any]]) -> Recipe:
    function.__name__ = name
    return Recipe(function)


def busy(seconds: float, name: str = "busy") -> Recipe:
    """A dish of hands-on work alone."""

    async def dish(cook: Cook) -> None:
        cook.hands("work", seconds)

    return named(name, dish)


def pot(
    before: float,
    cooks: float,
    after: float,
    hold: float | None = None,
    burn: float | None = None,
    name: str = "pot",
) -> Recipe:
    """Hands, a timer, hands: the shape of most dishes. It needs no station."""

    async def dish(cook: Cook) -> None:
        cook.hands("fill", before)
        await cook.timer("boil", cooks, hold, burn)
        cook.hands("plate", after)

    return named(name, dish)


def on_the_hob(before: float, cooks: float, after: float, name: str = "on_the_hob") -> Recipe:
    """As `pot`, with the timer on a hob."""

    async def dish(cook: Cook) -> None:
        cook.hands("fill", before)
        async with cook.station("hob"):
            await cook.timer("boil", cooks)
        cook.hands("plate", after)

    return named(name, dish)


async def together(*parts: Awaitable[None]) -> None:
    """Parts of a dish in a task group, whatever kind of awaitable they are."""

    async def part(awaitable: Awaitable[None]) -> None:
        await awaitable

    async with asyncio.TaskGroup() as group:
        for awaitable in parts:
            group.create_task(part(awaitable))


# -- telling -----------------------------------------------------------------------------------


def lines(text: str) -> list[str]:
    """A story as it stands in a test."""
    return dedent(text).strip().splitlines()


def told(result: Result, *kinds: type[f.Fact], since: float = 0.0) -> list[str]:
    """What happened since then, each with its time; of these kinds only, if any are given."""
    wanted = kinds or (f.Fact,)
    return [
        f"{fact.t:g} {tell(fact)}"
        for fact in result.facts
        if isinstance(fact, wanted) and fact.t >= since
    ]


def times(result: Result, *kinds: type[f.Fact]) -> list[float]:
    return [fact.t for fact in result.facts if isinstance(fact, kinds)]


def only(result: Result, kind: type[f.Fact]) -> Any:
    """The one fact of that kind."""
    (fact,) = [fact for fact in result.facts if type(fact) is kind]
    return fact


def _dish(fact: Any) -> str:
    part = getattr(fact, "part", 0)
    return f"#{fact.order}.{part}" if part else f"#{fact.order}"


@singledispatch
def tell(fact: Any) -> str:
    """A fact as a sentence, without its time."""
    raise NotImplementedError(f"no words for {fact!r}")


@tell.register
def _(fact: f.Opened) -> str:
    return f"the {fact.mode} kitchen opens"


@tell.register
def _(fact: f.Ordered) -> str:
    return f"{_dish(fact)} is ordered: {fact.dish}"


@tell.register
def _(fact: f.Ready) -> str:
    return f"{_dish(fact)} raises a hand"


@tell.register
def _(fact: f.Resumed) -> str:
    return f"chef {fact.chef} takes {_dish(fact)}"


@tell.register
def _(fact: f.Hands) -> str:
    return f"chef {fact.chef} does {_dish(fact)}: {fact.what}, {fact.seconds:g} s"


@tell.register
def _(fact: f.Left) -> str:
    return f"chef {fact.chef} leaves {_dish(fact)}"


@tell.register
def _(fact: f.Stares) -> str:
    return f"chef {fact.chef} stares at {_dish(fact)}: {fact.what}".removesuffix(": ")


@tell.register
def _(fact: f.TimerSet) -> str:
    return f"{_dish(fact)} cooks: {fact.what}, {fact.seconds:g} s"


@tell.register
def _(fact: f.TimerRang) -> str:
    return f"{_dish(fact)} rings"


@tell.register
def _(fact: f.TimerCut) -> str:
    return f"{_dish(fact)} is cut short"


@tell.register
def _(fact: f.Overcooked) -> str:
    return f"{_dish(fact)} is overcooked by {fact.lost:.0%}"


@tell.register
def _(fact: f.FoodBurnt) -> str:
    return f"{_dish(fact)} burns"


@tell.register
def _(fact: f.StartedAgain) -> str:
    return f"{_dish(fact)} starts again: {fact.attempt}"


@tell.register
def _(fact: f.PartEnded) -> str:
    return f"{_dish(fact)} has ended"


@tell.register
def _(fact: f.StationWanted) -> str:
    return f"{_dish(fact)} waits for a {fact.station}"


@tell.register
def _(fact: f.StationUnwanted) -> str:
    return f"{_dish(fact)} waits for no {fact.station}"


@tell.register
def _(fact: f.StationTaken) -> str:
    return f"{_dish(fact)} takes {fact.station} {fact.place}"


@tell.register
def _(fact: f.StationFreed) -> str:
    return f"{_dish(fact)} frees {fact.station} {fact.place}"


@tell.register
def _(fact: f.Said) -> str:
    return f"{_dish(fact)} says {fact.text}"


@tell.register
def _(fact: f.Served) -> str:
    share = "" if fact.quality == 1 else f" at {fact.quality:.0%}"
    return f"{_dish(fact)} is served{share}: {fact.paid} + {fact.tip}"


@tell.register
def _(fact: f.RailFull) -> str:
    return f"{_dish(fact)} finds the rail full"


@tell.register
def _(fact: f.WalkedOut) -> str:
    return f"{_dish(fact)} walks out"


@tell.register
def _(fact: f.TurnedAway) -> str:
    return f"{_dish(fact)} is turned away"


@tell.register
def _(fact: f.Cleared) -> str:
    return f"{_dish(fact)} is cleared"


@tell.register
def _(fact: f.Picked) -> str:
    return f"{_dish(fact)} is picked"


@tell.register
def _(fact: f.PickedAt) -> str:
    return f"{_dish(fact)} is pick number {fact.place}"


@tell.register
def _(fact: f.Unpicked) -> str:
    return f"{_dish(fact)} is unpicked"


@tell.register
def _(fact: f.PolicyChanged) -> str:
    return f"the policy is {fact.policy}"


@tell.register
def _(fact: f.Assisted) -> str:
    waits = "for ever" if fact.patience is None else f"{fact.patience:g}x"
    return f"food keeps {fact.hold:g}x, guests wait {waits}"


@tell.register
def _(fact: f.Closed) -> str:
    return "the kitchen closes"
