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
from kitchen.sim.commands import PickAt
from kitchen.sim.view.kitchenview import KitchenView

LossKind = Literal["burns", "leaves", "turned_away"]

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
    """Whether the pick counts: a dish that has a chef who stays needs no other."""
    view: KitchenView
    """The kitchen as it is then, at ``until``."""
    facts: tuple[f.Fact, ...]
    losses: tuple[Loss, ...]
    """In order of time."""


class LookAhead:
    """Looks ahead in whichever kitchen of a service is looked into.

    A kitchen that has caught up is kept at hand, so that a look costs what is ahead alone; it is
    used up by the look. `prepare` has the next one catch up, a little at a time.
    """

    def __init__(
        self, service: Service, stride: float = 15.0, clock: Clock = time.perf_counter
    ) -> None:
        self._service = service
        self._stride, self._clock = stride, clock
        self._shadow: Shadow | None = None
        self.possible = service.has_doubles
        """Whether its recipes and its policy can be run again and leave no trace."""

    def prepare(self, now: float, seconds: float = float("inf")) -> bool:
        """Have a kitchen at hand that has got to ``now``, with so much wall time at most; return
        whether there is."""
        service = self._service
        if self._shadow is not None and self._shadow.mode != service.mode:
            self.leave()
        if not self.possible or service.closed:
            return False
        if self._shadow is None:
            self._shadow = Shadow(service, service.mode, self._stride, self._clock)
        try:
            return self._shadow.go(now, seconds) is not None
        except Exception:  # what is wrong with a recipe is told when that happens
            self.possible = False
            self.leave()
            return False

    def look(self, order: int, now: float, until: float) -> Foresight | None:
        """What happens if that order is picked now; None where nobody can know."""
        if not self.prepare(now):
            return None
        shadow, self._shadow = self._shadow, None
        assert shadow is not None, "it has been prepared"
        kitchen = shadow.kitchen
        picked = kitchen.takes_pick(order)
        kitchen.nobody_comes = True
        kitchen.command(PickAt(order, 1))
        try:
            facts = tuple(shadow.go(until) or ())
        except Exception:
            return None
        finally:
            shadow.leave()
        return Foresight(order, now, until, picked, shadow.view, facts, tuple(_losses(facts)))

    def leave(self) -> None:
        """Leave nothing behind."""
        shadow, self._shadow = self._shadow, None
        if shadow is not None:
            shadow.leave()


def _losses(facts: Iterable[f.Fact]) -> Iterator[Loss]:
    """One of a kind for each order: the parts of a dish may burn one after the other."""
    known: set[tuple[int, LossKind]] = set()
    for fact in facts:
        if isinstance(fact, f.FoodBurnt | f.WalkedOut | f.TurnedAway):
            loss = fact.order, KINDS[type(fact)]
            if loss not in known:
                known.add(loss)
                yield Loss(fact.t, *loss)
