"""Targets of a day: first come, first served earns one star of three, the best policy of the house
two, a thoughtful player three.

The first star asks for what comes by itself, the second for nearly what choosing well reaches, and
the third for what no policy does. What they ask for changes from day to day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from random import Random

from kitchen.lab.thoughtful import Ideas, play_thoughtfully
from kitchen.runs.courses import courses
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim.commands import AnyCommand
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.score import stars

KITCHEN = "concurrent"

CHOOSING = ("deadline", "shortest", "burning-first")
"""The policies of the house that choose."""

PLAYERS = tuple(Ideas(under_way=dishes) for dishes in (20, 5))
"""Thoughtful players, who differ in how many dishes they have under way at most."""

LENGTH = (80.0, 210.0)
"""Seconds of play at speed 1."""

STEP: Mapping[str, float] = {"profit": 5.0, "clean": 1, "tips": 0.5}
"""A target is a multiple of this."""

ROOM = {"profit": 8.0, "clean": 2.0, "tips": 0.8}
"""How much worse than the thoughtful player one may do."""

ASKED = (
    ("profit", "clean"),
    ("profit", "tips"),
    ("clean", "profit"),
    ("tips", "profit"),
    ("walked_out", "profit"),
)
"""What the second star asks for, and the third."""

Targets = dict[str, float]

Game = Sequence[tuple[float, AnyCommand]]
"""What a player does: commands, each with its seconds of kitchen time."""


@dataclass(frozen=True)
class Rivals:
    """How a draft goes under each policy of the house, first come, first served first."""

    policies: Sequence[Result]

    @property
    def best(self) -> Result:
        return max(self.policies, key=lambda result: (result.served, result.profit))

    def fair(self, shift: Shift) -> bool:
        """Who chooses well serves most; first come, first served falls behind."""
        plain, best, orders = self.policies[0], self.best, len(shift.orders)
        return (
            best.served >= 0.8 * orders
            and plain.served >= 0.4 * orders
            and plain.profit <= 0.95 * best.profit
            and LENGTH[0] <= best.makespan / shift.tempo <= LENGTH[1]
        )

    def targets(self, player: Result, second: str, third: str) -> Targets:
        """What the stars would ask for. Whether that `tells_apart` is to be seen."""
        most = self.best.served
        served = max(min(self.policies[0].served, most - 1), ceil(0.5 * most))
        asked = {second: self._chosen(player, second), third: self._beyond(player, third)}
        return {"served": served, "profit": asked.pop("profit"), **asked}

    def _chosen(self, player: Result, measure: str) -> float:
        """Nearly what the best policy reaches."""
        if measure == "walked_out":
            return max(self.best.walked_out, player.walked_out) + 1
        return _bound(0.92 * self._most(measure), player, measure)

    def _beyond(self, player: Result, measure: str) -> float:
        """Half way between the best policy and the player."""
        between = (self._most(measure) + _reached(player, measure)) / 2
        return _bound(between + STEP[measure], player, measure)

    def _most(self, measure: str) -> float:
        return max(_reached(result, measure) for result in self.policies)

    def tells_apart(self, player: Result, targets: Targets) -> bool:
        earned = [_earned(result, targets) for result in self.policies]
        return earned[0] == 1 and max(earned) == 2 and _earned(player, targets) == 3


def targets_of(shift: Shift, chance: Random) -> tuple[Targets, Game] | None:
    """The targets of a day's draft, and a game that earns them all. None: it is too easy, too hard,
    or one in which policies do as well as a player."""
    rivals = Rivals([run_shift(shift, KITCHEN, policy=policy) for policy in ("fifo", *CHOOSING)])
    if not rivals.fair(shift) or not _blocking_fails(shift, rivals.best):
        return None
    plans, asked = courses(shift), sorted(ASKED, key=lambda _: chance.random())
    for ideas in PLAYERS:
        player = play_thoughtfully(shift, KITCHEN, plans, ideas)
        for second, third in asked:
            targets = rivals.targets(player, second, third)
            if rivals.tells_apart(player, targets):
                return targets, player.commands
    return None


def _blocking_fails(shift: Shift, best: Result) -> bool:
    return run_shift(shift, "blocking").served <= 0.5 * best.served


def _bound(wished: float, player: Result, measure: str) -> float:
    """At most what is wished, and what leaves the player room."""
    step = STEP[measure]
    return step * floor(min(wished, _reached(player, measure) - ROOM[measure]) / step)


def _reached(result: Result, measure: str) -> float:
    return float(getattr(result, measure))


def _earned(result: Result, targets: Mapping[str, float]) -> int:
    return sum(star.earned for star in stars(targets, result))
