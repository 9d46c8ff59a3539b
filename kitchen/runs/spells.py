"""Spells: what each task of a dish spent its time on, one thing after another, and at which line.

A spell is one call of `Cook.hands`, or one wait from where the task suspends to its next step. The
spells of a task follow one another without a gap, from its beginning to its end. They are folded
from facts; those know the line of hands and timers alone, so who has watched the kitchen says more
(see `kitchen.runs.observed`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple, Protocol

import msgspec

from kitchen.sim import facts as f
from kitchen.sim.facts import Fact

SpellKind = Literal["hands", "fire", "others", "begin"]
"""What a task is at: work; a wait for time alone, a cooking timer or a sleep; one for a station or
for whatever else other tasks let go of; the one before its first step."""

TimeKind = Literal["hands", "chef", "burning", "fire", "others"]
"""What its time goes to. ``chef``: what it waited for has come, its hand is up and no chef is there
yet; ``burning``: so it is, and the food burns."""

TIME_KINDS: tuple[TimeKind, ...] = ("hands", "chef", "burning", "fire", "others")

A_CHEF = "a chef"


class Call(NamedTuple):
    """A function of the user's that is under way, and where it is."""

    function: str
    file: str
    first: int
    """The line of the file with its ``def``, from 1; 0 where there is no source."""
    line: int
    """That which it is at, counted likewise."""


Stack = tuple[Call, ...]
"""Calls that await one another, outermost first."""


class Spell(msgspec.Struct, gc=False):
    """``until`` is None while it goes on."""

    order: int
    part: int
    kind: SpellKind
    since: float
    until: float | None
    what: str
    """What is done, or waited for, in words."""
    stack: Stack
    ready: float | None = None
    """When what it waited for had come, and its hand went up; None: not yet, or its chef stayed."""
    burnt: float | None = None
    """When its food began to burn; None: it did not."""

    def end(self, now: float) -> float:
        return now if self.until is None else min(self.until, now)

    def times(self, now: float) -> Iterator[tuple[TimeKind, float, float]]:
        """What its time up to ``now`` went to, from when to when; nothing that took no time."""
        end = self.end(now)
        ready = end if self.ready is None else min(self.ready, end)
        burnt = end if self.burnt is None else max(ready, min(self.burnt, end))
        own: TimeKind = "others" if self.kind == "begin" else self.kind
        marks: tuple[tuple[TimeKind, float, float], ...] = (
            (own, self.since, ready), ("chef", ready, burnt), ("burning", burnt, end),
        )  # fmt: skip
        return ((kind, start, stop) for kind, start, stop in marks if stop > start)


Over = Callable[[int, list[Spell]], object]
"""Is told an order that has ended, and its spells."""

Awaited = f.TimerSet | f.StationWanted | None
"""What tells of the thing that a task awaits; None: it is something of asyncio's own."""


class Witness(Protocol):
    """Who knows where tasks are."""

    def ordered(self, fact: f.Ordered) -> None:
        """There is another dish."""

    def begins(self, order: int, part: int) -> Stack:
        """Where a task is that waits for its first step."""

    def works(self, fact: f.Hands) -> Stack:
        """Where the task is whose work begins."""

    def waits(self, order: int, part: int, awaited: Awaited) -> tuple[Stack, SpellKind, str]:
        """Where a task is that has just suspended, of what kind its wait is, and for what."""


class Spells:
    """Those of one kitchen, by order, each in order of its beginning. `fold` its facts: in order of
    time, or as they are decided. With ``over``, those of an order go there when it has ended, and
    are not kept."""

    def __init__(self, witness: Witness, over: Over | None = None) -> None:
        self.by_order: dict[int, list[Spell]] = {}
        self._witness, self._told = witness, over
        self._open: dict[int, dict[int, Spell]] = {}
        """By order and part: the waits that go on."""
        self._awaited: dict[tuple[int, int], Awaited] = {}
        """Of each task that is at its step, what it will have to wait for."""
        self._folds: dict[type[Fact], Callable[[Any], object]] = {
            f.Ordered: self._ordered, f.Ready: self._ready, f.Resumed: self._resumed,
            f.Hands: self._hands, f.TimerSet: self._will_wait, f.StationWanted: self._will_wait,
            f.Left: self._suspended, f.Stares: self._suspended, f.FoodBurnt: self._burnt,
            f.PartEnded: self._part_ended, f.Served: self._over, f.Cleared: self._over,
        }  # fmt: skip

    def fold(self, fact: Fact) -> None:
        """This comes next. What a callback of a recipe's begins when its dish is over counts for
        nothing."""
        fold = self._folds.get(type(fact))
        if fold is not None and (
            type(fact) is f.Ordered or getattr(fact, "order", 0) in self._open
        ):
            fold(fact)

    def _ordered(self, fact: f.Ordered) -> None:
        self.by_order[fact.order] = []
        self._open[fact.order] = {}
        self._witness.ordered(fact)
        self._begins(fact.order, 0, fact.t)

    def _begins(self, order: int, part: int, t: float) -> Spell:
        stack = self._witness.begins(order, part)
        return self._wait(Spell(order, part, "begin", t, None, A_CHEF, stack))

    def _wait(self, spell: Spell) -> Spell:
        self.by_order[spell.order].append(spell)
        self._open[spell.order][spell.part] = spell
        return spell

    def _ready(self, fact: f.Ready) -> None:
        spell = self._open[fact.order].get(fact.part)
        if spell is None:  # a task begins; or its hand is up before its chef says to have left it
            at_work = (fact.order, fact.part) in self._awaited
            begun = self._suspended if at_work else self._side_begins
            spell = begun(fact)
        if spell is not None and spell.ready is None:
            spell.ready = fact.t

    def _side_begins(self, fact: f.Ready) -> Spell:
        return self._begins(fact.order, fact.part, fact.t)

    def _resumed(self, fact: f.Resumed) -> None:
        self._close(fact.order, fact.part, fact.t)
        self._awaited[fact.order, fact.part] = None

    def _close(self, order: int, part: int, t: float) -> None:
        spell = self._open[order].pop(part, None)
        if spell is not None:
            spell.until = t

    def _hands(self, fact: f.Hands) -> None:
        stack, until = self._witness.works(fact), fact.t + fact.seconds
        spell = Spell(fact.order, fact.part, "hands", fact.t, until, fact.what, stack)
        self.by_order[fact.order].append(spell)

    def _will_wait(self, fact: f.TimerSet | f.StationWanted) -> None:
        self._awaited[fact.order, fact.part] = fact

    def _suspended(self, fact: f.Left | f.Stares | f.Ready) -> Spell | None:
        """Its step is done. That may be told twice, and of a task that is over."""
        order, part = fact.order, fact.part
        if (order, part) not in self._awaited:
            return None
        awaited = self._awaited.pop((order, part))
        stack, kind, what = self._witness.waits(order, part, awaited)
        return self._wait(Spell(order, part, kind, fact.t, None, what, stack))

    def _burnt(self, fact: f.FoodBurnt) -> None:
        spell = self._open[fact.order].get(fact.part)
        if spell is not None:
            spell.burnt = fact.t

    def _part_ended(self, fact: f.PartEnded) -> None:
        self._close(fact.order, fact.part, fact.t)
        self._awaited.pop((fact.order, fact.part), None)

    def _over(self, fact: f.Served | f.Cleared) -> None:
        order = fact.order
        for part in list(self._open[order]):
            self._close(order, part, fact.t)
        del self._open[order]
        for spell in self.by_order[order]:
            self._awaited.pop((order, spell.part), None)
        if self._told is not None:
            self._told(order, self.by_order.pop(order))
