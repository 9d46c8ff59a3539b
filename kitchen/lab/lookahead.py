"""The look ahead: what the next minutes of a kitchen become if one dish is picked now.

Nothing in it is estimated. The kitchen is cooked once more with all commands so far and with that
pick, first of all picks, and goes on from there with nothing else done: where the player decides,
idle hands stay idle. Whoever has not ordered yet does not come, for nobody may know of them.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kitchen.lab.shadow import Clock, Shadow
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

LossKind = Literal["burns", "leaves", "turned_away"]

KEPT = 2
"""Kitchens that are kept at hand: who points at one dish after the other need not wait."""

KINDS: dict[type[f.Fact], LossKind] = {
    f.FoodBurnt: "burns",
    f.WalkedOut: "leaves",
    f.TurnedAway: "turned_away",
}


@dataclass(frozen=True, slots=True)
class Loss:
    """Food that burns, or a guest who is not served; ``at`` in seconds of kitchen time."""

    at: float
    order: int
    kind: LossKind


@dataclass(frozen=True, slots=True)
class Foresight:
    """What happens from ``since`` to ``until`` if ``order`` is picked at ``since``."""

    order: int
    since: float
    until: float
    picked: bool
    """Whether the pick counts: not in a kitchen that does not obey, nor of a dish that has a chef
    who stays."""
    view: KitchenView
    """The kitchen as it is then, at ``until``."""
    facts: tuple[f.Fact, ...]
    losses: tuple[Loss, ...]
    """In order of time."""


class Gaze:
    """A look that is not at its end yet. Whoever has one goes on with it to its end, or leaves."""

    def __init__(
        self, shadow: Shadow, order: int, since: float, until: float, picked: bool
    ) -> None:
        self.order = order
        self.over = False
        self._shadow, self._since, self._until, self._picked = shadow, since, until, picked

    def go_on(self, seconds: float = float("inf")) -> Foresight | None:
        """What it has found; None if so much wall time was not enough, or nobody can know."""
        try:
            facts = self._shadow.go(self._until, seconds)
        except Exception:  # what is wrong with a recipe is told when that happens
            self.leave()
            return None
        if facts is None:
            return None
        self.leave()
        return Foresight(
            self.order, self._since, self._until, self._picked, self._shadow.view, tuple(facts),
            tuple(_losses(facts)),
        )  # fmt: skip

    def leave(self) -> None:
        """Leave nothing behind."""
        self.over = True
        self._shadow.leave()


class LookAhead:
    """Looks ahead in whichever kitchen of a service is looked into.

    Kitchens that have caught up are kept at hand, so that a look costs what is ahead alone; it uses
    one of them up. `prepare` has the next one catch up, a little at a time.
    """

    def __init__(
        self, service: Service, stride: float = 60.0, clock: Clock = time.perf_counter
    ) -> None:
        self._service = service
        self._stride, self._clock = stride, clock
        self._shadows: list[Shadow] = []
        self.possible = service.has_doubles
        """Whether its recipes and its policy can be run again and leave no trace."""

    def prepare(self, now: float, seconds: float = float("inf"), kitchens: int = KEPT) -> int:
        """Have so many kitchens at hand that have got to ``now``, with so much wall time at most;
        return how many there are."""
        end = self._clock() + seconds
        if self._shadows and self._shadows[0].mode != self._service.mode:
            self.leave()
        if not self.possible or self._service.closed:
            return 0
        try:
            for ready in range(kitchens):
                if not self._catch_up(ready, now, end - self._clock()):
                    return ready
        except Exception:  # what is wrong with a recipe is told when that happens
            self.possible = False
            self.leave()
            return 0
        return kitchens

    def _catch_up(self, which: int, now: float, seconds: float) -> bool:
        """Whether that one of the kitchens has got there."""
        if which and seconds <= 0.0:
            return False
        if which == len(self._shadows):
            service = self._service
            self._shadows.append(Shadow(service, service.mode, self._stride, self._clock))
        return self._shadows[which].go(now, seconds) is not None

    def look(self, order: int, now: float, until: float) -> Foresight | None:
        """What happens if that order is picked now; None where nobody can know."""
        look = self.begin(order, now, until)
        return look.go_on() if look is not None else None

    def begin(self, order: int, now: float, until: float) -> Gaze | None:
        """The same, to be gone on with; None where nobody can know."""
        if not self.prepare(now, kitchens=1):
            return None
        shadow = self._shadows.pop(0)
        kitchen = shadow.kitchen
        commands = self._service.first_pick(order)
        picked = bool(commands) and kitchen.takes_pick(order)
        kitchen.nobody_comes = True
        for command in commands:
            kitchen.command(command)
        return Gaze(shadow, order, now, until, picked)

    def leave(self) -> None:
        """Leave nothing behind."""
        for shadow in self._shadows:
            shadow.leave()
        self._shadows.clear()


def _losses(facts: Iterable[f.Fact]) -> Iterator[Loss]:
    """One of a kind for each order: the parts of a dish may burn one after the other."""
    known: set[tuple[int, LossKind]] = set()
    for fact in facts:
        if isinstance(fact, f.FoodBurnt | f.WalkedOut | f.TurnedAway):
            loss = fact.order, KINDS[type(fact)]
            if loss not in known:
                known.add(loss)
                yield Loss(fact.t, *loss)
