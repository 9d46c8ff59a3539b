"""Which panel each kind of step has. A new one adds its line here."""

from __future__ import annotations

from kitchen.game.lesson.building.arrange import ArrangePanel
from kitchen.game.lesson.building.change import ChangePanel
from kitchen.game.lesson.parts.panel import StepPanel
from kitchen.game.lesson.quiz.asking import WhyPanel
from kitchen.game.lesson.quiz.predicting import PredictPanel
from kitchen.game.lesson.quiz.walking import WalkPanel
from kitchen.game.lesson.writing.write import WritePanel

PANELS: dict[str, type[StepPanel]] = {
    "arrange": ArrangePanel, "change": ChangePanel, "predict": PredictPanel, "step": WalkPanel,
    "why": WhyPanel, "write": WritePanel,
}  # fmt: skip


def panel_of(kind: str) -> type[StepPanel]:
    """The panel of a kind of step (see `kitchen.lessons.steps.KINDS`)."""
    return PANELS.get(kind, StepPanel)
