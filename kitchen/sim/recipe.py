"""A recipe: a coroutine function that cooks one dish, its price and its customers' patience."""

from __future__ import annotations

import inspect
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import CodeType
from typing import TYPE_CHECKING, Any

from kitchen.sim.bounds import LARGEST, LATEST
from kitchen.sim.errors import RecipeError
from kitchen.sim.payment import payment

if TYPE_CHECKING:
    from kitchen.sim.cook import Cook

PRICE = 10.0
"""Dollars for a dish whose recipe names no price."""


@dataclass(frozen=True)
class Recipe:
    """A dish on the menu. Calling it with a `Cook` gives the coroutine that cooks it."""

    function: Callable[[Cook], Awaitable[Any]]
    price: float = PRICE
    """Dollars."""
    patience: float | None = None
    """Seconds of kitchen time that a customer waits for it; None: for ever."""

    # What every dish needs of its recipe is found out once, before any is ordered:
    name: str = field(init=False, repr=False, compare=False)
    title: str = field(init=False, repr=False, compare=False)
    """The first line of the docstring, else the name in words."""
    cents: int = field(init=False, repr=False, compare=False)
    """The price."""
    full: tuple[int, int] = field(init=False, repr=False, compare=False)
    """What is paid and tipped for a perfect dish at once."""
    code: CodeType | None = field(init=False, repr=False, compare=False)
    lines: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The line of each byte of its code, from 1: asking a frame for its line takes longer."""

    def __post_init__(self) -> None:
        function = self.function
        code = getattr(function, "__code__", None)
        name = str(getattr(function, "__name__", type(function).__name__))
        _check(name, self.price, self.patience)
        cents = round(self.price * 100)
        keep = object.__setattr__
        if self.patience is not None:
            keep(self, "patience", float(self.patience))
        keep(self, "name", name)
        keep(self, "title", _title(function, name))
        keep(self, "code", code)
        keep(self, "lines", _lines(code, code.co_linetable) if code is not None else ())
        keep(self, "cents", cents)
        keep(self, "full", _full(cents))

    def __call__(self, cook: Cook) -> Awaitable[Any]:
        return self.function(cook)

    @cached_property
    def source(self) -> tuple[str, ...]:
        """Its source, line by line, from the decorator on; empty where there is none to read."""
        return _source(self.code) if self.code is not None else ()

    @cached_property
    def place(self) -> tuple[str, int, int]:
        """File, first line and last line of its source; the last is 0 where there is none."""
        code = self.code
        if code is None:
            return "", 0, 0
        first = code.co_firstlineno
        return code.co_filename, first, first + len(self.source) - 1

    def at(self, line: int) -> str:
        """``file:line`` of a line of its source, counted from 1; its first where there is none."""
        file, first, last = self.place
        return f"{file}:{first + line - 1}" if line and last else self.where

    @property
    def where(self) -> str:
        """``file:line`` of its first line."""
        code = self.code
        return f"{code.co_filename}:{code.co_firstlineno}" if code else self.name


def recipe(
    price: float = PRICE, patience: float | None = None
) -> Callable[[Callable[[Cook], Awaitable[Any]]], Recipe]:
    """Make a coroutine function a `Recipe`: ``@recipe(price=14.50, patience=2400)``.

    ``price`` is in dollars, ``patience`` in seconds of kitchen time (None: for ever).
    Raises `RecipeError` for a price below 0 or a patience that is not above 0.
    """
    if callable(price):
        raise RecipeError("write @recipe(), with brackets, above a recipe")

    def decorate(function: Callable[[Cook], Awaitable[Any]]) -> Recipe:
        return Recipe(function, price, patience)

    return decorate


def as_recipe(dish: Recipe | Callable[[Cook], Awaitable[Any]]) -> Recipe:
    """A recipe as it is; any other callable at the usual price, with customers who wait."""
    if isinstance(dish, Recipe):
        return dish
    if not callable(dish):
        raise RecipeError(f"a dish is a recipe or a coroutine function, not {dish!r}")
    return Recipe(dish)


def _check(name: str, price: float, patience: float | None) -> None:
    if not (math.isfinite(price) and price >= 0):
        raise RecipeError(f"{name}: a price is 0 or more dollars, not {price!r}")
    if price > LARGEST:
        raise RecipeError(f"{name}: a price is {LARGEST:g} dollars at most, not {price!r}")
    if patience is not None and not (math.isfinite(patience) and patience > 0):
        raise RecipeError(f"{name}: patience is above 0 seconds, not {patience!r}")
    if patience is not None and patience > LATEST:
        raise RecipeError(f"{name}: patience is {LATEST:g} seconds at most, not {patience!r}")


def _title(function: Callable[..., object], name: str) -> str:
    doc = inspect.getdoc(function) if _may_have_doc(function) else None
    if doc:
        return doc.splitlines()[0].rstrip(".")
    return _in_words(name)


def _may_have_doc(function: Callable[..., object]) -> bool:
    """Its own, or that of a method which it overrides. To look for one takes long."""
    if function.__doc__ is not None:
        return hasattr(function, "__code__")
    return "." in getattr(function, "__qualname__", "").rpartition("<locals>.")[2]


# Recipes made in a loop share much of what is found out here.


@lru_cache(maxsize=1024)
def _in_words(name: str) -> str:
    return name.replace("_", " ").strip("<>").capitalize()


@lru_cache(maxsize=1024)
def _full(cents: int) -> tuple[int, int]:
    """What is paid and tipped for a perfect dish at once."""
    return payment(cents, 1.0, 1.0)


@lru_cache(maxsize=1024)
def _lines(code: CodeType, _: bytes) -> tuple[int, ...]:
    """Recipes made in a loop share their code. Code that is the same may stand on other lines,
    which only its table of lines tells."""
    lines = []
    for start, end, line in code.co_lines():
        lines += [(line or code.co_firstlineno) - code.co_firstlineno + 1] * (end - start)
    return tuple(lines)


@lru_cache(maxsize=1024)
def _source(code: CodeType) -> tuple[str, ...]:
    """Reading source is slow, and recipes made in a loop share their code."""
    try:
        return tuple(line.rstrip("\n") for line in inspect.getsourcelines(code)[0])
    except (OSError, TypeError):
        return ()
