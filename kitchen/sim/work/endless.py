"""Endless: recipes that take step after step while no kitchen time goes by."""

from __future__ import annotations

from kitchen.errors import RecipeError
from kitchen.loop.awaits import UNKNOWN, waiting_line
from kitchen.sim.work.dish import DishPart

STEPS_AT_ONCE = 300_000
"""Steps at one moment of kitchen time before a brigade calls a recipe endless."""

STEPS_OF_A_PART = 20_000
"""As many of a single part are too many: it polls."""

MOMENT = 0.001
"""Seconds of kitchen time within which it counts as standing still: with ``asyncio.sleep(1e-9)`` a
recipe polls as well."""


class StepsAtOnce:
    """Counts the steps of one kitchen that follow one another at one moment."""

    def __init__(self) -> None:
        self._moment = -1.0
        self._steps = 0
        self._of_part: dict[DishPart, int] = {}
        """The steps of each part at this moment, once there are many."""

    def count(self, part: DishPart) -> None:
        """A step of the part may follow without kitchen time going by. Raises `RecipeError` once
        there have been too many."""
        now = part.loop.now
        if now - self._moment > MOMENT:
            self._moment, self._steps = now, 0
            self._of_part.clear()
        self._steps += 1
        if self._steps > STEPS_OF_A_PART:
            self._count_of(part)

    def _count_of(self, part: DishPart) -> None:
        counts = self._of_part
        counts[part] = counts.get(part, 0) + 1
        most = max(STEPS_AT_ONCE, 100 * len(part.dish.kitchen.dishes))
        if counts[part] > STEPS_OF_A_PART or self._steps > most:
            line = waiting_line(part.task)
            where = "" if line == UNKNOWN else f" ({line})"
            raise RecipeError(
                f"{part.dish.label} never ends: it takes step after step and no kitchen time goes "
                f"by{where}"
            )
