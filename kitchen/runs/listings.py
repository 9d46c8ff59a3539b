"""Listings: the source of the functions that a dish has been in."""

from __future__ import annotations

import inspect
import linecache
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kitchen.runs.hearsay import first_call
from kitchen.runs.spells import Call
from kitchen.sim.shift.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Listing:
    """Source of a file, ``lines`` from ``first`` on, counted from 1; none where it is not known."""

    function: str
    file: str
    first: int
    lines: tuple[str, ...]

    def has(self, file: str, line: int) -> bool:
        return file == self.file and self.first <= line < self.first + len(self.lines)


def listing_of(recipe: Recipe) -> Listing:
    """A recipe's own, from its decorator on."""
    file, first, _ = recipe.place
    return Listing(recipe.name, file, first, recipe.source)


def listings(recipe: Recipe, calls: Iterable[Call]) -> list[Listing]:
    """The recipe's, and those of other functions that are not within one of these already."""
    found = [listing_of(recipe)]
    for call in [first_call(recipe), *calls]:
        if not any(listing.has(call.file, call.line) for listing in found):
            listing = function_at(call.function, call.file, call.first)
            if listing.lines and listing not in found:
                found.append(listing)
    return found


@lru_cache(maxsize=256)
def function_at(name: str, file: str, first: int) -> Listing:
    """That of a function whose ``def`` is at that line."""
    lines = linecache.getlines(file)[first - 1 :] if first else []
    try:
        own = inspect.getblock(lines) if lines else []
    except (SyntaxError, IndentationError):
        own = lines[:1]
    return Listing(name, file, first, tuple(line.rstrip("\n") for line in own))
