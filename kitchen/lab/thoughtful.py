"""A thoughtful player: plays a shift by a few ideas that can be told in a sentence.

Who burns soon goes first, no work is begun that would let a fire ring too long, only so many dishes
are under way at once, and of the rest the order that matters more. Its hands are human: it sees the
kitchen every `LOOK` seconds of wall time, and gives one pick in each look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kitchen.loop.loop import KitchenLoop
from kitchen.runs.careful import play_out
from kitchen.runs.kitchens import one_kitchen
from kitchen.runs.result import Result, result_of
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick
from kitchen.sim.plan import PlanStep
from kitchen.sim.policy import PLAYER
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.dish import Dish, DishPart
from kitchen.sim.work.kitchen import Kitchen

LOOK = 0.4
"""Seconds of wall time between two looks at the kitchen, at speed 1."""

Courses = Mapping[Recipe, tuple[PlanStep, ...]]


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


def play_thoughtfully(shift: Shift, kitchen: str, courses: Courses, ideas: Ideas) -> Result:
    """What comes of a shift in that kitchen; the result has the picks."""
    loop = KitchenLoop()
    cooking = one_kitchen(loop, shift, shift.mode(kitchen), shift.seed, PLAYER, lambda: courses)
    ThoughtfulPlayer(cooking, courses, ideas)
    play_out(loop, [cooking])
    return result_of(cooking)


class ThoughtfulPlayer:
    """Sits in front of one kitchen and picks."""

    def __init__(self, kitchen: Kitchen, courses: Courses, ideas: Ideas) -> None:
        self._kitchen, self._ideas = kitchen, ideas
        self._look = LOOK * kitchen.shift.tempo
        self._blocks = {recipe.name: _works(plan) for recipe, plan in courses.items()}
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
        free = kitchen.brigade.could_begin or self._busy_until <= now + self._look
        if free and not len(kitchen.picking.line):
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
            elif (dish.worked == 0 and begun >= ideas.under_way) or self._too_long(dish, part, now):
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
