"""Endless: recipes that take step after step, and nothing comes of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Protocol

from kitchen.errors import RecipeError, ShiftError
from kitchen.loop.await_chain import UNKNOWN, waiting_line
from kitchen.loop.polling import MOMENT
from kitchen.sim.bounds import MOST_FACTS
from kitchen.sim.facts import Fact
from kitchen.sim.log import Log
from kitchen.sim.work.dish import DishPart, House

STEPS_AT_ONCE = 300_000
"""Steps at one moment of kitchen time before a brigade calls a recipe endless."""

STEPS_OF_A_PART = 20_000
"""As many of a single part are too many: it polls."""


FACTS_IN_VAIN = 1_000_000
"""Facts while no order comes or ends, from which on a dish is called endless: a hundred thousand
tasks with a timer each. More than two thousand dishes that are being made at once may have
`FACTS_A_DISH` each."""

FACTS_A_DISH = 500


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


class Logged(House, Protocol):
    """A kitchen that writes down what happens."""

    facts: Log
    done: asyncio.Future[float]


class Headway:
    """Sees to it that orders come and end in a kitchen, as long as facts do, and that those are
    not more than there is room for."""

    def __init__(self, kitchen: Logged) -> None:
        self.most_facts: float = MOST_FACTS
        self._kitchen = kitchen
        self._last = (0, 0)
        """Orders that had come in and that were open."""
        self._since = 0
        """Facts that there were when this changed."""

    def check(self) -> None:
        """End the shift if some recipe goes round in a circle, or the log is full."""
        kitchen = self._kitchen
        if kitchen.done.done():
            return
        facts = kitchen.facts.count
        if facts > self.most_facts:
            kitchen.fail(self._full(facts))
        orders = kitchen.tally.orders, kitchen.tally.open_orders
        if orders != self._last:
            self._last, self._since = orders, facts
        elif facts - self._since > max(FACTS_IN_VAIN, FACTS_A_DISH * len(kitchen.dishes)):
            since = max(0, self._since - kitchen.facts.gone)  # blamed by those still there
            kitchen.fail(self._endless(kitchen.facts.decided[since:]))

    def _full(self, facts: int) -> ShiftError:
        kitchen = self._kitchen
        return ShiftError(
            f"the log is full: {facts} facts at {kitchen.loop.now:,.0f} s, and "
            f"{kitchen.tally.open_orders} orders are still open; let fewer come, or dishes take "
            "fewer steps, or the facts go as they come about: run(..., facts=FILE)"
        )

    def _endless(self, facts: list[Fact]) -> RecipeError:
        """Blames the dish with the most of these facts."""
        dishes = self._kitchen.dishes
        orders = (getattr(fact, "order", 0) for fact in facts)
        counted = Counter(order for order in orders if order in dishes)
        dish = dishes[counted.most_common(1)[0][0]]
        return RecipeError(
            f"{dish.label} never ends: at {self._kitchen.loop.now:,.0f} s it still takes step "
            f"after step, and no order comes or ends ({dish.recipe.where})"
        )
