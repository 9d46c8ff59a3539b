"""`time.sleep` under all the names that modules have for it, ``from time import sleep`` among them.

Another function can stand in for it everywhere for a while. What that does depends on the thread: a
recipe is refused, a thread of the pool sleeps in kitchen time, and all others sleep as ever.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Namespace = dict[str, Any]
Sleep = Callable[[float], None]

REAL = time.sleep

_own: dict[int, Sleep] = {}
"""By thread: what sleeping is there."""

_lock = threading.RLock()
_users = 0
_replaced: list[tuple[Namespace, str]] = []
"""Names that are the stand-in's just now."""
_names: list[tuple[Namespace, str]] = []
"""Where modules keep it, as far as they have been looked through."""
_looked: set[str] = set()
"""The names of those modules: there are hundreds, and looking takes milliseconds."""


def sleep(seconds: float) -> None:
    """What modules find under their names for `time.sleep`."""
    _own.get(threading.get_ident(), REAL)(seconds)


@contextlib.contextmanager
def here(own: Sleep) -> Iterator[None]:
    """While this is entered, ``own`` is what sleeping is in this thread, where it is `stood_in`."""
    thread = threading.get_ident()
    before = _own.get(thread)
    _own[thread] = own
    try:
        yield
    finally:
        del _own[thread]
        if before is not None:
            _own[thread] = before


@contextlib.contextmanager
def stood_in(own: Iterable[Namespace] = ()) -> Iterator[None]:
    """While this is entered, somewhere, `sleep` is what modules find.

    ``own`` are namespaces that may have changed since the last time, or belong to no module.
    """
    global _users
    with _lock:
        _users += 1
        names = [name for namespace in own for name in _names_in(namespace)]
        for space, name in [*_known(), *names]:
            if space.get(name) is REAL:
                space[name] = sleep
                _replaced.append((space, name))
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            while _replaced and not _users:
                space, name = _replaced.pop()
                if space.get(name) is sleep:
                    space[name] = REAL


def _known() -> list[tuple[Namespace, str]]:
    asleep = _asleep()
    for name in sys.modules.keys() - _looked:
        module = sys.modules.get(name)
        if type(module) is asleep:
            continue  # looking would load it: its turn comes when somebody else has
        _looked.add(name)
        space = getattr(module, "__dict__", None)
        if name != __name__ and isinstance(space, dict):
            _names.extend(_names_in(space))
    return _names


def _asleep() -> type | None:
    """The type of a module of which nothing has been asked yet, after which it is loaded. None:
    there are none."""
    return getattr(sys.modules.get("importlib.util"), "_LazyModule", None)


def _names_in(space: Namespace) -> list[tuple[Namespace, str]]:
    return [(space, name) for name, value in list(space.items()) if value is REAL]
