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
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen.cookbook.load import load_shift
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
from tools.games import Game, kitchen_of, save_game

LOOK = 0.4
"""Seconds of wall time between two looks at the kitchen, at speed 1."""

STALE = 60
"""Attempts without anything better, after which it begins anew."""

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


EASE = {
    "served": 1,
    "profit": 5,
    "tips": 0.5,
    "clean": 1,
    "makespan": 20,
    "walked_out": 1,
    "burnt": 1,
}
"""How much more of a measure makes a target one step easier to reach."""

ENOUGH = 2.0
"""Steps that a game should be better than each target: so much a player may do worse."""

FIRST = [
    Ideas(soon=soon, under_way=under_way, finish=finish)
    for finish in (0.3, 0.0, 0.9)
    for soon in (30.0, 0.0, 60.0)
    for under_way in (20, 6, 4, 3)
]
"""What is tried before chance is asked: without ranks, it can be told in a sentence."""


def spare(result: Result) -> float:
    """How many steps of `EASE` a game is better than the target that it reaches least; below 0:
    it does not."""
    steps = []
    for star in result.stars:
        over = star.reached - star.bound
        room = (-over if star.at_most else over) / EASE[star.measure]
        best = {"served": result.orders, "clean": result.orders, "burnt": 0, "walked_out": 0}
        steps.append(ENOUGH if star.reached == best.get(star.measure) else room)
    return min(steps)


def seek(shift: Shift, kitchen: str, seconds: float, seed: int = 0) -> tuple[float, Game]:
    """The best game that is found in so many seconds of wall time, and how much it has to spare."""
    plans, chance = courses(shift), Random(seed)
    orders, until = len(shift.orders_for(shift.seed)), time.monotonic() + seconds
    tried = [(*_game(shift, kitchen, plans, ideas), ideas) for ideas in FIRST]
    best, game, ideas = max(tried, key=itemgetter(0))
    here, stale = best, 0
    while best < ENOUGH and time.monotonic() < until:
        if stale > STALE:
            here, ideas, stale = -float("inf"), Ideas().bettered(chance, orders), 0
        other = ideas.bettered(chance, orders)
        value, found = _game(shift, kitchen, plans, other)
        stale = 0 if value > here else stale + 1
        if value >= here:
            here, ideas = value, other
        if value > best:
            best, game = value, found
    return best, game


def _game(shift: Shift, kitchen: str, plans: Plans, ideas: Ideas) -> tuple[float, Game]:
    loop = KitchenLoop()
    cooking = one_kitchen(loop, shift, shift.mode(kitchen), shift.seed, "player", lambda: plans)
    Player(cooking, plans, ideas)
    play_out(loop, [cooking])
    return spare(result_of(cooking)), Game(kitchen, cooking.commands)


def main() -> None:
    parser = argparse.ArgumentParser(description="Seek a game that earns every star of a shift.")
    parser.add_argument("shifts", nargs="+")
    parser.add_argument("--kitchen", help="the one to play; default: the shift's own")
    parser.add_argument("--seconds", type=float, default=60.0, help="wall time for each shift")
    options = parser.parse_args()
    for name in options.shifts:
        shift = load_shift(name)
        kitchen = options.kitchen or kitchen_of(shift)
        room, game = seek(shift, kitchen, options.seconds)
        told = f"{room:.1f} steps to spare, {len(game.commands)} commands"
        if room >= 0:
            save_game(name, game)
        print(f"{name}: {told}" if room >= 0 else f"{name}: not found, {-room:.1f} steps short")


if __name__ == "__main__":
    main()
