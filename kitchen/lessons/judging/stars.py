"""Stars of a lesson: three, none of which waits for another.

It works: every step is done. Within par: every step that has a par is done within it. You knew:
every question was answered right at once, and no hint showed the solution.
"""

from __future__ import annotations

from kitchen.lessons.judging.judge import Verdict
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.steps import AnyStep, PredictStep, WhyStep

STARS = 3

GOALS = ("It works", "Within par", "You knew")


class Course:
    """How far somebody is in a lesson, from its first step."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.done: set[str] = set()
        """The ids of the steps that have worked."""
        self.within: set[str] = set()
        """Of those that have worked within par."""
        self.missed: set[str] = set()
        """Of questions that were answered wrong at first, and of steps that were shown."""

    def told(self, step: AnyStep, verdict: Verdict) -> None:
        """An answer to a step has been judged."""
        name = id_of(step)
        if isinstance(step, PredictStep | WhyStep) and not verdict.works and name not in self.done:
            self.missed.add(name)
        if verdict.works:
            self.done.add(name)
        if verdict.works and verdict.par:
            self.within.add(name)

    def shown(self, step: AnyStep) -> None:
        """The last hint has shown how a step is done."""
        if id_of(step) not in self.done:
            self.missed.add(id_of(step))

    @property
    def goals(self) -> tuple[bool, bool, bool]:
        """Which of `GOALS` are reached."""
        steps = self.lesson.steps
        names = {id_of(step) for step in steps}
        pars = {id_of(step) for step in steps if step.par is not None}
        asked = {id_of(step) for step in steps if isinstance(step, PredictStep | WhyStep)}
        works = names <= self.done
        knew = asked <= self.done and not self.missed
        return works, bool(pars) and pars <= self.within, bool(asked) and knew

    @property
    def stars(self) -> int:
        return sum(self.goals)

    @property
    def missing(self) -> tuple[list[int], list[int], list[int]]:
        """For each of `GOALS` the steps, from 0, for which it is not reached."""
        named = [(index, step, id_of(step)) for index, step in enumerate(self.lesson.steps)]
        works = [index for index, _, name in named if name not in self.done]
        par = [i for i, step, name in named if step.par is not None and name not in self.within]
        knew = [
            index for index, step, name in named
            if name in self.missed
            or (isinstance(step, PredictStep | WhyStep) and name not in self.done)
        ]  # fmt: skip
        return works, par, knew
