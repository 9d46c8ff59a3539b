"""The stove: what one step that is cooked by hand keeps from one try to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kitchen.game.shell.screen import Screen
from kitchen.lessons.cooking.coaching import Coaching
from kitchen.lessons.cooking.cooked import Cooked
from kitchen.lessons.judging.judge import Verdict
from kitchen.lessons.lesson import Lesson


def _nothing() -> None:
    """Nobody wants to know."""


@dataclass
class Stove:
    """``back`` is the screen that it leads back to."""

    lesson: Lesson
    step: Cooked
    back: Screen
    told: Callable[[Verdict], object]
    """Is told what came of a try."""
    shown: Callable[[], object] = _nothing
    """Is told that the last hint has shown how it is done."""
    skipped: Callable[[], object] = _nothing
    """Is told that the player wants to go on without it."""
    coaching: Coaching = field(init=False)
    briefed: bool = False
    """What is wanted has been read."""
    hints: int = 0
    """So many have been asked for."""
    tries: list[str] = field(default_factory=list)
    """What was tried, in a line each."""

    def __post_init__(self) -> None:
        self.coaching = Coaching(self.step.coach)

    @property
    def brief(self) -> str:
        """What is wanted; the first step of a lesson begins with what the lesson itself says."""
        first = self.lesson.fields.says if self.step is self.lesson.steps[0] else ""
        return f"{first} {self.step.says}".strip()

    def tried(self, line: str) -> None:
        """The last one stands last, however often it was tried."""
        if line in self.tries:
            self.tries.remove(line)
        self.tries.append(line)
