"""An observed kitchen: one that is watched while it cooks, so that more is known of it than facts
tell: the stack of calls at every wait and every work, and what asyncio's own waits are for.

It costs nothing where nobody watches, and the facts are the same to the byte.
"""

from __future__ import annotations

import contextlib
import sys
from types import CodeType, FrameType

from kitchen.loop.await_chain import AnyTask, frames
from kitchen.loop.lock_holders import Holdings
from kitchen.loop.source import Sources
from kitchen.loop.users_own import of_asyncio, users_own
from kitchen.loop.waiting_for import want_of
from kitchen.runs.hearsay import call_at, def_line, first_call, kind_of
from kitchen.runs.spells import Awaited, Call, Over, Spell, SpellKind, Spells, Stack
from kitchen.sim import facts as f
from kitchen.sim.facts import Fact
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.work.kitchen import Kitchen
from kitchen.sim.work.part import Part

MOST_CALLS = 40
"""Calls that are kept of a deeper stack: half of them the outermost."""

SLEEP = "a sleep"
ITS_PARTS = "the tasks that it began"


def observe(kitchen: Kitchen, over: Over | None = None) -> Observed:
    """Watch a kitchen that has not opened yet. With ``over``, the spells of an order go there when
    it has ended, and are not kept."""
    return Observed(kitchen, over)


class Observed:
    """What has been seen of a kitchen so far. It is the `kitchen.runs.spells.Witness` of its
    ``spells``: it looks at a task when a fact says that it works, or has suspended."""

    def __init__(self, kitchen: Kitchen, over: Over | None = None) -> None:
        self.kitchen = kitchen
        self.spells = Spells(self, over)
        self._add, self._fold = kitchen.log, self.spells.fold
        self._sources = Sources()
        self._nobody = Holdings([], self._sources)
        self._stacks: dict[Stack, Stack] = {}
        """One of each, for memory: there are not many more than lines."""
        self._recipes: dict[int, Recipe] = {}
        """Of the orders that are being made."""
        self._parts: dict[int, dict[int, Part]] = {}
        """By order and number, as far as they have been looked for."""
        kitchen.tell(self._log)

    @property
    def by_order(self) -> dict[int, list[Spell]]:
        """The spells of each order, in order of their beginning."""
        return self.spells.by_order

    def _log(self, fact: Fact) -> None:
        self._add(fact)
        self._fold(fact)
        if isinstance(fact, f.Served | f.Cleared):
            self._parts.pop(fact.order, None)
            self._recipes.pop(fact.order, None)

    # -- what spells ask -----------------------------------------------------------------------

    def ordered(self, fact: f.Ordered) -> None:
        self._recipes[fact.order] = self.kitchen.dishes[fact.order].recipe

    def begins(self, order: int, part: int) -> Stack:
        found = self._part(order, part) if part else None
        return (found and self._suspended(found.task)) or self._first(order)

    def works(self, fact: f.Hands) -> Stack:
        return self._one(running_stack()) or self._first(fact.order)

    def waits(self, order: int, part: int, awaited: Awaited) -> tuple[Stack, SpellKind, str]:
        running, found = self.kitchen.running, self._part(order, part)
        task = found.task if found is not None else None
        if running is not None and running is found:
            stack = self._one(running_stack())
        else:
            stack = self._suspended(task) if task is not None else ()
        if not stack and isinstance(awaited, f.TimerSet) and awaited.line:  # it is all of a task
            stack = self._one((call_at(self._recipes[order], awaited.line),))
        kind, what = kind_of(awaited)
        if awaited is None:
            kind, what = self._want(task)
        return stack or self._first(order), kind, what

    def _want(self, task: AnyTask | None) -> tuple[SpellKind, str]:
        """Of a task that waits for something of asyncio's own, or that has ended."""
        if task is None or task.done():
            return "others", ITS_PARTS
        inner = frames(task)[-1:]
        if inner and of_asyncio(inner[0]) and inner[0].f_code.co_name == "sleep":
            return "fire", SLEEP
        what = "something else"
        with contextlib.suppress(Exception):  # whatever users have made, nobody may fail of it
            what = want_of(task, self._sources, self._nobody).what
        return "others", what

    # -- stacks --------------------------------------------------------------------------------

    def _suspended(self, task: AnyTask) -> Stack:
        """Of a task that is suspended, or has not begun."""
        return self._one(_stack(frames(task)))

    def _first(self, order: int) -> Stack:
        """Of a dish that has not begun, or for which the kitchen itself does something."""
        return self._one((first_call(self._recipes[order]),))

    def _one(self, stack: Stack) -> Stack:
        return self._stacks.setdefault(stack, stack)

    def _part(self, order: int, number: int) -> Part | None:
        dish = self.kitchen.dishes.get(order)
        if dish is None or not number:
            return dish
        known = self._parts.get(order, {})
        if number not in known:
            known = {side.number: side for side in (dish.sides or {}).values()}
            self._parts[order] = known
        return known.get(number)


_STEP: CodeType = Part._run.__code__
"""Below it on the stack is what a step runs, above it what runs the loop."""


def running_stack() -> Stack:
    """Of the task whose step is under way; empty: none is."""
    found: list[FrameType] = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code is not _STEP:
        found.append(frame)
        frame = frame.f_back
    return _stack(found[::-1]) if frame is not None else ()


def _stack(found: list[FrameType]) -> Stack:
    """The user's own of these frames, outermost first."""
    own = [frame for frame in found if users_own(frame.f_code.co_filename)]
    if len(own) > MOST_CALLS:
        own = own[: MOST_CALLS // 2] + own[-MOST_CALLS // 2 :]
    return tuple(map(_call, own))


def _call(frame: FrameType) -> Call:
    code, begun = frame.f_code, frame.f_lasti >= 0
    first = def_line(code)
    return Call(code.co_name, code.co_filename, first, frame.f_lineno if begun else first)
