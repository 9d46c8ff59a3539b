"""The journey: where in the book a player is, and what is open to them."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.cookbook.career import CAREER, finished, unlocked
from kitchen.keep.progress import STARS, Progress
from kitchen.lessons.book import Chapter, chapters
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.way import Stage, key_of, next_stage, opened_by_lessons, way


class Journey:
    """Of ``progress`` through the book of the house, and chapters of a teacher's ``own``."""

    def __init__(self, progress: Progress, own: Sequence[Chapter] = ()) -> None:
        self.progress = progress
        self.house, self.own = chapters(), tuple(own)
        self.stages = way([*self.house, *self.own])
        self.next = self._next()
        self._free = {
            *unlocked(progress.stars, progress.through, progress.opened),
            *opened_by_lessons(self.stages, self.passed),
        }

    def passed(self, stage: Stage) -> bool:
        """Whether one goes on after it."""
        if isinstance(stage, Lesson):
            return self.progress.marks(key_of(stage)).passed
        return finished(stage, self.progress.stars, self.progress.through)

    def open(self, service: str) -> bool:
        """Whether it can be played: as the career opens its shifts, or because the lessons before
        it in the book are passed. Only the career has locks."""
        return service not in CAREER or service in self._free

    def _next(self) -> Stage | None:
        """What one goes on with; with all of it passed, what could give more stars."""
        found = next_stage(self.stages, self.passed)
        if found is None:
            found = next((stage for stage in self.stages if self._stars(stage) < STARS), None)
        return found

    def _stars(self, stage: Stage) -> int:
        if isinstance(stage, Lesson):
            return self.progress.marks(key_of(stage)).stars
        return self.progress.stars.get(stage, 0)

    @property
    def shares(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """Lessons, services and stars: how many of how many."""
        lessons = [stage for stage in self.stages if isinstance(stage, Lesson)]
        services = [stage for stage in self.stages if not isinstance(stage, Lesson)]
        return (
            (sum(map(self.passed, lessons)), len(lessons)),
            (sum(map(self.passed, services)), len(services)),
            (sum(map(self._stars, self.stages)), STARS * len(self.stages)),
        )
