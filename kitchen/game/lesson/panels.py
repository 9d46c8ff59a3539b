"""Which panel each kind of step has. A new one adds its line here."""

from __future__ import annotations

from kitchen.game.lesson.panel import StepPanel

PANELS: dict[str, type[StepPanel]] = {}


def panel_of(kind: str) -> type[StepPanel]:
    """The panel of a kind of step (see `kitchen.lessons.steps.KINDS`)."""
    return PANELS.get(kind, StepPanel)
