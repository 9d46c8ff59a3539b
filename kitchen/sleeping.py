"""`time.sleep` under all the names that modules have for it, ``from time import sleep`` among them.

Another function can stand in for it everywhere for a while: so one finds out who calls it.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Namespace = dict[str, Any]

_SLEEP = time.sleep
_names: list[tuple[Namespace, str]] = []
"""Where modules keep it, as far as they have been looked through."""
_looked: set[str] = set()
"""The names of those modules: there are hundreds, and looking takes milliseconds."""


@contextlib.contextmanager
def stood_in_for(stand_in: Callable[[float], None], own: Iterable[Namespace]) -> Iterator[None]:
    """While this is entered, ``stand_in`` is what modules find under their names for `time.sleep`.

    ``own`` are namespaces that may have changed since the last time, or belong to no module.
    """
    names = [*_known(), *(name for space in own for name in _names_in(space))]
    before = [(space, name, space[name]) for space, name in names if name in space]
    for space, name, _ in before:
        space[name] = stand_in
    try:
        yield
    finally:
        for space, name, was in reversed(before):
            space[name] = was


def _known() -> list[tuple[Namespace, str]]:
    for module in sys.modules.keys() - _looked:
        _looked.add(module)
        space = getattr(sys.modules[module], "__dict__", None)
        if module != __name__ and isinstance(space, dict):
            _names.extend(_names_in(space))
    return _names


def _names_in(space: Namespace) -> list[tuple[Namespace, str]]:
    return [(space, name) for name, value in list(space.items()) if value is _SLEEP]
