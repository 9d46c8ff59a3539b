"""Random shifts as plain data, and the same data as real recipes for the kitchen.

Durations are drawn from a continuous range, so that no two events share an instant by accident:
SimPy and the kitchen may settle such ties differently. For the same reason the hypothesis strategy
draws the seed and the features of a shift, never a duration, and hands-on work stands before,
first in and after parts made together: else much could happen in the instant of a hand-over.

No shift can deadlock: stations are claimed in the order of `STATIONS`, and parts made together
within a station are not themselves parts. None can go round for ever: food that may burn belongs to
a customer who walks out in the end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from kitchen import Cook, Order, Recipe, Shift
from tools.simpy_kitchen import PlainOrder, PlainShift, Plan, Step

STATIONS = ("hob", "oven", "grill")
BURST_SHARE = 0.2
"""Share of the orders that come at the same time as the one before."""


@dataclass(frozen=True, slots=True)
class Features:
    """What may occur in a random shift."""

    stations: bool = True
    together: bool = False
    holds: bool = False
    patience: bool = False
    gap: float = 60.0
    """Mean seconds between arrivals."""
    places: int = 3
    """At most so many stations of a kind."""


def random_shift(seed: int, orders: int, features: Features) -> PlainShift:
    """Fewer orders are a prefix of more, which helps hypothesis to shrink."""
    rng = Random(seed)
    stations = {kind: rng.randint(1, features.places) for kind in STATIONS}
    placed, at = [], 0.0
    for number in range(orders):
        rng = Random(f"{seed} {number}")
        plan = _Plans(rng, features).plan(0)
        placed.append(PlainOrder(at, plan, _patience(rng, plan, features)))
        if rng.random() > BURST_SHARE:
            at += rng.expovariate(1 / features.gap)
    return PlainShift(placed, stations)


def _patience(rng: Random, plan: Plan, features: Features) -> float | None:
    """Nearly all who may walk out can do so at any moment of the work."""
    wanted = _may_burn(plan) or (features.patience and rng.random() < 0.6)
    return rng.uniform(10.0, 2500.0) if wanted else None


def _may_burn(plan: Plan) -> bool:
    for step in plan:
        if step[0] == "timer" and step[2] is not None:
            return True
        if step[0] == "station" and _may_burn(step[2]):
            return True
        if step[0] == "together" and any(map(_may_burn, step[1])):
            return True
    return False


class _Plans:
    """Draws plans; ``rank`` is the first of the stations that may still be claimed."""

    def __init__(self, rng: Random, features: Features) -> None:
        self.rng = rng
        self.features = features

    def plan(self, rank: int, part: bool = False, depth: int = 0) -> Plan:
        steps = self.rng.choices(range(1, 5 - depth), k=1)[0] if depth < 3 else 1
        plan = [step for _ in range(steps) for step in self.steps(rank, part, depth)]
        return [self.hands(), *plan] if part else plan

    def steps(self, rank: int, part: bool, depth: int) -> Iterator[Step]:
        kinds = ["hands", "hands", "timer", "timer"]
        if self.features.stations and rank < len(STATIONS) and depth < 3:
            kinds += ["station", "station"]
        if self.features.together and depth < 2 and not (part and rank):
            kinds.append("together")
        kind = self.rng.choice(kinds)
        if kind == "timer":
            yield "timer", self.rng.uniform(1.0, 600.0), self.hold()
        elif kind == "station":
            chosen = self.rng.randrange(rank, len(STATIONS))
            yield "station", STATIONS[chosen], self.plan(chosen + 1, part, depth + 1)
        else:
            yield self.hands()
        if kind == "together":
            yield "together", self.parts(rank, depth)
            yield self.hands()

    def hands(self) -> Step:
        return ("hands", self.rng.uniform(1.0, 60.0))

    def parts(self, rank: int, depth: int) -> list[Plan]:
        return [self.plan(rank, True, depth + 1) for _ in range(self.rng.randint(1, 3))]

    def hold(self) -> float | None:
        wanted = self.features.holds and self.rng.random() < 0.5
        return self.rng.uniform(5.0, 120.0) if wanted else None


def shifts(
    *, together: bool = False, holds: bool = False, patience: bool = False
) -> st.SearchStrategy[PlainShift]:
    """Small random shifts in which these features may occur."""
    features = st.builds(
        Features,
        stations=st.booleans(),
        together=st.booleans() if together else st.just(False),
        holds=st.booleans() if holds else st.just(False),
        patience=st.booleans() if patience else st.just(False),
        gap=st.sampled_from([0.01, 30.0, 120.0]),
        places=st.integers(1, 4),
    )
    return st.builds(random_shift, st.integers(0, 2**32), st.integers(1, 15), features)


# -- the same as real recipes ------------------------------------------------------------------


def recipe_of(plan: Plan) -> Recipe:
    """A recipe that does what the plan says. All of it is one function, as recipes mostly are."""

    async def dish(cook: Cook, plan: Plan = plan) -> None:
        for step in plan:
            if step[0] == "hands":
                cook.hands("work", step[1])
            elif step[0] == "timer":
                await cook.timer("wait", step[1], hold=step[2])
            elif step[0] == "station":
                async with cook.station(step[1]):
                    await dish(cook, step[2])
            else:
                async with asyncio.TaskGroup() as group:
                    for part in step[1]:
                        group.create_task(dish(cook, part))

    return Recipe(dish)


def kitchen_shift(shift: PlainShift) -> Shift:
    orders = [
        Order(at=at, dish=recipe_of(plan), patience=patience) for at, plan, patience in shift.orders
    ]
    return Shift(orders=orders, stations=dict(shift.stations))
