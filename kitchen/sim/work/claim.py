"""Claims: what a recipe asks for and then awaits, a timer or a place at a station."""

from __future__ import annotations

from types import FrameType
from typing import ClassVar

import msgspec

from kitchen.errors import RecipeError
from kitchen.sim.bounds import LATEST
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.work.part import Part
from kitchen.sim.work.tally import Tally


class Claimant(Part):
    """A dish, as that knows it which its recipe asks for: the first of its parts."""

    __slots__ = ("claim", "label", "put_off", "quality", "recipe", "tally", "worked")

    claim: Claim | None
    """What the recipe asked for last, until it awaits that."""
    label: str
    """What messages call it, and its task, too."""
    put_off: dict[Claim, None] | None
    """What it asked for before, and has not awaited either, oldest first; None: never anything."""
    quality: float
    recipe: Recipe
    tally: Tally
    worked: float
    """Hands-on seconds."""

    def running_part(self, what: str) -> Part:
        """The part whose step is under way. Raises `RecipeError` if none is."""
        part: Part | None = self.brigade.running
        if part is None:
            raise RecipeError(f"{self.label}: {what}() was called where no chef is at work")
        return part

    def line_of(self, frame: FrameType) -> int:
        """The line of the recipe that is being run, counting from 1; 0 if it has no source. Raises
        `RecipeError` in another thread than the loop's: no chef is there."""
        recipe = self.recipe
        if frame.f_code is recipe.code:
            return recipe.lines[frame.f_lasti]
        if not self.loop.here:
            raise RecipeError(f"{self.label}: only a chef has hands, and none works in a thread")
        return recipe.line_within(frame)

    def too_late(self, what: str, where: str = "") -> RecipeError:
        """Something would end when no kitchen is open any more; ``where`` is its ``file:line``,
        unless somebody else tells that."""
        at = f" ({where})" if where else ""
        return RecipeError(f"{self.label}: {what} ends after {LATEST:g} s of kitchen time{at}")

    def asks_for(self, claim: Claim) -> None:
        """The recipe asks for it, maybe before it awaits what it asked for last."""
        if self.claim is not None:
            if self.put_off is None:
                self.put_off = {}
            self.put_off[self.claim] = None
        self.claim = claim

    def drop_claims(self) -> None:
        """Nothing of what the recipe asked for will be awaited any more."""
        self.claim = self.put_off = None

    def forgotten(self) -> RecipeError | None:
        """The first thing that the recipe asked for and never awaited, in words."""
        claim = next(iter(self.put_off or ()), self.claim)
        if claim is None:
            return None
        where = self.recipe.at(claim.line)
        return RecipeError(
            f"{self.label} forgot to {claim.verb} {claim!r}: it never happened ({where})"
        )


class Claim(msgspec.Struct, eq=False):
    """Something that a dish has asked for, at a line of its recipe."""

    _dish: Claimant
    line: int

    verb: ClassVar[str]
    """What a recipe writes to have it."""

    def awaited(self) -> None:
        """The recipe awaits it, maybe not for the first time."""
        dish = self._dish
        if dish.claim is self:  # as nearly always
            dish.claim = None
        elif dish.put_off:
            dish.put_off.pop(self, None)
