"""What there is to see of one order: its parts, their timers, and what became of it.

Times are seconds of kitchen time. Only `KitchenView.fold` changes these.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from kitchen.plain import INFINITY
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.spoiling import burns_at, falls_at, lost_by
from kitchen.sim.view.segment import Segment

PartState = Literal["ready", "hands", "waiting", "staring", "gone"]
OrderState = Literal["open", "served", "walked_out", "turned_away"]


@dataclass(slots=True)
class TimerView:
    """A cooking timer, running or rung."""

    number: int
    part: int
    what: str
    since: float
    seconds: float
    hold: float | None
    burn: float | None
    line: int
    rang: float | None = None
    burnt: float | None = None
    food: SlowTime = field(default_factory=SlowTime, repr=False, compare=False)
    """How fast what is done goes off."""

    @property
    def until(self) -> float:
        return self.since + self.seconds

    @property
    def burns_at(self) -> float:
        """When the food burns if nobody comes; infinity while it cooks or if it never does."""
        return burns_at(self.food, self.rang, self.hold, self.burn)

    @property
    def falls_at(self) -> float:
        """When its quality begins to fall; infinity while it cooks or if it never does."""
        return falls_at(self.food, self.rang, self.hold)

    @property
    def keeps(self) -> float | None:
        """For how many seconds it will stay perfect after the ring; None: for ever."""
        return None if self.hold is None else self.hold * self.food.times

    def left(self, now: float) -> float:
        """Seconds until the ring; 0 after it."""
        return max(0.0, self.until - now)

    def fraction_left(self, now: float) -> float:
        return self.left(now) / self.seconds if self.seconds else 0.0

    def spoilt(self, now: float) -> float:
        """The share of quality (0 to 1) that is lost so far."""
        return lost_by(now, self.food, self.rang, self.hold, self.burn)


@dataclass(slots=True)
class PartView:
    """One task of a dish: 0 is the dish's own, others are parts that it started."""

    number: int
    state: PartState = "waiting"
    since: float = 0.0
    chef: int | None = None
    what: str = ""
    line: int = 0
    hands_until: float = 0.0
    timer: TimerView | None = None
    wants: str | None = None
    """The kind of station that it waits for."""
    holds: list[tuple[str, int]] = field(default_factory=list)
    """(kind, place) of every station that is its own, oldest first."""
    segments: list[Segment] = field(default_factory=list)
    """Those of its order that are its own, oldest first."""
    steps_done: int = 0
    """Hands-on steps and timers of its own that have begun: an index into its part of the plan."""
    moves: int = 0
    """Stations that it has taken or given back since the last of these began."""
    turns: int = 0
    """How often hands have come to it; a wait for a station between does not make it two."""

    def copy(self) -> PartView:
        """With a copy of the last stretch, if that goes on."""
        timer = replace(self.timer) if self.timer is not None else None
        segments = list(self.segments)
        if segments and segments[-1].end is None:
            segments[-1] = replace(segments[-1])
        return replace(self, timer=timer, holds=list(self.holds), segments=segments)


@dataclass(slots=True)
class OrderView:
    """One order, from the ticket to the plate."""

    number: int
    dish: str
    title: str
    price: int
    patience: float | None
    placed: float
    guests: SlowTime = field(default_factory=SlowTime, repr=False, compare=False)
    """How fast their patience goes by."""
    table: int | None = None
    """1 to 10: the lowest free one when it came in; None while its guest waits at the door."""
    state: OrderState = "open"
    ended: float | None = None
    found_room: bool = True
    """Its guest found a place for it on the rail."""
    cleared: bool = False
    parts: dict[int, PartView] = field(default_factory=dict)
    stations: list[tuple[str, int]] = field(default_factory=list)
    """(kind, place) of every station that it holds, oldest first."""
    segments: list[Segment] = field(default_factory=list)
    steps_done: int = 0
    """Hands-on steps and timers that have begun: an index into the plan while all goes well."""
    worked: float = 0.0
    """Hands-on seconds begun so far."""
    attempt: int = 1
    parts_before: int = 0
    """The highest number of a part of an earlier attempt."""
    quality: float = 1.0
    paid: int = 0
    tip: int = 0
    said: list[str] = field(default_factory=list)
    clean: bool = True
    """Nothing of it was overcooked or burnt."""

    def copy(self) -> OrderView:
        """One that can be folded on by itself; stretches that are over do not change any more."""
        parts = {number: part.copy() for number, part in self.parts.items()}
        segments = [
            segment if segment.end is not None else parts[segment.part].segments[-1]
            for segment in self.segments
        ]
        return replace(
            self, parts=parts, stations=list(self.stations), segments=segments, said=list(self.said)
        )

    @property
    def begun(self) -> bool:
        """Anybody's hands have been on it, or it has been set to cook."""
        return bool(self.steps_done or self.stations or self.attempt > 1)

    @property
    def deadline(self) -> float | None:
        """When the customer walks out; None: never."""
        if self.patience is None:
            return None
        when = self.guests.after(self.placed, self.patience)
        return None if when == INFINITY else when

    def patience_left(self, now: float) -> float:
        """The share of the customer's patience that is left, 1 to 0; 1 if it has no end."""
        if self.patience is None:
            return 1.0
        return max(0.0, 1.0 - self.guests.passed(self.placed, now) / self.patience)

    @property
    def live_parts(self) -> list[PartView]:
        return [part for part in self.parts.values() if part.state != "gone"]

    @property
    def timers(self) -> list[TimerView]:
        """Timers that run or have rung and wait for hands."""
        return [part.timer for part in self.parts.values() if part.timer is not None]

    @property
    def burning(self) -> TimerView | None:
        return next((timer for timer in self.timers if timer.burnt is not None), None)

    @property
    def leading(self) -> PartView | None:
        """The part that says most about the dish: burning, hands on, ready, soonest timer."""
        live = self.live_parts
        if len(live) > 1:
            return min(live, key=_urgency)
        return live[0] if live else None


RANK: dict[PartState, int] = {"hands": 0, "ready": 2, "staring": 3, "waiting": 4, "gone": 9}


def _urgency(part: PartView) -> tuple[int, float, int]:
    burning = part.timer is not None and part.timer.burnt is not None
    rank = RANK[part.state]
    if burning and rank:
        rank = 1
    if part.state in ("waiting", "staring") and part.timer is None:
        rank = 5
    return rank, part.timer.until if part.timer else part.since, part.number
