"""The menu: real recipes, one file for each family of dishes, and a user's own from any file.

A new dish is a coroutine function with ``@recipe`` in the file of its family, and is found by
itself. A recipe knows `kitchen.sim.shift.recipe` and asyncio, and nothing else of the house; the
cookbook and all above it know the menu.
"""

from __future__ import annotations

import importlib.util
import pkgutil
import sys
import traceback
from collections.abc import Mapping
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import FrameType, ModuleType

import kitchen.usercode.watching as watching
from kitchen.errors import KitchenError, RecipeError
from kitchen.files import read_whole, reason
from kitchen.loop.users_own import count_as_users
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.words import in_words
from kitchen.usercode.userfile import UserFile
from kitchen.usercode.watching import Watch, innermost, line_of

count_as_users(Path(__file__).parent)

LARGEST_FILE = 2_000_000
"""Bytes that a user's file of Python may have."""

IMPORT = 4 / 3
"""How many times as long as a step it may run from one import to the next."""


@cache
def menu() -> dict[str, Recipe]:
    """Every dish of the house by name, family by family."""
    dishes: dict[str, Recipe] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        dishes.update(recipes_in(importlib.import_module(f"{__name__}.{module}")))
    return dishes


def recipes_in(module: ModuleType) -> dict[str, Recipe]:
    """The recipes that a module holds, in the order of its text."""
    things = vars(module).values()  # `isinstance` would ask each for its class, which may be code
    return {thing.name: thing for thing in things if issubclass(type(thing), Recipe)}


def recipes_from(path: Path) -> Mapping[str, Recipe]:
    """The recipes of a user's file. Raises `RecipeError` if it cannot be read or has none."""
    return UserFile(path, lambda: _recipes_from(path)).things


def _recipes_from(path: Path) -> dict[str, Recipe]:
    recipes = recipes_in(import_file(path, RecipeError))
    if not recipes:
        raise RecipeError(f"{path}: no recipe in it; write @recipe() above a coroutine function")
    return recipes


def import_file(path: Path, error: type[KitchenError]) -> ModuleType:
    """A user's Python file as a module, which may import what lies beside it.

    Raises ``error``, with the line, if it cannot be read, does not import, or goes on for `IMPORT`
    times as long as a step of a recipe may and imports nothing more.
    """
    try:
        source = read_whole(path, LARGEST_FILE)
    except OSError as wrong:
        raise error(f"{path}: {reason(wrong)}") from wrong
    file = str(path.absolute())
    module = _module(f"kitchen_user_{path.stem}", file)
    _look_beside(path)
    with _watched(path, file, error), watching.ctrl_c_kept():
        try:
            exec(compile(source, file, "exec", dont_inherit=True), vars(module))
        except KeyboardInterrupt:
            raise
        except BaseException as wrong:  # a SystemExit as well: it would end all without a word
            raise error(_what_is_wrong(path, file, wrong)) from wrong
    return module


def _module(name: str, file: str) -> ModuleType:
    """An empty module that says where it comes from, as Python's own do."""
    spec = importlib.util.spec_from_file_location(name, file, loader=SourceFileLoader(name, file))
    assert spec is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    return module


def _watched(path: Path, file: str, error: type[KitchenError]) -> Watch:
    limit = IMPORT * watching.LIMIT

    def judge(_: object, frames: list[FrameType]) -> KitchenError:
        where = line_of(innermost(frames, file) or innermost(frames))
        return error(f"{path}: it never ends: it has run for {limit:g} s ({where})")

    return Watch(judge, limit=limit, mark=lambda: len(sys.modules))


def _look_beside(path: Path) -> None:
    """Behind all else, so that no file of a user's hides a module that the kitchen itself needs."""
    folder = str(path.absolute().parent)
    if folder not in sys.path:
        sys.path.append(folder)


def _what_is_wrong(path: Path, file: str, wrong: BaseException) -> str:
    if isinstance(wrong, SyntaxError) and wrong.lineno is not None:
        where = path if wrong.filename == file else wrong.filename
        return f"{where}:{wrong.lineno}: {wrong.msg}"
    lines = [f.lineno for f in traceback.extract_tb(wrong.__traceback__) if f.filename == file]
    where = f"{path}:{lines[-1]}" if lines else path
    return f"{where}: {wrong if isinstance(wrong, KitchenError) else in_words(wrong)}"
