"""Seeks a game for a shift: picks that a careful player could make, for the most that it can give.

    python tests/tools/seekgame.py soup-and-eggs --seconds 60

What it finds is a player of few ideas: who burns soon goes first, no work is begun that would let
a fire ring too long, only so many dishes are under way at once, and of the rest the order that
matters more. The ideas' numbers are drawn by chance and bettered step by step. Its hands are
human: it sees the kitchen every `LOOK` seconds of wall time, and gives one pick in each look.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen.loop.loop import KitchenLoop
from kitchen.runs.careful import play_out
from kitchen.runs.courses import courses
from kitchen.runs.kitchens import one_kitchen
from kitchen.runs.result import Result, result_of
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.dish import Dish, DishPart
from kitchen.sim.work.kitchen import Kitchen

LOOK = 0.4
"""Seconds of wall time between two looks at the kitchen, at speed 1."""

Plans = Mapping[Recipe, tuple[PlanStep, ...]]


@dataclass(frozen=True)
class Ideas:
    """What a player goes by. ``rank`` is by order, the least first; times are kitchen seconds."""

    rank: Mapping[int, float] = field(default_factory=dict)
    under_way: int = 20
    """Dishes that are begun at most."""
    soon: float = 30.0
    """What spoils within this goes first."""
    guard: float = 1.0
    """How much of the coming work may run into the time at which a fire spoils."""
    finish: float = 0.3
    """How much sooner a dish that is begun comes than one that is not."""

    def bettered(self, chance: Random, orders: int) -> Ideas:
        """The same with something changed by chance."""
        what = chance.random()
        if what < 0.7:
            rank = dict(self.rank)
            for _ in range(chance.choice((1, 1, 2, 3))):
                rank[chance.randint(1, orders)] = chance.random()
            return replace(self, rank=rank)
        if what < 0.8:
            return replace(self, under_way=chance.randint(2, 9))
        if what < 0.9:
            return replace(self, soon=chance.choice((0.0, 10.0, 20.0, 30.0, 45.0, 60.0)))
        if what < 0.95:
            return replace(self, guard=chance.choice((0.0, 0.5, 1.0, 9.0)))
        return replace(self, finish=chance.uniform(-0.5, 1.0))


class Player:
    """Sits in front of one kitchen and picks."""

    def __init__(self, kitchen: Kitchen, plans: Plans, ideas: Ideas) -> None:
        self._kitchen, self._ideas = kitchen, ideas
        self._look = LOOK * kitchen.shift.tempo
        self._blocks = {recipe.name: _works(plan) for recipe, plan in plans.items()}
        self._done: Counter[tuple[int, int]] = Counter()
        self._read = 0
        self._busy_until = 0.0
        kitchen.loop.call_command(self._see, self._look)

    def _see(self) -> None:
        kitchen = self._kitchen
        if kitchen.done.done():
            return
        now = kitchen.loop.now
        self._learn()
        if not len(kitchen.picking.line) and self._busy_until <= now + self._look:
            hands = [
                (dish, part)
                for dish in kitchen.dishes.values()
                for part in dish.parts
                if part.state == "raised"
            ]
            chosen = self._choose(hands, now)
            if chosen is not None:
                kitchen.command(Pick(chosen))
        kitchen.loop.call_command(self._see, now + self._look)

    def _learn(self) -> None:
        """What has happened since the last look."""
        facts = self._kitchen.facts.decided
        for fact in facts[self._read :]:
            if isinstance(fact, f.Hands):
                self._busy_until = max(self._busy_until, fact.t + fact.seconds)
                self._done[fact.order, fact.part] += 1
            elif isinstance(fact, f.StartedAgain):
                for key in [key for key in self._done if key[0] == fact.order]:
                    del self._done[key]
        self._read = len(facts)

    def _choose(self, hands: list[tuple[Dish, DishPart]], now: float) -> int | None:
        ideas = self._ideas
        begun = sum(dish.worked > 0 for dish in self._kitchen.dishes.values())
        best: tuple[tuple[int, float], int] | None = None
        for dish, part in hands:
            spoils = _spoils_at(part)
            if now < spoils < now + ideas.soon:
                key = (0, spoils)
            elif dish.worked == 0 and begun >= ideas.under_way:
                continue
            elif self._too_long(dish, part, now):
                continue
            else:
                rank = ideas.rank.get(dish.order, dish.order / 40)
                key = (1, rank - (ideas.finish if dish.worked else 0.0))
            if best is None or key < best[0]:
                best = key, dish.order
        return best[1] if best else None

    def _too_long(self, dish: Dish, part: DishPart, now: float) -> bool:
        """Whether what is on a fire would spoil while the chef is at this."""
        end = now + self._work(dish, part)
        guard = self._ideas.guard
        for other in self._kitchen.dishes.values():
            for fire in other.parts:
                if fire is part or fire.timer is None or fire.timer.hold is None:
                    continue
                ring = fire.timer.t + fire.timer.seconds
                spoils = ring + fire.timer.hold
                if now < spoils < now + (end - now) * guard:
                    return True
        return False

    def _work(self, dish: Dish, part: DishPart) -> float:
        """Seconds of its coming work, if it is as planned."""
        done = self._done[dish.order, part.number]
        works = self._blocks.get(dish.recipe.name, {}).get(part.number, ())
        return works[done] if done < len(works) else 10.0


def _spoils_at(part: DishPart) -> float:
    timer = part.timer
    if timer is None or timer.hold is None or part.rang is None:
        return float("inf")
    return part.rang + timer.hold


def _works(plan: tuple[PlanStep, ...]) -> dict[int, list[float]]:
    """By part: what of the coming work is left before each of its steps, up to its next timer."""
    works: dict[int, list[float]] = {}
    open_blocks: dict[int, int] = {}
    for step in plan:
        if step.kind == "timer":
            open_blocks.pop(step.part, None)
            continue
        mine = works.setdefault(step.part, [])
        first = open_blocks.setdefault(step.part, len(mine))
        mine.append(0.0)
        for index in range(first, len(mine)):
            mine[index] += step.seconds
    return works


def played(shift: Shift, mode: str, plans: Plans, ideas: Ideas) -> tuple[Result, Kitchen]:
    loop = KitchenLoop()
    kitchen = one_kitchen(loop, shift, shift.mode(mode), shift.seed, "player", lambda: plans)
    Player(kitchen, plans, ideas)
    play_out(loop, [kitchen])
    return result_of(kitchen), kitchen


def seek(
    shift: Shift, mode: str, worth: Callable[[Result], float], seconds: float, seed: int = 0,
    see: Callable[[Result], object] = lambda result: None, enough: float = float("inf"),
) -> tuple[float, Result, Ideas]:  # fmt: skip
    """The best game that was found in so many seconds of wall time."""
    plans, chance = courses(shift), Random(seed)
    orders = len(shift.orders_for(shift.seed))
    until = time.monotonic() + seconds
    best: tuple[float, Result, Ideas] | None = None
    while time.monotonic() < until and (best is None or best[0] < enough):
        ideas = Ideas().bettered(chance, orders)
        for order in range(1, orders + 1):
            if chance.random() < 0.5:
                ideas = replace(ideas, rank={**ideas.rank, order: chance.random()})
        here = -1e9
        stale = 0
        while stale < 60 and time.monotonic() < until:
            tried = ideas.bettered(chance, orders)
            result, _ = played(shift, mode, plans, tried)
            see(result)
            value = worth(result)
            if value >= here:
                stale = 0 if value > here else stale + 1
                ideas, here = tried, value
            else:
                stale += 1
            if best is None or value > best[0]:
                best = value, result, tried
    assert best is not None
    return best
