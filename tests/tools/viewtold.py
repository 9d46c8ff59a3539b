"""All that can be told of a view: two that tell the same show the same."""

from __future__ import annotations

from typing import Any

from kitchen.sim import facts as f

CACHES = ("_folds", "_hears", "_line", "_stands", "_planned", "_own", "_kept_for")


def told(thing: Any, seen: dict[int, int] | None = None) -> Any:
    """All that can be told of a view, to the last attribute; and which of its things are one."""
    seen = {} if seen is None else seen
    if thing is None or isinstance(thing, str | int | float | bool | f.Fact):
        return thing
    if id(thing) in seen:
        return ("seen", seen[id(thing)])
    seen[id(thing)] = len(seen)
    if isinstance(thing, dict):
        return type(thing).__name__, [(told(k, seen), told(v, seen)) for k, v in thing.items()]
    if isinstance(thing, list | tuple):
        return [told(item, seen) for item in thing]
    if isinstance(thing, set | frozenset):
        return sorted(told(item, {}) for item in thing)
    names = [n for kind in type(thing).__mro__ for n in getattr(kind, "__slots__", ())]
    names = names or list(vars(thing))
    return type(thing).__name__, [
        (name, told(getattr(thing, name), seen)) for name in names if name not in CACHES
    ]
