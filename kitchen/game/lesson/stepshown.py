"""What the right half shows of the step that is played."""

from __future__ import annotations

from kitchen.game.lesson.panels import panel_of
from kitchen.game.lesson.shown.goalspaper import shown_goals
from kitchen.game.lesson.shown.prints import told_in_shown_lines
from kitchen.game.lesson.shown.rightside import StepShown
from kitchen.game.lesson.sitting import Sitting
from kitchen.lessons.judging.judge import lines_shown, tried
from kitchen.lessons.steps import BreakStep, CookStep, WhyStep, kind_of

IDLE = {"predict": "Say first what it will do. Then it runs."}
"""What is said where the kitchen will be, by kind of step."""


def step_shown(sitting: Sitting) -> StepShown:
    lesson, step = sitting.lesson, sitting.step
    par = step.par.makespan if step.par is not None else None
    verdict = None if sitting.secret else sitting.verdict
    if isinstance(step, CookStep | BreakStep):
        goals = shown_goals(sitting.course, step, verdict, 1)
        idle = "You cook this one by hand"
        return StepShown(None, goals, par, 1, title="At the stove", idle=idle)
    panel = panel_of(kind_of(step))
    first = 1 if panel.WHOLE_FILE else lines_shown(lesson, step)[0]
    verdict = told_in_shown_lines(verdict, first)
    goals = shown_goals(sitting.course, step, verdict, first)
    works = verdict is not None and verdict.works
    proof = step.proof if works and isinstance(step, WhyStep) else None
    idle = IDLE.get(kind_of(step), StepShown.idle)
    rests = tried(lesson, step) if sitting.playing.run is None else None
    return StepShown(verdict, goals, par, first, proof=proof, idle=idle, rests=rests,
                     reads=panel.READS, asks=panel.ASKS_FIRST)  # fmt: skip
