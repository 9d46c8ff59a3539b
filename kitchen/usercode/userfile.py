"""Where a user's recipes and policies come from, and how to get them anew.

What the recipes of a file share (a counter, a lock, a queue) is state of its module. Two kitchens
that cook from one module would share it as well, so each kitchen has the file executed for itself,
and with it whatever it imports from beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")

_FILES: dict[int, tuple[object, UserFile, str]] = {}
"""By the id of a thing: the thing, which keeps its id from being given away, and its file."""

_IMPORTED_BY: dict[str, UserFile] = {}
"""By the name of a module that lies beside a file of the user's: the last one to import it."""


class UserFile:
    """A file of the user's. ``load`` executes it and gives what is wanted of it, by name.

    ``things`` are those of the first time; the first kitchen that asks gets them.
    """

    def __init__(self, path: Path, load: Callable[[], Mapping[str, Any]]) -> None:
        self._folder = path.absolute().parent
        self._load = load
        self.things = self._execute()
        beside = [_IMPORTED_BY[name] for name in self._beside]
        self.used: bool = any(other is not self and other.used for other in beside)
        """Whether a kitchen has had what it was in its first execution, or what lies beside it."""
        for name, thing in self.things.items():
            if id(thing) not in _FILES and not _is_ours(thing):
                _FILES[id(thing)] = thing, self, name

    def _execute(self) -> Mapping[str, Any]:
        before = set(sys.modules)
        try:
            return self._load()
        finally:
            for name in set(sys.modules) - before:
                if self._lies_beside(name):
                    _IMPORTED_BY[name] = self

    @property
    def _beside(self) -> list[str]:
        """The modules that it, or another file of the user's, imported from beside it."""
        return [n for n in _IMPORTED_BY if n in sys.modules and self._lies_beside(n)]

    def _lies_beside(self, name: str) -> bool:
        """Whether it is a module of Python's text in that folder, and none that was installed."""
        module, top = sys.modules[name], name.partition(".")[0]
        file = vars(module).get("__file__") if isinstance(module, ModuleType) else None
        ours = top == "kitchen" or top.startswith("kitchen_user_")  # those are executed, see menu
        if not isinstance(file, str) or ours or top in sys.stdlib_module_names:
            return False
        path = Path(file)
        installed = {"site-packages", "dist-packages"} & set(path.parts)
        return path.suffix == ".py" and self._folder in path.parents and not installed

    def forget(self) -> None:
        """Have what lies beside it imported anew the next time."""
        for name in self._beside:
            del sys.modules[name]

    def again(self) -> Mapping[str, Any]:
        """What is wanted of it, of one more execution."""
        return self._execute()


def _is_ours(thing: object) -> bool:
    """Whether the file has it from us or from Python: executed anew, it would be the same."""
    module = getattr(getattr(thing, "function", thing), "__module__", None)
    top = str(module).partition(".")[0]
    return top == "kitchen" or top in sys.stdlib_module_names


def have_user_files() -> bool:
    """Whether anything of a user's file is there at all."""
    return bool(_FILES)


def anew(things: Iterable[object]) -> Callable[[T], T]:
    """A function that gives each of these things as it is in its file executed anew; what comes of
    no file of the user's stays as it is. Raises as its file does."""
    found = [_FILES[id(thing)] for thing in things if id(thing) in _FILES]
    files = list(dict.fromkeys(file for _, file, _ in found))
    taken = {file: file.things for file in files}
    if any(file.used for file in files):
        for file in files:
            file.forget()
        taken = {file: file.again() for file in files}
    for file in files:
        file.used = True
    fresh = {id(thing): taken[file][name] for thing, file, name in found}

    def of(thing: T) -> T:
        return fresh.get(id(thing), thing)  # type: ignore[no-any-return]

    return of
