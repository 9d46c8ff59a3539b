"""The doors of a lesson: where its screen leads, and who is told what was done in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kitchen.game.shell.screen import Screen
from kitchen.lessons.judging.stars import Course


@dataclass(frozen=True)
class LessonDoors:
    """Where a lesson leads to."""

    back: Screen | None = None
    """Where Back and Esc lead; None: out of the game."""
    told: Callable[[Course], object] = lambda course: None
    """Something was done in it: the place to keep its stars."""
    passed: Callable[[], object] = lambda: None
    """Its end was come to, whatever was skipped: the place to keep that."""
    onward: str = ""
    """What comes after it, in words; empty: nothing."""
    go_on: Callable[[], Screen | None] = lambda: None
    """Makes the screen of what comes after it."""
