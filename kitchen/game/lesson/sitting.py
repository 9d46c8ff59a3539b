"""A sitting: how far somebody is in a lesson, what they have answered, and what counts already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kitchen.game.lesson.hints import HintTiers
from kitchen.game.lesson.panels import panel_of
from kitchen.game.lesson.shown.playing import RunPlaying
from kitchen.lessons.judging.judge import Verdict, tried
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.lesson import id_of
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, BreakStep, CookStep, kind_of


class Sitting:
    """``course`` keeps what is done; ``here`` is the number of the step that shows, from 0. What is
    run is shown by ``playing``; ``told`` is told when something more was done."""

    def __init__(
        self, course: Course, here: int, playing: RunPlaying, told: Callable[[Course], object]
    ) -> None:
        self.lesson, self.course, self.playing, self._told = course.lesson, course, playing, told
        self.answers: dict[str, Any] = {}
        """What was given last, by the step's id: who goes back finds it as it was."""
        self.show_step(here)

    @property
    def step(self) -> AnyStep:
        return self.lesson.steps[self.here]

    @property
    def last(self) -> bool:
        return self.here + 1 == len(self.lesson.steps)

    @property
    def cooks(self) -> bool:
        """Whether the step is cooked by hand."""
        return isinstance(self.step, CookStep | BreakStep)

    # -- from step to step ---------------------------------------------------------------------

    def show_step(self, index: int) -> None:
        self.here = index
        self.verdict: Verdict | None = None
        """On the answer that stands there; None: it was not judged."""
        self._owes, self._until = False, 0.0
        """The verdict does not count yet; the moment of the run from which on it may be told."""
        self.desk: dict[str, Any] = {}
        """What a panel leaves for the one that is made in its place."""
        self.tiers = HintTiers(self.step.hints, not self.cooks)
        self.playing.set(self._first_run(), plays=False)

    def _first_run(self) -> Run | None:
        """What is shown before anything was done."""
        step = self.step
        if isinstance(step, CookStep | BreakStep) or not panel_of(kind_of(step)).SHOWS_FIRST:
            return None
        return tried(self.lesson, step)

    def begin_again(self) -> None:
        """As if nothing had been done."""
        self.course, self.answers = Course(self.lesson), {}

    # -- verdicts ------------------------------------------------------------------------------

    def judged(self, verdict: Verdict, until: float = 0.0) -> None:
        """That came of the answer; the player learns it at the second ``until`` of its run."""
        self.verdict, self._owes, self._until = verdict, True, until

    @property
    def secret(self) -> bool:
        """Whether the player is not to know the verdict yet."""
        return self.verdict is not None and self.playing.seen < self._until

    @property
    def learnt(self) -> bool:
        """Whether a verdict that does not count yet may be told by now."""
        return self._owes and not self.secret

    def count(self) -> None:
        """What the player has done counts now."""
        if self._owes and self.verdict is not None:
            self.course.told(self.step, self.verdict)
            self._told(self.course)
        self._owes = False

    def take_back(self) -> None:
        """The answer is another one than was judged."""
        self.count()
        self.verdict = None

    # -- answers -------------------------------------------------------------------------------

    @property
    def answer(self) -> Any:
        """To the step that shows; None: none yet."""
        return self.answers.get(id_of(self.step))

    def keep(self, step: AnyStep, answer: Any) -> None:
        self.answers[id_of(step)] = answer
