"""A recipe: a coroutine function that cooks one dish, its price and its customers' patience; and
what it is handed, a `Cook`.

`Cook.hands` is a plain synchronous call: the chef works and can be nowhere else. Everything that
is awaited is what a chef may walk away from.
"""

from __future__ import annotations

import importlib
import inspect
import linecache
import sys
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import CodeType, FrameType
from typing import Any

from kitchen.errors import RecipeError
from kitchen.plain import number, told, whole
from kitchen.sim.bounds import LARGEST, LATEST
from kitchen.sim.shift.payment import payment

PRICE = 10.0
"""Dollars for a dish whose recipe names no price."""


class Burnt(Exception):
    """The food stood too long after its timer rang and has burnt.

    Raised where the timer is awaited. A recipe may catch it; else a chef scrapes the pan and the
    recipe starts again.
    """

    def __init__(self, *told: object) -> None:
        super().__init__(*told)  # Python's own has no signature to look at


class Cook:
    """One dish's access to the kitchen. Every dish gets its own, from the kitchen that cooks it."""

    __slots__ = ()

    @property
    def order(self) -> int:
        """The number of the order, from 1."""
        raise NotImplementedError

    @property
    def time(self) -> float:
        """Kitchen time in seconds, including the work done so far in this step."""
        raise NotImplementedError

    def hands(self, what: str, seconds: float) -> None:
        """Work on the dish for ``seconds`` of kitchen time (0 or more): the chef's hands are full.

        Raises `RecipeError` for a time that is negative or not finite, for what is no text, and
        outside a chef's step.
        """
        raise NotImplementedError

    def timer(
        self, what: str, seconds: float, hold: float | None = None, burn: float | None = None
    ) -> Coroutine[Any, Any, None]:
        """Let it cook for ``seconds`` of kitchen time: ``await`` it, nobody's hands are needed.

        After the ring the food stays perfect for ``hold`` seconds (None: for ever). Then its
        quality falls evenly, over ``burn`` seconds (default: as long as ``hold``), from 1 to 0,
        and it burns: the await raises `Burnt` once a chef comes. Raises `RecipeError` for a time
        that is negative or not finite, and for what is no text.
        """
        raise NotImplementedError

    def station(self, kind: str) -> AbstractAsyncContextManager[int, None]:
        """A place of that kind of station for the length of an ``async with``; ``as`` gives its
        number, from 0.

        Raises `RecipeError` if the shift has no such station.
        """
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say something: it is written in the log, with its time. Raises `RecipeError` for what is
        no text."""
        raise NotImplementedError


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
        if not callable(function):
            raise RecipeError(f"a recipe is a coroutine function, not {told(function)}")
        code = getattr(function, "__code__", None)
        code = code if isinstance(code, CodeType) else None
        name = str(getattr(function, "__name__", type(function).__name__))
        price, patience = _terms(name, self.price, self.patience)
        cents = round(price * 100)
        keep = object.__setattr__  # which takes its time: what is plain already stays
        if price is not self.price:
            keep(self, "price", price)
        if patience is not self.patience:
            keep(self, "patience", patience)
        keep(self, "name", name)
        keep(self, "title", _title(function, name))
        keep(self, "code", code)
        keep(self, "lines", _lines(code) if code is not None else ())
        keep(self, "cents", cents)
        keep(self, "full", _full(cents))

    def __reduce__(self) -> tuple[Callable[..., Recipe], tuple[object, ...]]:
        """Pickled by its name in its module, as functions are. Raises `RecipeError` if it has none
        there."""
        module = str(getattr(self.function, "__module__", None))
        name = str(getattr(self.function, "__qualname__", None))
        found = _found(module, name)
        if isinstance(found, Recipe) and found == self:
            return _recipe_at, (module, name)
        if found is self.function or not hasattr(self.function, "__qualname__"):
            return Recipe, (self.function, self.price, self.patience)
        raise RecipeError(
            f"{self.name} cannot be pickled: {name} of the module {module} is not this recipe; "
            "write it at the top of a module"
        )

    def __copy__(self) -> Recipe:
        return self

    def __deepcopy__(self, memo: object) -> Recipe:
        return self

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

    def line_within(self, frame: FrameType | None) -> int:
        """The line of its source that is being run, from 1; 0 if none is. Helpers that it calls
        count as the line that calls them."""
        file, first, last = self.place
        while last and frame is not None:
            line = frame.f_lineno
            if first <= line <= last and frame.f_code.co_filename == file:
                return line - first + 1
            frame = frame.f_back
        return 0

    def at(self, line: int) -> str:
        """``file:line`` of a line of its source, counted from 1; its first where there is none."""
        if whole(line) is None:
            raise RecipeError(f"{self.name}: a line is a whole number, not {told(line)}")
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
    price, patience = _terms("@recipe", price, patience)

    def decorate(function: Callable[[Cook], Awaitable[Any]]) -> Recipe:
        return Recipe(function, price, patience)

    return decorate


def as_recipe(dish: Recipe | Callable[[Cook], Awaitable[Any]]) -> Recipe:
    """A recipe as it is; any other callable at the usual price, with customers who wait."""
    if isinstance(dish, Recipe):
        return dish
    if not callable(dish):
        raise RecipeError(f"a dish is a recipe or a coroutine function, not {told(dish)}")
    return Recipe(dish)


def _found(module: str, name: str) -> object:
    """What a module has under that name, which may have dots; None: nothing."""
    found: object = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def _recipe_at(module: str, name: str) -> Recipe:
    """The recipe that was pickled by this name. Raises `RecipeError` if it is not there."""
    try:
        importlib.import_module(module)
    except ImportError as error:
        raise RecipeError(
            f"the recipe {name} cannot be had: {error}; the process that unpickles it imports its "
            "module first, or can"
        ) from error
    found = _found(module, name)
    if not isinstance(found, Recipe):
        raise RecipeError(f"the module {module} has no recipe {name} any more")
    return found


def _terms(name: str, price: object, patience: object) -> tuple[float, float | None]:
    """Price and patience as plain numbers. Raises `RecipeError` for what cannot be."""
    dollars = number(price)
    if dollars is None or dollars < 0:
        raise RecipeError(f"{name}: a price is 0 or more dollars, not {told(price)}")
    if dollars > LARGEST:
        raise RecipeError(f"{name}: a price is {LARGEST:g} dollars at most, not {told(price)}")
    if patience is None:
        return dollars, None
    seconds = number(patience)
    if seconds is None or seconds <= 0:
        raise RecipeError(f"{name}: patience is above 0 seconds, not {told(patience)}")
    if seconds > LATEST:
        raise RecipeError(f"{name}: patience is {LATEST:g} seconds at most, not {told(patience)}")
    return dollars, float(seconds)


def _title(function: Callable[..., object], name: str) -> str:
    doc = inspect.getdoc(function) if _may_have_doc(function) else None
    if doc:
        return doc.splitlines()[0].rstrip(".")
    return _in_words(name)


def _may_have_doc(function: Callable[..., object]) -> bool:
    """Its own, or that of a method which it overrides. To look for one takes long."""
    if function.__doc__ is not None:
        return hasattr(function, "__code__")
    return _in_a_class(getattr(function, "__qualname__", ""))


# Recipes made in a loop share much of what is found out here.


@lru_cache(maxsize=1024)
def _in_a_class(qualified: str) -> bool:
    return "." in qualified.rpartition("<locals>.")[2]


@lru_cache(maxsize=1024)
def _in_words(name: str) -> str:
    return name.replace("_", " ").strip("<>").capitalize()


@lru_cache(maxsize=1024)
def _full(cents: int) -> tuple[int, int]:
    """What is paid and tipped for a perfect dish at once."""
    return payment(cents, 1.0, 1.0)


_newest: tuple[CodeType | None, tuple[int, ...]] = (None, ())
"""The code of the recipe made last, and its lines: mostly the next one has the same."""


def _lines(code: CodeType) -> tuple[int, ...]:
    global _newest
    known, lines = _newest
    if code is not known:
        lines = _lines_of(code, code.co_linetable)
        _newest = code, lines
    return lines


@lru_cache(maxsize=1024)
def _lines_of(code: CodeType, _: bytes) -> tuple[int, ...]:
    """Code that is the same may stand on other lines, which only its table of lines tells."""
    lines = []
    for start, end, line in code.co_lines():
        lines += [(line or code.co_firstlineno) - code.co_firstlineno + 1] * (end - start)
    return tuple(lines)


@lru_cache(maxsize=1024)
def _source(code: CodeType) -> tuple[str, ...]:
    """Reading source is slow, and recipes made in a loop share their code."""
    linecache.checkcache(code.co_filename)
    try:
        if lines := linecache.getlines(code.co_filename):
            own = inspect.getblock(lines[code.co_firstlineno - 1 :])
        else:  # in an archive, say: this looks at every module there is, to find the one
            own = inspect.getsourcelines(code)[0]
    except (OSError, TypeError):
        return ()
    return tuple(line.rstrip("\n") for line in own)
