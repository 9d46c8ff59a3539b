"""An understudy: a recipe's double, which can be rehearsed without a trace.

It runs the recipe's own code, but among copies of the plain data, the functions and the unused
locks that this code can reach, and with nothing else of Python within its reach than what leaves
nothing behind. Where the code reaches for more (a counter of its module, an object of its own
classes, the `random` module, a file), there is no understudy: nobody can tell what a rehearsal
would change.
"""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import dis
import functools
import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from types import CellType, CodeType, FunctionType, ModuleType
from typing import Any, TypeVar

from kitchen.sim.shift.recipe import Burnt, Cook, Recipe

T = TypeVar("T")

PLAIN = (int, float, complex, bool, str, bytes, range, type(None), type(...))

_FORBIDDEN = ("STORE_ATTR", "DELETE_ATTR", "IMPORT_NAME", "LOAD_BUILD_CLASS")
"""Steps of a function that may change what is not its own."""

_INNER = ("_", "f_", "cr_", "gi_", "ag_", "tb_", "co_", "get_loop", "print_stack", "get_stack")
"""Attributes that begin like this lead from an object to what it shares with others."""

_ASYNCIO = """
ALL_COMPLETED Barrier BoundedSemaphore BrokenBarrierError CancelledError Condition Event
FIRST_COMPLETED FIRST_EXCEPTION Future InvalidStateError LifoQueue Lock PriorityQueue Queue
QueueEmpty QueueFull Semaphore Task TaskGroup TimeoutError as_completed create_task current_task
ensure_future gather shield sleep timeout timeout_at wait wait_for
"""

_BUILTINS = """
abs aiter all any anext bool bytes chr complex dict divmod enumerate filter float frozenset int
isinstance issubclass iter len list map max min next ord pow range repr reversed round set slice
sorted str sum tuple zip Ellipsis False None NotImplemented True __debug__
"""


class _Traces(Exception):
    """Something within reach of a recipe would keep a trace of its rehearsal."""


def _silent(*what: object, **how: object) -> None:
    """In place of `print`."""


class _Some:
    """A module, of which only some can be reached."""

    def __init__(self, module: ModuleType, names: Sequence[str] = ()) -> None:
        public = (name for name in vars(module) if not name.startswith("_"))
        self._module, self._names = module, frozenset(names or public)

    def __getattr__(self, name: str) -> Any:
        if name not in self._names:
            raise AttributeError(name)
        return getattr(self._module, name)

    @property
    def known(self) -> list[Any]:
        return [getattr(self, name) for name in self._names if hasattr(self._module, name)]


def _errors() -> dict[str, Any]:
    return {
        name: kind
        for name, kind in vars(builtins).items()
        if isinstance(kind, type) and issubclass(kind, BaseException)
    }


_WORLD: dict[str, Any] = {n: getattr(builtins, n) for n in _BUILTINS.split()} | _errors()
_WORLD["print"] = _silent

_MODULES = {
    "asyncio": _Some(asyncio, _ASYNCIO.split()),
    "contextlib": _Some(contextlib, ("AsyncExitStack", "ExitStack", "nullcontext", "suppress")),
    "itertools": _Some(itertools),
    "math": _Some(math),
}
"""What there is of each module."""

_KNOWN = [Burnt, Cook, *_WORLD.values(), *(v for m in _MODULES.values() for v in m.known)]
_KNOWN += [_silent, *_MODULES.values()]  # what an understudy of an understudy meets
_AS_IT_IS = {id(value): value for value in _KNOWN}
_UNUSED: dict[type, Any] = {
    asyncio.Lock: lambda lock: None if lock.locked() else asyncio.Lock(),
    asyncio.Semaphore: lambda semaphore: asyncio.Semaphore(semaphore._value),
    asyncio.BoundedSemaphore: lambda semaphore: _all_free(semaphore),
    asyncio.Event: lambda event: None if event.is_set() else asyncio.Event(),
    asyncio.Queue: lambda queue: _emptied(queue),
    asyncio.LifoQueue: lambda queue: _emptied(queue),
    asyncio.PriorityQueue: lambda queue: _emptied(queue),
    asyncio.Barrier: lambda barrier: (
        None if barrier.n_waiting else asyncio.Barrier(barrier.parties)
    ),
}
"""How to make another one of what recipes share, as long as it is as new; a condition has a lock,
which others may share with it."""


def _emptied(queue: Any) -> Any:
    """Another one, if nothing is in it and nothing is left to be worked off."""
    new = queue.empty() and not getattr(queue, "_unfinished_tasks", 1)
    return type(queue)(queue.maxsize) if new else None


def _all_free(semaphore: Any) -> Any:
    """Another one that knows how many it had, if all are free."""
    free, bound = getattr(semaphore, "_value", 0), getattr(semaphore, "_bound_value", None)
    return asyncio.BoundedSemaphore(free) if free == bound else None


def understudy(recipe: Recipe) -> Recipe | None:
    """A double of a recipe; None if its rehearsal might leave a trace."""
    try:
        double = _Double().of(recipe)
    except (_Traces, RecursionError):
        return None
    assert isinstance(double, Recipe)
    return double


def understudies(things: Iterable[object]) -> Callable[[T], T] | None:
    """A function that gives the double of each of these recipes and policies, which share among
    themselves what those do; a policy's name is its own. None if one of them might leave a trace.
    """
    double = _Double()
    try:
        made = {id(thing): (thing, double.of(thing)) for thing in things}
    except (_Traces, RecursionError):
        return None
    return lambda thing: made[id(thing)][1]


class _Double:
    """Makes the doubles of all that a recipe can reach, one of each."""

    def __init__(self) -> None:
        self._made: dict[int, Any] = {}
        self._kept: list[Any] = []
        """What there are doubles of: nothing else may get its id."""

    def of(self, thing: Any) -> Any:
        """The double of something. Raises `_Traces` if there can be none."""
        if type(thing) in PLAIN or id(thing) in _AS_IT_IS:
            return _silent if thing is print else thing
        if id(thing) not in self._made:
            self._kept.append(thing)
            made = self._make(thing)
            if made is None:
                raise _Traces
            self._made[id(thing)] = made
        return self._made[id(thing)]

    def _make(self, thing: Any) -> Any:
        """None: there can be no double."""
        kind = type(thing)
        if kind is FunctionType:
            return self._function(thing)
        if kind is Recipe:
            return Recipe(self.of(thing.function), thing.price, thing.patience)
        if kind is functools.partial:
            given = {name: self.of(value) for name, value in thing.keywords.items()}
            return functools.partial(self.of(thing.func), *map(self.of, thing.args), **given)
        if kind in (tuple, list, set, frozenset):
            return kind(map(self.of, thing))
        if kind is dict:
            return {self.of(key): self.of(value) for key, value in thing.items()}
        if kind is ModuleType:
            return _MODULES.get(thing.__name__)
        if kind is asyncio.Condition:
            lock = getattr(thing, "_lock", None)
            return asyncio.Condition(self.of(lock)) if type(lock) is asyncio.Lock else None
        if kind in _UNUSED:
            return _UNUSED[kind](thing)
        return thing if _is_plain_error(thing) else None

    def _function(self, function: Any) -> Any:
        code: CodeType = function.__code__
        names = _globals_of(code)
        if names is None:
            raise _Traces
        cells = tuple(CellType() for _ in function.__closure__ or ())
        world = self._world(function)
        double = FunctionType(code, world, function.__name__, None, cells)
        self._made[id(function)] = double  # before the rest: it may call itself
        double.__defaults__ = self.of(function.__defaults__)
        double.__kwdefaults__ = self.of(function.__kwdefaults__)
        double.__qualname__ = function.__qualname__
        double.__doc__ = function.__doc__
        for cell, own in zip(cells, function.__closure__ or (), strict=True):
            with contextlib.suppress(ValueError):  # it is empty still
                cell.cell_contents = self.of(own.cell_contents)
        for name in names:
            if name in function.__globals__:
                world[name] = self.of(function.__globals__[name])
            elif name not in _WORLD:
                raise _Traces
        return double

    def _world(self, function: Any) -> dict[str, Any]:
        """The double's global variables, the same for all functions of a module."""
        theirs = function.__globals__
        if id(theirs) not in self._made:
            self._kept.append(theirs)
            name = theirs.get("__name__", "")
            self._made[id(theirs)] = {"__builtins__": dict(_WORLD), "__name__": name}
        made: dict[str, Any] = self._made[id(theirs)]
        return made


@functools.lru_cache(maxsize=1024)
def _globals_of(code: CodeType) -> tuple[str, ...] | None:
    """The global variables that a function and those inside it read; None: it does what may leave
    a trace."""
    names: list[str] = []
    for step in dis.get_instructions(code):
        if step.opname in _FORBIDDEN:
            return None
        if "ATTR" in step.opname or "METHOD" in step.opname:
            if str(step.argval).startswith(_INNER):
                return None
        elif step.opname in ("LOAD_GLOBAL", "LOAD_NAME", "DELETE_GLOBAL"):
            names.append(step.argval)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            found = _globals_of(inner)
            if found is None:
                return None
            names += found
    return tuple(names)


_OF_EVERY_CLASS = {
    "__module__", "__doc__", "__weakref__", "__qualname__", "__dict__", "__firstlineno__",
    "__static_attributes__",
}  # fmt: skip


def _is_plain_error(thing: Any) -> bool:
    """Whether it is a class of errors of the user's that adds nothing to what it is made of."""
    if not (isinstance(thing, type) and issubclass(thing, Exception)):
        return False
    own = (kind for kind in thing.__mro__ if kind.__module__ != "builtins")
    return all(vars(kind).keys() <= _OF_EVERY_CLASS for kind in own)
