"""Annotating: what ``run --lines`` finds out of each line of the recipes, and prints."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.report.lines import annotated
from kitchen.report.tables import show
from kitchen.runs.headless import Watch
from kitchen.runs.linetally import LineTally, RecipeLines, chosen
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.kitchen import Kitchen


class Annotating:
    """Of one ``dish``, by its name or title; empty: of all."""

    def __init__(self, dish: str) -> None:
        self._dish = dish
        self._tally = LineTally()

    def check(self, shift: Shift) -> None:
        """Raises `KitchenError` if nobody can order it."""
        chosen(shift.recipes(), self._dish)

    def watching(self, other: Watch | None) -> Watch:
        """Shows a kitchen to the tally, and to who else wants to see it."""

        def watch(kitchen: Kitchen) -> None:
            if other is not None:
                other(kitchen)
            self._tally.watch(kitchen)

        return watch

    def found(self, shift: Shift) -> tuple[RecipeLines, ...]:
        return self._tally.lines(shift, self._dish)


def show_lines(found: Sequence[RecipeLines]) -> None:
    """Print them, one below the other."""
    for lines in found:
        show("", *annotated(lines))
