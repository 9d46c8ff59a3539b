"""Coaching: which card of a coach is said at this moment. Facts alone decide that.

Nothing asks which key was pressed. What the player has already reached is passed over, and what was
taken back is said again: of the cards, the first holds whose fact has not happened yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kitchen.lessons.steps import Coach, Points
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

Ask = Literal["", "read", "pick", "choose", "look", "back"]
"""What the player is asked for; empty: for nothing, kitchen time leads on. ``back`` is back to the
kitchen that is the player's."""


@dataclass(frozen=True)
class Watching:
    """What there is to see: the player's own kitchen, ``home``, and which one is looked into."""

    view: KitchenView
    home: str
    mode: str

    def order(self, number: int) -> OrderView | None:
        return self.view.orders.get(number)

    @property
    def busy(self) -> bool:
        return all(chef.state != "free" for chef in self.view.chefs)

    @property
    def waits(self) -> list[int]:
        """Orders whose hand is up, the longest first, and that nobody has picked."""
        return [number for number in self.view.line if number not in self.view.picks]

    # -- what has happened ---------------------------------------------------------------------

    def reached(self, until: str, number: int) -> bool:
        """Whether that has happened to the order; 0: to any."""
        if number:
            order = self.order(number)
            return order is not None and self._happened(until, order)
        return any(self._happened(until, order) for order in self.view.orders.values())

    def _happened(self, until: str, order: OrderView) -> bool:
        over = order.state != "open"
        match until:
            case "ordered":
                return True
            case "picked":
                return over or order.worked > 0.0 or order.number in self.view.picks
            case "worked":
                return over or order.worked > 0.0
            case "left":
                return over or any(s.kind == "cooking" for s in order.segments)
            case "rang":
                rung = (s.kind == "cooking" and s.end is not None for s in order.segments)
                return over or any(rung) or any(t.rang is not None for t in order.timers)
            case "served":
                return over
        return False

    # -- what is so ----------------------------------------------------------------------------

    def found(self, state: str) -> int | None:
        """The order that is in that state (0: it is that of no order); None: it is not so."""
        name, _, told = state.partition(" ")
        if name in ("busy", "free"):
            return 0 if self.busy is (name == "busy") else None
        numbers = [int(told)] if told else self._in_turn(name)
        return next((number for number in numbers if self._is(name, number)), None)

    def _in_turn(self, name: str) -> Sequence[int]:
        """All orders; whoever waits longest comes first."""
        return self.waits if name == "raised" else list(self.view.open_orders)

    def _is(self, name: str, number: int) -> bool:
        order = self.order(number)
        if order is None:
            return False
        match name:
            case "hands":
                return any(part.state == "hands" for part in order.live_parts)
            case "cooks":
                return any(timer.rang is None for timer in order.timers)
            case "raised":
                return number in self.waits
            case "picked":
                return number in self.view.picks
            case "burns":
                return order.burning is not None
        return order.state in ("walked_out", "turned_away") and not order.cleared

    @property
    def idles(self) -> bool:
        """Whether nothing comes by itself: somebody waits for the player, and nothing cooks."""
        cooks = self.found("cooks") is not None or self.found("picked") is not None
        return bool(self.waits) and not self.busy and not cooks


@dataclass(frozen=True)
class Advice:
    """What the coach says at this moment. ``order`` is the one that it is about, 0: none."""

    index: int
    says: str
    ask: Ask
    order: int = 0
    mode: str = ""
    """The kitchen that is to be looked into."""
    points: Points = ""
    stops: bool = False
    """The clock waits."""


BROUGHT = ("picked", "worked", "left", "served", "looked")
"""What happens because of the player, and not only because time goes by."""

AWAY = -1
"""The index of what is said while the player looks elsewhere."""


class Coaching:
    """Goes through ``cards`` with the player. What was read and looked into, it remembers."""

    def __init__(self, cards: Sequence[Coach]) -> None:
        self._cards = cards
        self._read: set[int] = set()
        self._looked: set[str] = set()

    def read(self, advice: Advice) -> None:
        """The player says that this was read."""
        self._read.add(advice.index)

    def advice(self, now: Watching) -> Advice | None:
        """What is to be said; None: nothing, or nothing any more."""
        self._looked.add(now.mode)
        if now.view.makespan is not None:
            return None
        far = self._furthest(now)
        for index, card in enumerate(self._cards):
            if self._is_said(index, card, far, now):
                if now.mode != now.home and now.mode != card.mode and card.until != "looked":
                    return Advice(AWAY, "", "back", mode=now.home, points="switch", stops=True)
                return _advice(index, card, now)
        return None

    def _furthest(self, now: Watching) -> int:
        """The last card whose fact the player has brought about."""
        cards = enumerate(self._cards)
        done = [i for i, card in cards if card.until in BROUGHT and self._over(card, now)]
        return max(done, default=-1)

    def _over(self, card: Coach, now: Watching) -> bool:
        if card.until == "looked":
            return card.mode in self._looked
        return now.reached(card.until, card.dish)

    def _is_said(self, index: int, card: Coach, far: int, now: Watching) -> bool:
        if card.until:
            over = self._over(card, now)
        else:
            over = index in self._read or index < far or (card.mode not in ("", now.mode))
        return not over and all(now.found(state) is not None for state in card.during)


def _advice(index: int, card: Coach, now: Watching) -> Advice:
    found = [now.found(state) for state in card.during]
    about = card.dish or next((number for number in found if number), 0)
    ask: Ask = "choose" if _is_choice(card, now) else _ask(card, about, now)
    if ask == "pick" and about not in now.waits:
        about = now.waits[0]
    stops = bool(ask) and card.stopped
    return Advice(index, card.says, ask, about, card.mode, card.points, stops)


def _is_choice(card: Coach, now: Watching) -> bool:
    """Whether that asks which of several is next: then it must not tell."""
    return card.until == "picked" and not (card.dish or card.during) and len(now.waits) > 1


CALLS = ("raised", "burns", "gone")
"""What calls for hands."""


def _ask(card: Coach, about: int, now: Watching) -> Ask:
    if not card.until:
        return "read"
    if card.until == "looked":
        return "look"
    wanted = card.until == "picked" or any(s.startswith(CALLS) for s in card.during)
    if (wanted and about in now.waits) or now.idles:
        return "pick"
    return ""
