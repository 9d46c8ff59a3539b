"""Spreads: what is on two pages of the book, as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kitchen.game.signs.ribbon import Ribbon
from kitchen.game.signs.vessels import icon
from kitchen.keep.lessonmarks import LessonMarks
from kitchen.lessons.judging.stars import STARS
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.steps import kind_of
from kitchen.runs.courses import course
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.shift import Shift

OfferState = Literal["open", "next", "locked"]

SHOWN = 3  # dishes on a card


@dataclass(frozen=True, slots=True)
class Offer:
    """A shift on a card. ``concept`` is written as code; ``opens`` tells what a locked one
    needs, first in full, then shorter."""

    shift: Shift
    number: int = 0
    """On its badge; 0: it has none."""
    stars: int = 0
    state: OfferState = "open"
    concept: str = ""
    opens: tuple[str, ...] = ()
    dishes: tuple[str, ...] = ()
    """Drawings; the first is the large one."""
    ribbon: Ribbon | None = None
    """It came to its end, and never gave a star."""
    helped: bool = False
    """Its best stars came with an assist."""

    @property
    def name(self) -> str:
        return self.shift.name

    @property
    def title(self) -> str:
        return self.shift.title or self.shift.name

    @property
    def most(self) -> int:
        """Stars that it can give."""
        return len(self.shift.targets)

    def steps(self) -> tuple[PlanStep, ...]:
        """Of the large dish, as it goes when it has the kitchen to itself."""
        recipes = self.shift.recipes().values()
        large = next((r for r in recipes if icon(r.name) in self.dishes[:1]), None)
        return course(large, self.shift) if large is not None else ()


@dataclass(frozen=True, slots=True)
class LessonOffer:
    """A lesson on a card. ``key`` is what it is kept under."""

    lesson: Lesson
    key: str
    marks: LessonMarks
    state: OfferState = "open"

    @property
    def name(self) -> str:
        """No shift is called that, though one may be called as a lesson is."""
        return f"lesson/{self.key}"

    @property
    def title(self) -> str:
        return self.lesson.title

    @property
    def concept(self) -> str:
        return self.lesson.fields.concept

    @property
    def stars(self) -> int:
        return self.marks.stars

    @property
    def most(self) -> int:
        return STARS

    @property
    def fresh(self) -> bool:
        """Nobody has done anything in it."""
        return not (self.marks.stars or self.marks.steps or self.marks.passed)

    @property
    def kinds(self) -> list[tuple[str, bool]]:
        """The kinds of its steps, and whether each is done."""
        return [(kind_of(step), id_of(step) in self.marks.steps) for step in self.lesson.steps]


CardOffer = Offer | LessonOffer


@dataclass(frozen=True, slots=True)
class Spread:
    """Two pages: the left one has a title and what it is about, and so has the right one. ``tab``
    is what stands on its tab, a numeral or the name of a drawing; ``numeral`` is the chapter's."""

    tab: str
    title: str
    subtitle: str
    right: str
    second: str
    lessons: Sequence[LessonOffer] = ()
    services: Sequence[Offer] = ()
    bosses: Sequence[Offer] = ()
    """Two, on large cards side by side, or none."""
    kitchens: Sequence[Offer] = ()
    """The article's, on small cards."""
    numeral: str = ""
    own: bool = False
    """Lessons of a teacher's own."""

    @property
    def offers(self) -> list[CardOffer]:
        """All of its cards, in their order."""
        return [*self.lessons, *self.services, *self.bosses, *self.kitchens]

    @property
    def earned(self) -> int:
        return sum(offer.stars for offer in self.offers)

    @property
    def most(self) -> int:
        return sum(offer.most for offer in self.offers)

    def index(self, name: str) -> int | None:
        return next((i for i, offer in enumerate(self.offers) if offer.name == name), None)


def pictures(shifts: Iterable[Shift]) -> list[tuple[str, ...]]:
    """The dishes to show of each shift, led by one that leads no other as long as there is one.

    So that cards which only show a silhouette differ too.
    """
    led: set[str] = set()
    shown = []
    for shift in shifts:
        dishes = list(dict.fromkeys(icon(name) for name in shift.recipes()))
        first = next((dish for dish in dishes if dish not in led), dishes[0])
        led.add(first)
        shown.append((first, *[dish for dish in dishes if dish != first])[:SHOWN])
    return shown
