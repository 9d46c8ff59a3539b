"""Progress: how far a player has come."""

from __future__ import annotations

from typing import Any

import msgspec

from kitchen.cookbook.career import CAREER, HALF, finished
from kitchen.keep.fileformat import Fields, Upgrade
from kitchen.keep.lessonmarks import LessonMarks

VERSION = 4
"""Of the progress file."""

STARS = 3
"""The most that a shift can give."""

TUTORIAL = ("watch-it-boil", "walk-away", "egg-and-chicken")
"""The lessons that tell what the tutorial of older versions told."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """``stars`` are the best so far by shift, 0 to 3; ``watched`` are the shifts that were seen to
    their end without decisions of the player's own, ``calm`` those that were played with guests who
    wait for ever; ``helped`` are those whose best stars came with an assist;
    ``improvements`` those chosen in the career, in their order; ``deck`` says in which order their
    cards come (None: none has come); ``seen`` are the hints that need not be given again;
    ``opened`` are shifts of the career that an older version had opened; ``lessons`` is what is
    kept of each lesson.

    Raises `ValueError` for a number of stars that cannot be.
    """

    stars: dict[str, int] = msgspec.field(default_factory=dict)
    watched: list[str] = msgspec.field(default_factory=list)
    calm: list[str] = msgspec.field(default_factory=list)
    helped: list[str] = msgspec.field(default_factory=list)
    improvements: list[str] = msgspec.field(default_factory=list)
    deck: int | None = None
    tutorial_done: bool = False
    seen: list[str] = msgspec.field(default_factory=list)
    opened: list[str] = msgspec.field(default_factory=list)
    lessons: dict[str, LessonMarks] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        for shift, stars in self.stars.items():
            if not 0 <= stars <= STARS:
                raise ValueError(f"stars.{shift}: 0 to {STARS}, not {stars!r}")

    def but(self, **changes: Any) -> Progress:
        """The same with some fields changed."""
        return Progress(**msgspec.structs.asdict(self) | changes)  # replace() does not always check

    def marks(self, lesson: str) -> LessonMarks:
        """Of a lesson, by the key that it is kept under (see `kitchen.lessons.way.key_of`)."""
        return self.lessons.get(lesson, LessonMarks())

    def with_marks(self, lesson: str, marks: LessonMarks) -> Progress:
        """The same once that is kept of a lesson."""
        return self.but(lessons=self.lessons | {lesson: marks})

    def with_stars(self, shift: str, stars: int, helped: bool = False) -> Progress:
        """The same after a shift that earned so many, maybe ``helped`` by an assist: what was
        better stays, and of equals what was without help."""
        before = self.stars.get(shift, 0)
        marks = [name for name in self.helped if name != shift]
        if stars < before or (stars == before and shift not in self.helped):
            helped = shift in self.helped
        if helped and max(stars, before):
            marks.append(shift)
        return self.but(stars=self.stars | {shift: max(stars, before)}, helped=marks)

    def with_improvement(self, name: str, instead_of: str = "") -> Progress:
        """The same with one more improvement, in the place of one of ``instead_of`` if there is
        one; one that is chosen again counts again."""
        others = list(self.improvements)
        if instead_of in others:
            others.remove(instead_of)
        return self.but(improvements=[*others, name])

    def with_deck(self, deck: int) -> Progress:
        """The same with this deck of cards, if it has none."""
        return self if self.deck is not None else self.but(deck=deck)

    def with_watched(self, shift: str) -> Progress:
        """The same after a shift that was only watched: its stars stay as they were."""
        return self.but(watched=_with(self.watched, shift))

    def with_calm(self, shift: str) -> Progress:
        """The same after a shift in the calm kitchen: its stars stay as they were."""
        return self.but(calm=_with(self.calm, shift))

    @property
    def through(self) -> list[str]:
        """The shifts that came to their end in a way that gives no stars: they open the next."""
        return [*self.watched, *(name for name in self.calm if name not in self.watched)]

    def with_seen(self, hint: str) -> Progress:
        """The same once a hint has been seen."""
        return self.but(seen=_with(self.seen, hint))


def from_1(fields: Fields) -> Fields:
    """0.2 and 0.3 gave stars for what the autopilot cooked as well: those stay."""
    return fields | {"watched": []}


def from_2(fields: Fields) -> Fields:
    """0.4 knew no assists and no calm kitchen, and did not ask for the bosses in mid-career: what
    was open stays open."""
    last, following = CAREER[HALF - 1], CAREER[HALF]
    beyond = finished(last, fields.get("stars", {}), fields.get("watched", []))
    return fields | {"calm": [], "helped": [], "opened": [following] if beyond else []}


def from_3(fields: Fields) -> Fields:
    """0.7 had a tutorial where there are lessons now: who has been through it, or has a star, need
    not begin with its first dishes again."""
    knows = fields.get("tutorial_done") or any(fields.get("stars", {}).values())
    passed = {name: {"passed": True} for name in TUTORIAL} if knows else {}
    return fields | {"lessons": passed}


UPGRADES: dict[int, Upgrade] = {1: from_1, 2: from_2, 3: from_3}


def _with(names: list[str], name: str) -> list[str]:
    return names if name in names else [*names, name]
