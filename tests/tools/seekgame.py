"""Seeks a game for a shift: picks that a careful player could make, for the most that it can give.

    python tests/tools/seekgame.py soup-and-eggs --seconds 60

What it finds is a thoughtful player (`kitchen.lab.thoughtful`), whose ideas are drawn by chance and
bettered step by step.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen.cookbook.load import load_shift
from kitchen.lab.thoughtful import Courses, Ideas, play_thoughtfully
from kitchen.runs.courses import courses
from kitchen.runs.result import Result
from kitchen.sim.shift.shift import Shift
from tools.games import Game, kitchen_of, save_game

STALE = 60
"""Attempts without anything better, after which it begins anew."""


def bettered(ideas: Ideas, chance: Random, orders: int) -> Ideas:
    """The same with something changed by chance."""
    what = chance.random()
    if what < 0.7:
        rank = dict(ideas.rank)
        for _ in range(chance.choice((1, 1, 2, 3))):
            rank[chance.randint(1, orders)] = chance.random()
        return replace(ideas, rank=rank)
    if what < 0.8:
        return replace(ideas, under_way=chance.randint(2, 9))
    if what < 0.9:
        return replace(ideas, soon=chance.choice((0.0, 10.0, 20.0, 30.0, 45.0, 60.0)))
    if what < 0.95:
        return replace(ideas, guard=chance.choice((0.0, 0.5, 1.0, 9.0)))
    return replace(ideas, finish=chance.uniform(-0.5, 1.0))


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
            here, ideas, stale = -float("inf"), bettered(Ideas(), chance, orders), 0
        other = bettered(ideas, chance, orders)
        value, found = _game(shift, kitchen, plans, other)
        stale = 0 if value > here else stale + 1
        if value >= here:
            here, ideas = value, other
        if value > best:
            best, game = value, found
    return best, game


def _game(shift: Shift, kitchen: str, plans: Courses, ideas: Ideas) -> tuple[float, Game]:
    result = play_thoughtfully(shift, kitchen, plans, ideas)
    return spare(result), Game(kitchen, result.commands)


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
