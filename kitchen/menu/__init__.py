"""The menu: real recipes, one file for each family of dishes, and a user's own from any file."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
import traceback
from functools import cache
from pathlib import Path
from types import ModuleType

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


def recipes_from(path: Path) -> dict[str, Recipe]:
    """The recipes of a user's file. Raises `RecipeError` if it cannot be read or has none."""
    recipes = recipes_in(import_file(path, RecipeError))
    if not recipes:
        raise RecipeError(f"{path}: no recipe in it; write @recipe() above a coroutine function")
    return recipes


def import_file(path: Path, error: type[KitchenError]) -> ModuleType:
    """A user's Python file as a module. Raises ``error`` with the line if it does not import."""
    if not path.is_file():
        raise error(f"{path}: no such file")
    name = f"kitchen_user_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise error(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except SyntaxError as wrong:
        raise error(f"{wrong.filename}:{wrong.lineno}: {wrong.msg}") from wrong
    except Exception as wrong:
        frames = [f for f in traceback.extract_tb(wrong.__traceback__) if f.filename == str(path)]
        line = f":{frames[-1].lineno}" if frames else ""
        raise error(f"{path}{line}: {type(wrong).__name__}: {wrong}") from wrong
    return module
