"""Turns: each stretch in which a chef was with one part of a dish, and what had woken that part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kitchen.plain import INFINITY
from kitchen.sim import facts as f

Doing = Literal["hands", "cooking", "staring", "blocked", "unpicked", "guest", "closing", "arrival"]
"""What goes on: hands at work; a timer, and nobody is needed; a chef who stands at a pot; a wait
for another task, a lock or a sleep; a hand that is up while nobody picks it; a guest who will give
up; the doors, until they close; and the time until an order comes in."""


@dataclass(slots=True, eq=False)
class Cause:
    """Why a hand went up, or a chef who had stayed went on: ``doing`` filled the time from
    ``since`` until then; before it, the dish was in the hands of ``turn`` (None: of nobody).

    Where ``doing`` is None, a turn of another part brought it about at that very moment: it gave
    back a ``station`` that was waited for from ``since`` on, or it ended, or began this part.
    """

    doing: Doing | None
    since: float
    turn: Turn | None = None
    what: str = ""
    station: str | None = None
    order: int | None = None
    """Whose guest it is, if it is one's."""


@dataclass(slots=True, eq=False)
class Turn:
    """A chef is with a part from ``began`` to ``ended``, in seconds of kitchen time."""

    order: int
    part: int
    chef: int
    began: float
    raised: float
    """When its hand went up; as ``began``, if the chef had stayed."""
    cause: Cause
    before: Turn | None
    """What that chef did before."""
    hands: list[f.Hands] = field(default_factory=list)
    ended: float = INFINITY
    stays: bool = False
    """The chef stays at the dish after it, and stares, up to the next turn."""
    sets: f.TimerSet | None = None
    """The timer that it left running."""


Key = tuple[int, int]
"""An order and a part of it."""


@dataclass(slots=True, eq=False)
class Hold:
    """An order has a place at a kind of station."""

    kind: str
    place: int
    start: float
    end: float = INFINITY


class History:
    """All turns of a kitchen, read from its facts in order of time, which may go once they have
    been heard."""

    def __init__(self, facts: Iterable[f.Fact] = ()) -> None:
        self.titles: dict[int, str] = {}
        """What each order was for."""
        self.stations: Mapping[str, int] = {}
        self.spoilt = False
        """Food has lost quality, or burnt."""
        self.turns: list[Turn] = []
        """In the order in which they began."""
        self.idle_hands: list[tuple[float, float]] = []
        """From when until when a hand was up that nobody ever came to."""
        self.placed: dict[int, float] = {}
        """When each order came in."""
        self.over: dict[int, float] = {}
        """When each order had been served or cleared away."""
        self.held: dict[int, list[Hold]] = {}
        """By order: the stations that it has had."""
        self.gone: tuple[float, Cause] | None = None
        """When a guest went or was turned away last, and what that came of."""
        self.stay = False
        self.chefs = 0
        self.makespan = 0.0
        self._last: dict[Key, Turn] = {}
        """The last turn of each part so far."""
        self._of_chef: dict[int, Turn] = {}
        self._woken: dict[Key, tuple[float, Cause]] = {}
        self._left: dict[int, tuple[float, Cause]] = {}
        """By order: its guest has gone, or it was turned away."""
        self._ended: dict[int, tuple[float, Turn]] = {}
        """By order: the part of it that ended last."""
        self._raised: dict[Key, tuple[float, Cause]] = {}
        self._wants: dict[Key, float] = {}
        self._freed: dict[str, tuple[float, Turn | None]] = {}
        self._touched: dict[int, Turn] = {}
        """By order: the last turn of any part."""
        self.hear(facts)

    def hear(self, facts: Iterable[f.Fact]) -> None:
        """These come next."""
        for fact in facts:
            self._read(fact)

    def holds(self, order: int | None, kind: str, t: float) -> bool:
        """Whether that order had such a station from ``t`` on."""
        return order is not None and any(
            hold.kind == kind and hold.start <= t < hold.end for hold in self.held.get(order, ())
        )

    def _read(self, fact: f.Fact) -> None:
        match fact:
            case f.Opened():
                self.stay, self.chefs = fact.attention == "stay", fact.chefs
                self.stations = fact.stations
            case f.Ordered():
                self.placed[fact.order], self.titles[fact.order] = fact.t, fact.title
            case f.Ready():
                key = fact.order, fact.part
                self._raised[key] = fact.t, self._cause(key, fact.t)
            case f.Resumed():
                self._resumed(fact)
            case f.Hands():
                self._last[fact.order, fact.part].hands.append(fact)
            case f.Left() | f.Stares():
                turn = self._last[fact.order, fact.part]
                turn.ended, turn.stays = fact.t, isinstance(fact, f.Stares)
            case f.Served() | f.Cleared():
                self._clear(fact.order, fact.t)
            case f.Closed():
                self.makespan = fact.makespan
            case _:
                self._hear(fact)

    def _hear(self, fact: f.Fact) -> None:
        """What may wake a part."""
        match fact:
            case f.TimerSet():
                self._last[fact.order, fact.part].sets = fact
            case f.Overcooked() | f.FoodBurnt():
                self.spoilt = True
            case f.TimerRang():
                self._wake(fact.order, fact.part, fact.t)
            case f.StationWanted():
                self._wants[fact.order, fact.part] = fact.t
            case f.StationFreed():
                self._station_freed(fact)
            case f.StationTaken():
                self._taken(fact)
            case f.PartEnded():
                if turn := self._last.get((fact.order, fact.part)):  # else it never began
                    self._ended[fact.order] = fact.t, turn
            case f.WalkedOut():
                self._leave(fact, Cause("guest", self.placed[fact.order], order=fact.order))
            case f.TurnedAway():
                self._leave(fact, Cause("closing", 0.0, order=fact.order))

    def _resumed(self, fact: f.Resumed) -> None:
        key = fact.order, fact.part
        if (raised := self._raised.pop(key, None)) is None:
            raised = fact.t, self._cause(key, fact.t)
        before = self._of_chef.get(fact.chef)
        turn = Turn(fact.order, fact.part, fact.chef, fact.t, *raised, before)
        self._last[key] = self._of_chef[fact.chef] = self._touched[fact.order] = turn
        self.turns.append(turn)

    def _cause(self, key: Key, t: float) -> Cause:
        """Of a part's waking at ``t``."""
        own, order = self._last.get(key), key[0]
        if own is not None and own.ended >= t:
            return Cause(None, t, own)
        woken = self._woken.get(key) or (None, None)
        if woken[0] == t and woken[1] is not None:
            return woken[1]
        if order in self._left and self._left[order][0] == t:
            return self._left[order][1]
        if own is None:
            began = self._touched.get(order)
            return Cause("arrival", 0.0) if began is None else Cause(None, t, began)
        if order in self._ended and self._ended[order][0] == t:
            return Cause(None, t, self._ended[order][1])
        return Cause("staring" if self.stay else "blocked", own.ended, own)

    def _wake(self, order: int, part: int, t: float) -> None:
        turn = self._last[order, part]
        timer = turn.sets
        if timer is not None:
            doing: Doing = "staring" if self.stay else "cooking"
            self._woken[order, part] = t, Cause(doing, turn.ended, turn, timer.what)

    def _station_freed(self, fact: f.StationFreed) -> None:
        self._freed[fact.station] = fact.t, self._last.get((fact.order, fact.part))
        for hold in self.held[fact.order]:
            if (hold.kind, hold.place, hold.end) == (fact.station, fact.place, INFINITY):
                hold.end = fact.t

    def _taken(self, fact: f.StationTaken) -> None:
        """A station that was waited for is there: somebody has just given it back."""
        hold = Hold(fact.station, fact.place, fact.t)
        self.held.setdefault(fact.order, []).append(hold)
        since = self._wants.pop((fact.order, fact.part), None)
        at, turn = self._freed.get(fact.station, (-1.0, None))
        if since is not None and at == fact.t and turn is not None:
            cause = Cause(None, since, turn, station=fact.station)
            self._woken[fact.order, fact.part] = fact.t, cause

    def _leave(self, fact: f.WalkedOut | f.TurnedAway, cause: Cause) -> None:
        self._left[fact.order] = self.gone = fact.t, cause

    def _clear(self, order: int, t: float) -> None:
        """Whatever hands of it are up, nobody will come to them."""
        self.over[order] = t
        for key in [key for key in self._raised if key[0] == order]:
            self.idle_hands.append((self._raised.pop(key)[0], t))
