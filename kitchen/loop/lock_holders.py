"""Who holds what. A lock of asyncio's does not know its owner, so the tasks are looked through.

A task that is inside ``async with lock:`` has the way out of it, the lock's ``__aexit__``, on the
stack of its frame, where the garbage collector sees it on every CPython; that is exact. What was
taken with ``await lock.acquire()`` is found in the source, as far as that shows it.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import gc
import inspect
import types
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from kitchen.loop.await_chain import AnyTask, await_chain, frame_of
from kitchen.loop.source import UNREAD, Reading, Sources, attribute, own_attributes
from kitchen.loop.users_own import of_asyncio, users_own

GUARDS = (asyncio.Lock, asyncio.Semaphore, asyncio.Condition)
"""What can be held."""

_WAYS_OUT = ("__aexit__", "__exit__")
_FUNCTIONS = (types.FunctionType, types.MethodType)


class Holdings:
    """What each of some tasks holds. ``tasks`` are in order, and so are the holders of a thing."""

    def __init__(self, tasks: Iterable[AnyTask], sources: Sources) -> None:
        self._tasks = list(tasks)
        self._sources = sources
        self._doubt = False
        """Whether somebody may hold more than can be seen."""

    def holders(self, thing: object) -> list[AnyTask]:
        """The tasks that hold a lock or a semaphore, as far as anybody can tell."""
        return self._inside.get(id(thing)) or self._taken.get(id(thing), [])

    def surely_nobody(self, thing: object) -> bool:
        """Whether it is held, and by none of the tasks: the one that took it has ended."""
        held = isinstance(thing, asyncio.Lock) and thing.locked() and not self.holders(thing)
        return held and not self._doubt

    @cached_property
    def _inside(self) -> dict[int, list[AnyTask]]:
        """By the id of what they are inside of with ``async with``."""
        found: dict[int, list[AnyTask]] = {}
        for task in self._tasks:
            with contextlib.suppress(Exception):
                _note(found, task, inside_of(task))
        return found

    @cached_property
    def _taken(self) -> dict[int, list[AnyTask]]:
        """By the id of what they have taken by a call."""
        found: dict[int, list[AnyTask]] = {}
        for task in self._tasks:
            with contextlib.suppress(Exception):
                for frame in map(frame_of, await_chain(task)):
                    if frame is not None and users_own(frame.f_code.co_filename):
                        calls = Calls(Reading(frame, self._sources))
                        _note(found, task, calls.taken.values())
                        self._doubt = self._doubt or calls.doubt
        return found


def _note(found: dict[int, list[AnyTask]], task: AnyTask, things: Iterable[object]) -> None:
    for thing in things:
        holders = found.setdefault(id(thing), [])
        if task not in holders:
            holders.append(task)


# -- by async with -----------------------------------------------------------------------------


def inside_of(task: AnyTask) -> list[object]:
    """The locks and semaphores whose ``async with`` a task is inside of, one for each time."""
    chain = await_chain(task)
    found: list[object] = []
    for link, inner in zip(chain, [*chain[1:], None], strict=True):
        entered = entered_by(link, chain)
        frame = frame_of(inner)
        if frame is not None and frame.f_code.co_name == "__aenter__":
            _drop(entered, frame.f_locals.get("self"))  # it is about to enter, and not yet in
        for thing in entered:
            found += guards_in(thing)
    for frame in map(frame_of, chain):
        if frame is not None and of_asyncio(frame) and frame.f_code.co_name == "wait":
            condition = frame.f_locals.get("self")
            if isinstance(condition, asyncio.Condition):  # which it has let go of meanwhile
                _drop(found, attribute(condition, "_lock"))
    return found


def entered_by(link: Any, chain: Iterable[Any] = ()) -> list[object]:
    """Whatever has its way out on the stack of that coroutine: the bound method or, from Python
    3.14 on, the function and then what it is to be called with. So has a generator that it loops
    over."""
    seen = gc.get_referents(link)
    found: list[object] = []
    for ref, after in zip(seen, [*seen[1:], None], strict=True):
        name = getattr(ref, "__name__", "") if type(ref) in _FUNCTIONS else ""
        if name not in _WAYS_OUT:
            continue
        if isinstance(ref, types.MethodType):
            found.append(ref.__self__)
        elif inspect.getattr_static(type(after), name, None) is ref:
            found.append(after)
    loops = [ref for ref in seen if isinstance(ref, types.AsyncGeneratorType)]
    for generator in {id(ref): ref for ref in loops}.values():
        if not any(generator is other for other in chain):
            found += entered_by(generator, chain)
    return found


def _drop(things: list[object], gone: object) -> None:
    """The last of them."""
    for index in range(len(things) - 1, -1, -1):
        if things[index] is gone:
            del things[index]
            return


def guards_in(thing: object) -> list[object]:
    """The locks and semaphores that whoever is inside that context manager holds."""
    if isinstance(thing, asyncio.Condition):
        return [attribute(thing, "_lock")]
    if isinstance(thing, GUARDS):
        return [thing]
    if isinstance(thing, contextlib.AsyncExitStack | contextlib.ExitStack):
        ways_out = [way for _, way in attribute(thing, "_exit_callbacks")]
        entered = [way.__self__ for way in ways_out if isinstance(way, types.MethodType)]
        return [guard for inner in entered for guard in guards_in(inner)]
    generator = attribute(thing, "gen")
    if isinstance(generator, types.AsyncGeneratorType | types.GeneratorType):
        return [guard for inner in entered_by(generator) for guard in guards_in(inner)]
    return own_guards(thing) if _takes_something(type(thing)) else []


def _takes_something(kind: type) -> bool:
    """Whether entering a context manager of the user's takes a lock that it has."""
    enter = inspect.getattr_static(kind, "__aenter__", None)
    code = getattr(enter, "__code__", None)
    return code is not None and bool({"acquire", "__aenter__"} & set(code.co_names))


def own_guards(thing: object) -> list[object]:
    """The locks and semaphores that an object has as its attributes, or that it is."""
    if isinstance(thing, GUARDS):
        return [thing]
    slots = getattr(type(thing), "__slots__", ())
    values = [attribute(thing, name) for name in ([slots] if isinstance(slots, str) else slots)]
    values += own_attributes(thing).values()
    return [value for value in values if isinstance(value, GUARDS)]


# -- by acquire and release --------------------------------------------------------------------


class Calls:
    """What a frame has taken and not given back, going by the calls that stand before its await.

    ``doubt`` says that it may hold more: a call takes something of which nobody can tell what.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.taken: dict[int, object] = {}
        self.doubt = False
        for call in reading.calls():
            if kind := self._kind(call):
                self._follow(call, kind)

    def _follow(self, call: ast.Call, kind: str) -> None:
        things = self._things(call)
        for thing in things:
            if kind == "acquire":
                self.taken[id(thing)] = thing
            else:
                self.taken.pop(id(thing), None)
        if kind == "acquire" and not things and self._reading.is_before(call):
            self.doubt = True

    def _kind(self, call: ast.Call) -> str:
        """Whether it is to "acquire" or to "release" something; empty: neither, or both."""
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr in ("acquire", "release"):
            return function.attr
        found = attribute(self._reading.value(function), "__wrapped__")
        found = self._reading.value(function) if found is UNREAD else found
        code = found.__code__ if isinstance(found, types.FunctionType) else None
        if code is None and isinstance(function, ast.Attribute):
            on = self._reading.value(function.value)
            method = UNREAD if on is UNREAD else attribute(type(on), function.attr)
            code = method.__code__ if isinstance(method, types.FunctionType) else None
        names = set(code.co_names) & {"acquire", "release"} if code is not None else set()
        return names.pop() if len(names) == 1 else ""

    def _things(self, call: ast.Call) -> list[object]:
        """What it takes or gives back, if it has been made: what it is called on, or is given."""
        function = call.func
        on = [function.value] if isinstance(function, ast.Attribute) else []
        given = [*on, *call.args, *(keyword.value for keyword in call.keywords)]
        values = [value for node in given for value in self._values(node, call)]
        guards = [guard for value in values for guard in own_guards(value)]
        return [
            attribute(guard, "_lock") if isinstance(guard, asyncio.Condition) else guard
            for guard in guards
        ]

    def _values(self, node: ast.expr, call: ast.Call) -> list[object]:
        """What it stands for when the call is made; in a loop, in all the rounds so far."""
        reading = self._reading
        now = [reading.value(node)] if reading.is_before(call) else []
        loops = [
            loop for loop in reading.loops(call)
            if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name)
            and isinstance(node, ast.Name) and loop.target.id == node.id
        ]  # fmt: skip
        if not loops:
            return now
        every = reading.value(loops[-1].iter)
        if type(every) not in (list, tuple):
            self.doubt = True
            return now
        at = next((i for i, value in enumerate(every) if value is reading.value(node)), 0)
        return [*every[:at], *now]
