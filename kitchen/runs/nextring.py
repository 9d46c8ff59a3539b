"""The next ring: up to which moment a service can run on before somebody has to look.

It only reads: kitchens go on exactly as if nobody had asked.
"""

from __future__ import annotations

from typing import Literal

from kitchen.plain import INFINITY
from kitchen.runs.rerun import Rerun
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.policy import PLAYER
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.work.kitchen import Kitchen

Reason = Literal["turn", "spoils", "order", "ring", "served", "burnt", "gone"]
"""Hands are free and a dish waits that did not before; one that the player left alone loses
quality from now on; an order, a ring, a plate, burnt food, a guest who left."""

SIGHTS: dict[type[f.Fact], Reason] = {
    f.Ordered: "order", f.TimerRang: "ring", f.Served: "served", f.FoodBurnt: "burnt",
    f.WalkedOut: "gone", f.TurnedAway: "gone",
}  # fmt: skip
"""What one would like to see where nobody waits for the player."""

LOSSES = (f.FoodBurnt, f.WalkedOut, f.TurnedAway)


class NextRing:
    """Looked for from ``now`` on, in kitchen seconds: in the player's kitchen while they decide
    there, whatever they look at; else what is to be seen in the one that is looked into."""

    def __init__(self, service: Service, now: float) -> None:
        self._service = service
        self._since = now
        self.reason: Reason | None = None
        """Why it ends where it does, once it has."""
        home = service.kitchens[service.home]
        self._known = _hands_up(home)
        """Parts that wait for free hands: the player wants to see what else comes."""
        self._losses = _First(home, LOSSES, now)
        self._sights = _First(service.kitchen, tuple(SIGHTS), now)

    @property
    def over(self) -> bool:
        """Whether nothing more comes, neither there nor where the player looks."""
        return not plays(self._service) and self._service.kitchen.done.done()

    def limit(self, now: float) -> float:
        """Up to when it can go on, of all that is known at ``now``, where nothing is left to do;
        not later: it ends here, and says for what reason."""
        if self.over:
            return INFINITY
        found: list[tuple[float, Reason]] = []
        played = plays(self._service)
        if played:
            found += self._calls(now)
        if not (played and self._service.mode == self._service.home):
            sight = self._sights.look()
            if sight is not None:
                found.append((sight.t, SIGHTS[type(sight)]))
        limit, reason = min(found, default=(INFINITY, None), key=lambda end: end[0])
        if limit <= now:
            self.reason = reason
        return limit

    def _calls(self, now: float) -> list[tuple[float, Reason]]:
        """When the player's own kitchen needs them."""
        home = self._service.kitchens[self._service.home]
        up = _hands_up(home)
        if not up <= self._known:
            return [(now, "turn")]
        left_alone, self._known = self._known, up
        if not left_alone:
            return []
        if expected(self._service) == INFINITY and _rests(self._service):
            return [(now, "turn")]
        spoils = _spoils(home, self._since)
        loss = self._losses.look()
        found: list[tuple[float, Reason]] = [(spoils, "spoils")]
        if loss is not None:
            found.append((loss.t, SIGHTS[type(loss)]))
        return found


def plays(service: Service) -> bool:
    """Whether the player says who gets hands, in their own kitchen."""
    home = service.kitchens[service.home]
    return home.policy == PLAYER and not isinstance(service, Rerun) and not home.done.done()


def expected(service: Service) -> float:
    """When somebody will probably have to look next, as far as the views show."""
    if plays(service):
        return _next_call(service.views[service.home], service.kitchens[service.home])
    if service.kitchen.done.done():
        return INFINITY
    view = service.view
    return min([*_rings(view), *_busy(view), service.kitchen.next_order])


def needs_now(service: Service) -> bool:
    """Whether the player's own kitchen waits for them."""
    return plays(service) and service.kitchens[service.home].brigade.could_begin


class _First:
    """The first fact of some kinds that a kitchen brings after a moment. What it has decided may
    lie ahead of its clock."""

    def __init__(self, kitchen: Kitchen, kinds: tuple[type[f.Fact], ...], after: float) -> None:
        self._facts, self._kinds, self._after = kitchen.facts.decided, kinds, after
        self._read = 0
        self._found: f.Fact | None = None

    def look(self) -> f.Fact | None:
        """As far as it is known by now."""
        for fact in self._facts[self._read :]:
            if isinstance(fact, self._kinds) and fact.t > self._after:
                first = self._found
                self._found = fact if first is None or fact.t < first.t else first
        self._read = len(self._facts)
        return self._found


def _hands_up(kitchen: Kitchen) -> set[tuple[int, int]]:
    """Order and part of each hand that is up while a chef is free."""
    brigade = kitchen.brigade
    if not brigade.could_begin:
        return set()
    return {(part.order, part.number) for part in brigade.queue.hands()}


def _spoils(kitchen: Kitchen, after: float) -> float:
    """When the next food that waits for hands begins to lose quality."""
    falls = (part.falls_at for part in kitchen.brigade.queue.hands())
    return min((at for at in falls if at > after), default=INFINITY)


def _rests(service: Service) -> bool:
    """Whether neither food that waits for hands nor a guest who waits for food ever changes."""
    hands = service.kitchens[service.home].brigade.queue.hands()
    guests = service.views[service.home].open_orders.values()
    keeps = all(part.falls_at == INFINITY for part in hands)
    return keeps and all(guest.patience is None for guest in guests)


def _next_call(view: KitchenView, kitchen: Kitchen) -> float:
    ring = min([*_rings(view), kitchen.next_order])
    if any(chef.state == "free" for chef in view.chefs):
        return ring
    freed = min(_busy(view), default=INFINITY)
    if any(order in view.picks for order in view.line):
        return INFINITY  # the chef goes on with that
    return freed if view.line else max(freed, ring)


def _rings(view: KitchenView) -> list[float]:
    """When timers ring. That of a dish whose guest has left does not, once its hand is up."""
    return [
        timer.until
        for order in view.open_orders.values()
        for part in order.parts.values()
        if (timer := part.timer) is not None and timer.rang is None
        if part.state not in ("ready", "gone")
    ]


def _busy(view: KitchenView) -> list[float]:
    return [chef.until for chef in view.chefs if chef.state == "hands"]
