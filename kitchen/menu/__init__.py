"""The menu: real recipes, one file for each family of dishes, and a user's own from any file."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

from kitchen.files import reason
from kitchen.origin import Origin
from kitchen.sim.errors import KitchenError, RecipeError
from kitchen.sim.recipe import Recipe


@cache
def menu() -> dict[str, Recipe]:
    """Every dish of the house by name, family by family."""
    dishes: dict[str, Recipe] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        dishes.update(recipes_in(importlib.import_module(f"{__name__}.{module}")))
    return dishes


def recipes_in(module: ModuleType) -> dict[str, Recipe]:
    """The recipes that a module holds, in the order of its text."""
    return {thing.name: thing for thing in vars(module).values() if isinstance(thing, Recipe)}


def recipes_from(path: Path) -> Mapping[str, Recipe]:
    """The recipes of a user's file. Raises `RecipeError` if it cannot be read or has none."""
    return Origin(path, lambda: _recipes_from(path)).things


def _recipes_from(path: Path) -> dict[str, Recipe]:
    recipes = recipes_in(import_file(path, RecipeError))
    if not recipes:
        raise RecipeError(f"{path}: no recipe in it; write @recipe() above a coroutine function")
    return recipes


def import_file(path: Path, error: type[KitchenError]) -> ModuleType:
    """A user's Python file as a module, which may import what lies beside it.

    Raises ``error``, with the line, if it cannot be read or does not import.
    """
    try:
        source = path.read_bytes()
    except OSError as wrong:
        raise error(f"{path}: {reason(wrong)}") from wrong
    module = ModuleType(f"kitchen_user_{path.stem}")
    module.__file__ = str(path.absolute())
    sys.modules[module.__name__] = module
    _look_beside(path)
    try:
        exec(compile(source, module.__file__, "exec", dont_inherit=True), vars(module))
    except KeyboardInterrupt:
        raise
    except BaseException as wrong:  # a SystemExit as well: it would end the kitchen without a word
        raise error(_what_is_wrong(path, module.__file__, wrong)) from wrong
    return module


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
    kind = "" if isinstance(wrong, KitchenError) else f"{type(wrong).__name__}: "
    return f"{where}: {kind}{wrong}"
