"""`asyncio.Task` and `asyncio.Future` for who calls them directly, as in a task factory: for a
kitchen loop they make numbered ones, for any other asyncio's own."""

from __future__ import annotations

import asyncio
from typing import Any


class _StandIn(type):
    """A class that stands in for one of asyncio's. Whatever is of the latter is of the former."""

    stands_for: type

    def __call__(cls, *args: Any, **options: Any) -> Any:
        if "stands_for" not in vars(cls):  # a subclass that somebody has made of it
            return super().__call__(*args, **options)
        loop = options.get("loop") or asyncio._get_running_loop()
        numbers = getattr(loop, "numbers", None)
        if numbers is None or len(args) != vars(cls)["takes"]:  # asyncio says what is wrong
            return cls.stands_for(*args, **options)
        options["loop"] = loop
        return vars(cls)["numbered"](numbers, *args, **options)

    def __instancecheck__(cls, thing: object) -> bool:
        if "stands_for" in vars(cls):
            return isinstance(thing, cls.stands_for)
        return super().__instancecheck__(thing)

    def __subclasscheck__(cls, kind: type) -> bool:
        if "stands_for" in vars(cls):
            return issubclass(kind, cls.stands_for)
        return super().__subclasscheck__(kind)


def stand_in_for(kind: type, takes: int, make: Any) -> Any:
    """What stands in for ``kind``; ``make`` makes a numbered one of a loop's `Numbers` and what
    ``kind`` is called with, which is so many arguments and keywords."""
    names = {
        "stands_for": kind,
        "takes": takes,
        "numbered": make,
        "__module__": kind.__module__,
        "__doc__": kind.__doc__,
    }
    return _StandIn(kind.__name__, (kind,), names)
