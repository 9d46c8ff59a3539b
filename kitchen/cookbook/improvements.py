"""Improvements: what makes a kitchen of the career better, a concept of computing each.

None of them touches the experiment: one chef stays one, and blocking stays blocking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kitchen.cookbook.firststep import first_step
from kitchen.errors import ShiftError, nearest
from kitchen.sim.shift.chance import stream
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.recipe import as_recipe
from kitchen.sim.shift.shift import Shift

KNIVES, POTS, BENCH = 0.85, 1.5, 1.25
"""Factors, each time: of hands-on seconds, of how long food keeps, of guests' patience."""

BOARDS, RAIL = 2, 3
"""How many more each time: dishes that are prepped, orders that the rail holds."""

OFFERED = 3
"""Cards on the table."""

CHEF = "chef"
"""A second chef: an improvement until version 0.3. It was an experiment of its own, and is none any
more; who had one chooses something else in their place."""


@dataclass(frozen=True, slots=True)
class Improvement:
    """Something better for the kitchen. ``does`` says it in the kitchen's words, ``concept`` in
    those of computing; a sentence each. ``badge`` is what it adds, as short as can be."""

    name: str
    title: str
    badge: str
    does: str
    concept: str


IMPROVEMENTS: Mapping[str, Improvement] = {
    improvement.name: improvement
    for improvement in (
        Improvement(
            "burner",
            "One more burner",
            "+1",
            "One more hob wherever there are hobs: one more pot is on a fire at once.",
            "A semaphore with one more permit: it hands out places, one for each pot. More cook at "
            "once, and none of them needs hands for that.",
        ),
        Improvement(
            "oven",
            "One more oven",
            "+1",
            "One more oven wherever there are ovens: the line before them gets shorter.",
            "A larger pool: places that are shared. Who waits for a free one holds nobody’s hands, "
            "and yet gets nothing done.",
        ),
        Improvement(
            "knives",
            "Sharper knives",
            "−15%",
            "All work with the hands takes 15 per cent less time.",
            "A faster core: the part of a computer that works. Each step holds the event loop for "
            "less time, and who is ready is next sooner.",
        ),
        Improvement(
            "pots",
            "Heavy pots",
            "+50%",
            "What is done stays perfect half as long again, and burns as much later.",
            "A longer deadline: the latest moment that still counts. The hands may come later, and "
            "one long step spoils less.",
        ),
        Improvement(
            "bench",
            "A bench at the door",
            "+25%",
            "Guests who sit are in less of a hurry: all wait a quarter longer.",
            "A longer timeout: so long somebody waits before they give up. Fewer dishes are lost "
            "when nearly done, but a late one earns less.",
        ),
        Improvement(
            "boards",
            "Prepped boards",
            "+2",
            "The two dishes that are ordered most come with their first work done.",
            "A warm cache: what is asked for most is made before the first one asks, and takes no "
            "hands when it counts.",
        ),
        Improvement(
            "rail",
            "A longer rail",
            "+3",
            "Where few tickets fit on the rail, three more do before guests turn round.",
            "A bounded queue with more room: so many places and no more. A rush is kept for later, "
            "and what is kept waits longer.",
        ),
    )
}
"""What a player can choose from after a shift, any of them as often as it is offered."""


def improved(shift: Shift, improvements: Sequence[str]) -> Shift:
    """The shift in a kitchen with these improvements, each counted as often as it stands there.

    Raises `ShiftError` for an improvement that there is not.
    """
    for name in improvements:
        if name not in IMPROVEMENTS:
            raise ShiftError(nearest("improvement", name, IMPROVEMENTS))
    count = Counter(improvements)
    more = {"hob": count["burner"], "oven": count["oven"]}
    return replace(
        shift,
        stations={kind: places + more.get(kind, 0) for kind, places in shift.stations.items()},
        pace=_pace(shift.pace, count),
        prepped=_prepped(shift, BOARDS * count["boards"]),
        rail=None if shift.rail is None else shift.rail + RAIL * count["rail"],
    )


def _pace(pace: Pace, count: Mapping[str, int]) -> Pace:
    return replace(
        pace,
        hands=_times(pace.hands, KNIVES, count["knives"]),
        hold=_times(pace.hold, POTS, count["pots"]),
        patience=_times(pace.patience, BENCH, count["bench"]),
    )


def _times(factor: float, by: float, count: int) -> float:
    """Multiplied one by one: a power would not come out the same to the last bit everywhere."""
    for _ in range(count):
        factor *= by
    return factor


def _prepped(shift: Shift, count: int) -> list[str]:
    """What is prepped already, and so many dishes that are ordered most, of those that begin with
    work; of two that are ordered as often, the one that comes first."""
    asked: Counter[str] = Counter()
    for order in shift.orders:
        asked[order.recipe.name] += 1
    for dish, _ in shift.arrivals.dishes if shift.arrivals else ():
        asked[as_recipe(dish).name] += 0
    recipes = shift.recipes()
    begin = [name for name, _ in asked.most_common() if first_step(recipes[name])]
    more = [name for name in begin if name not in shift.prepped]
    return [*shift.prepped, *more[:count]]


def kept(improvements: Sequence[str]) -> list[str]:
    """Those that there still are."""
    return [name for name in improvements if name in IMPROVEMENTS]


def dealt(deck: int, turn: int, names: Sequence[str]) -> list[str]:
    """Three of these, for the choice number ``turn`` (from 0) of a career with this ``deck``: they
    come round in an order that the deck decides, so that each choice shows others than the one
    before as far as there are others."""
    chance = stream(deck, "improvements")
    order = sorted(IMPROVEMENTS, key=lambda _: chance.random())
    there = [name for name in order if name in names]
    first = OFFERED * turn
    return [there[(first + i) % len(there)] for i in range(min(OFFERED, len(there)))]
