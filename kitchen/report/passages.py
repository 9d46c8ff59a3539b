"""Passages: what a dish and a chef do from when until when, told as facts go by.

The same as the lanes of a `KitchenView` show, but none is kept once it has been told, so that a
run of any length can be written down while it goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from kitchen.sim import facts as f
from kitchen.sim.view.segment import SegmentKind


def microseconds(t: float) -> int:
    """As files have it: a second of kitchen time rounded to the nearest microsecond, half to even.

    How long something lasts is the difference of two rounded instants: so what touches goes on
    touching, and nothing comes to overlap.
    """
    return round(t * 1e6)


class WaitReason(NamedTuple):
    """What is waited for, in words, and the line of the source, as ``pans.py:9``; empty: unknown"""

    reason: str
    at: str


class Knows(Protocol):
    """Who knows more of waits than facts tell: see `kitchen.report.reasons`."""

    def why(self, order: int, part: int, t: float) -> WaitReason | None:
        """Of a part that is blocked from that second of kitchen time on."""

    def forget(self, order: int) -> None:
        """It has ended."""


@dataclass(slots=True)
class Passage:
    """Times are seconds of kitchen time. ``chef`` is None where it takes none; ``line`` is that of
    the recipe, 0 where there is none; ``reason`` says what is waited for, empty for hands."""

    kind: SegmentKind
    start: float
    end: float
    order: int
    part: int
    chef: int | None
    what: str
    line: int
    reason: str
    at: str = ""
    """The line of the source, as ``pans.py:9``, where only who has watched knows it."""


@dataclass(slots=True)
class _Part:
    state: str = "waiting"
    what: str = ""
    line: int = 0
    timer: int | None = None
    rang: bool = False
    burnt: bool = False
    wants: str | None = None
    running: Passage | None = None


@dataclass(slots=True)
class _Chef:
    staring: _Part | None = None


@dataclass(slots=True)
class _Order:
    parts: dict[int, _Part] = field(default_factory=dict)


class Passages:
    """Tells every passage when it ends; hands when they begin, for their end is known then.

    Those of no length are told only where hands are on a dish.
    """

    def __init__(self, tell: Callable[[Passage], object], knows: Knows | None = None) -> None:
        self._tell = tell
        self._knows = knows
        self._many = False
        self._orders: dict[int, _Order] = {}
        self._chefs: dict[int, _Chef] = {}
        self._folds: dict[type[f.Fact], Callable[[Any], object]] = {
            f.Opened: self._opened,
            f.Ready: self._ready,
            f.Resumed: self._resumed,
            f.Hands: self._hands,
            f.Left: self._left,
            f.Stares: self._stares,
            f.TimerSet: self._timer_set,
            f.TimerRang: self._timer_rang,
            f.TimerCut: self._timer_cut,
            f.FoodBurnt: self._burnt,
            f.PartEnded: self._part_ended,
            f.StationWanted: self._wanted,
            f.StationUnwanted: self._unwanted,
            f.StationTaken: self._unwanted,
            f.Served: self._cleared,
            f.Cleared: self._cleared,
        }

    def fold(self, fact: f.Fact) -> None:
        """It comes next, in order of time."""
        if (fold := self._folds.get(type(fact))) is not None:
            fold(fact)

    # -- facts -------------------------------------------------------------------------------------

    def _opened(self, fact: f.Opened) -> None:
        self._many = fact.chefs > 1
        self._chefs = {number: _Chef() for number in range(1, fact.chefs + 1)}

    def _ready(self, fact: f.Ready) -> None:
        part = self._part(fact)
        part.state, part.wants = "ready", None
        self._begin(part, fact, "burning" if part.burnt else "ready")

    def _resumed(self, fact: f.Resumed) -> None:
        part = self._part(fact)
        part.state = "waiting"
        if part.rang:
            self._no_timer(part)
        self._end(part, fact.t)
        self._free(fact.chef, fact.t)

    def _hands(self, fact: f.Hands) -> None:
        part = self._part(fact)
        part.state, part.what, part.line = "hands", fact.what, fact.line
        self._end(part, fact.t)
        self._free(fact.chef, fact.t)
        self._tell(
            Passage("hands", fact.t, fact.t + fact.seconds, fact.order, fact.part, fact.chef,
                    fact.what, fact.line, "")
        )  # fmt: skip

    def _left(self, fact: f.Left) -> None:
        self._free(fact.chef, fact.t)
        part = self._known(fact)
        if part is None:
            return
        if part.state == "hands":
            part.state = "waiting"
        if part.state == "waiting" and part.timer is None and part.running is None:
            self._begin(part, fact, "blocked")

    def _stares(self, fact: f.Stares) -> None:
        part = self._part(fact)
        part.state = "staring"
        self._free(fact.chef, fact.t)
        self._begin(part, fact, "staring", fact.chef, fact.what)
        self._chefs[fact.chef].staring = part

    def _timer_set(self, fact: f.TimerSet) -> None:
        part = self._part(fact)
        part.timer, part.rang, part.burnt = fact.timer, False, False
        part.what, part.line = fact.what, fact.line
        if part.state != "staring":
            part.state = "waiting"
            self._begin(part, fact, "cooking")

    def _timer_rang(self, fact: f.TimerRang) -> None:
        if (part := self._known(fact)) is not None and part.timer == fact.timer:
            part.rang = True

    def _timer_cut(self, fact: f.TimerCut) -> None:
        if (part := self._known(fact)) is not None and part.timer == fact.timer:
            self._no_timer(part)

    def _burnt(self, fact: f.FoodBurnt) -> None:
        part = self._part(fact)
        part.burnt = part.timer == fact.timer
        self._begin(part, fact, "burning")

    def _part_ended(self, fact: f.PartEnded) -> None:
        if (part := self._known(fact)) is not None:
            self._end(part, fact.t)
            del self._orders[fact.order].parts[fact.part]

    def _wanted(self, fact: f.StationWanted) -> None:
        self._part(fact).wants = fact.station

    def _unwanted(self, fact: f.StationUnwanted | f.StationTaken) -> None:
        if (part := self._known(fact)) is not None:
            part.wants = None

    def _cleared(self, fact: f.Served | f.Cleared) -> None:
        if (order := self._orders.pop(fact.order, None)) is not None:
            for part in order.parts.values():
                self._end(part, fact.t)
            if self._knows is not None:
                self._knows.forget(fact.order)

    # -- parts -------------------------------------------------------------------------------------

    def _part(self, fact: Any) -> _Part:
        parts = self._orders.setdefault(fact.order, _Order()).parts
        return parts.setdefault(fact.part, _Part())

    def _known(self, fact: Any) -> _Part | None:
        order = self._orders.get(fact.order)
        return None if order is None else order.parts.get(fact.part)

    def _no_timer(self, part: _Part) -> None:
        part.timer, part.rang, part.burnt = None, False, False

    def _begin(
        self, part: _Part, fact: Any, kind: SegmentKind, chef: int | None = None, what: str = ""
    ) -> None:
        self._end(part, fact.t)
        what = what or part.what
        reason, at = self._why(kind, part, fact, what)
        part.running = Passage(
            kind, fact.t, fact.t, fact.order, fact.part, chef, what, part.line, reason, at
        )

    def _end(self, part: _Part, t: float) -> None:
        if (ended := part.running) is not None:
            part.running = None
            if t > ended.start:
                ended.end = t
                self._tell(ended)

    def _free(self, chef: int, t: float) -> None:
        one = self._chefs[chef]
        if (part := one.staring) is not None:
            one.staring = None
            if part.running is not None and part.running.kind == "staring":
                self._end(part, t)

    def _why(self, kind: SegmentKind, part: _Part, fact: Any, what: str) -> WaitReason:
        if kind in ("ready", "burning"):
            chef = "a free chef" if self._many else "the chef"
            return WaitReason(f"{'burning, ' * (kind == 'burning')}waiting for {chef}", "")
        if kind == "cooking":
            return WaitReason(f"cooking: {what}", "")
        if kind == "staring":
            return WaitReason(f"the chef waits for: {what}", "")
        known = self._knows.why(fact.order, fact.part, fact.t) if self._knows else None
        if part.wants is not None:
            return WaitReason(f"waiting for a free {part.wants}", known.at if known else "")
        return known or WaitReason(self._guess(fact), "")

    def _guess(self, fact: Any) -> str:
        mine = not fact.part and len(self._orders[fact.order].parts) > 1
        return "waiting for its parts" if mine else "waiting for another task"
