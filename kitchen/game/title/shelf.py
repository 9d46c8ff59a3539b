"""The shelf: the spreads of the book, from its chapters, the shifts and the player's progress."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.cookbook.career import BOSSES, CAREER, HALF, bosses_left
from kitchen.cookbook.improvements import improved, kept
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.cookbook.words import TAUGHT
from kitchen.game.signs.ribbon import Ribbon
from kitchen.game.title.journey import Journey
from kitchen.game.title.spread import LessonOffer, Offer, OfferState, Spread, pictures
from kitchen.keep.progress import Progress
from kitchen.lessons.book import Chapter
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.way import key_of

ARTICLE = ("egg-and-chicken", "ten-orders", "one-oven", "lunch-rush", "dinner-rush", "deliveries",
           "first-shift")  # fmt: skip
"""The kitchens that the article tells of, in its order, but for the bosses."""
CONCEPTS = {"slow-roast": "await", "noodle-bar": "no await", "deliveries": "create_task",
            "ten-orders": "gather"}  # fmt: skip
"""What each service that is none of the career's is about, as code says it."""
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ARTICLE_TAB, OWN_TAB = "dish_egg", "script"
"""Drawings on the tabs of spreads that have no numeral."""
PAGE = 10
"""Lessons of a teacher's own on one spread."""
GRADUATION = "the-critics"


def shelved(journey: Journey) -> list[Spread]:
    """From the first page to the last."""
    found = [_chapter(journey, chapter) for chapter in journey.house]
    found.append(article(journey.progress))
    return found + [spread for chapter in journey.own for spread in _own(journey, chapter)]


def _chapter(journey: Journey, chapter: Chapter) -> Spread:
    asked = [name for name in chapter.services if name in BOSSES]
    services = [name for name in chapter.services if name not in BOSSES]
    shown = pictures(load_shift(name) for name in services)
    right, second = _right(services, bool(asked))
    numeral = NUMERALS[chapter.number - 1]
    return Spread(
        tab=numeral,
        title=chapter.title,
        subtitle=chapter.subtitle,
        right=right,
        second=second,
        lessons=[_lesson(journey, lesson) for lesson in chapter.lessons],
        services=[_service(journey, *one) for one in zip(services, shown, strict=True)],
        bosses=[_service(journey, name, pictures([load_shift(name)])[0]) for name in asked],
        numeral=numeral,
    )


def _right(services: Sequence[str], bosses: bool) -> tuple[str, str]:
    """What stands above the right page."""
    if bosses:
        return "The two bosses", "Ten orders each, one chef"
    if GRADUATION in services:
        return "Graduation", "Once the critics have dined"
    return "The doors open", "Now with guests at the tables"


def _lesson(journey: Journey, lesson: Lesson) -> LessonOffer:
    key = key_of(lesson)
    state: OfferState = "next" if _is_next(journey, lesson) else "open"
    return LessonOffer(lesson, key, journey.progress.marks(key), state)


def _is_next(journey: Journey, lesson: Lesson) -> bool:
    return isinstance(journey.next, Lesson) and key_of(journey.next) == key_of(lesson)


def _service(journey: Journey, name: str, dishes: tuple[str, ...]) -> Offer:
    """The shift as this player's kitchen cooks it; what is still locked says what opens it."""
    progress, shift = journey.progress, load_shift(name)
    state: OfferState = "next" if journey.next == name else "open"
    if name in CAREER:
        shift = improved(shift, kept(progress.improvements))
    opened = journey.open(name)
    return Offer(
        shift,
        stars=progress.stars.get(name, 0),
        state=state if opened else "locked",
        concept=TAUGHT[name].word if name in TAUGHT else CONCEPTS.get(name, ""),
        opens=() if opened else what_opens(progress, name),
        dishes=dishes,
        ribbon=ribbon_on(progress, name),
        helped=name in progress.helped,
    )


def what_opens(progress: Progress, name: str) -> tuple[str, ...]:
    """A locked shift of the career, from the fullest to the shortest words."""
    index = CAREER.index(name)
    if index == HALF and bosses_left(progress.stars, progress.through, progress.opened):
        other = "the two bosses"
    else:
        other = f"a star in {load_shift(CAREER[index - 1]).title}"
    return f"Opens after the lessons, or {other}", f"The lessons, or {other}", "After the lessons"


def ribbon_on(progress: Progress, shift: str) -> Ribbon | None:
    """Which one its card wears: that of who played counts more, and a star takes it off."""
    if progress.stars.get(shift, 0):
        return None
    if shift in progress.calm:
        return "calm"
    return "watched" if shift in progress.watched else None


def article(progress: Progress) -> Spread:
    """Its kitchens, all of them open."""
    known = shift_names()
    shifts = [load_shift(name) for name in ARTICLE if name in known]
    return Spread(
        tab=ARTICLE_TAB,
        title="The article's kitchens",
        subtitle="The same orders in four kitchens at once",
        right="All of them open",
        second="Look into each, or let them race",
        kitchens=[
            Offer(
                shift,
                number,
                progress.stars.get(shift.name, 0),
                dishes=dishes,
                ribbon=ribbon_on(progress, shift.name),
                helped=shift.name in progress.helped,
            )
            for number, (shift, dishes) in enumerate(
                zip(shifts, pictures(shifts), strict=True), start=1
            )
        ],
    )


def _own(journey: Journey, chapter: Chapter) -> list[Spread]:
    """A teacher's lessons, on as many spreads as they need."""
    lessons = [_lesson(journey, lesson) for lesson in chapter.lessons]
    return [
        Spread(
            tab=OWN_TAB,
            title=chapter.title,
            subtitle=chapter.subtitle,
            right="Lessons of your own",
            second="As many as your folder has",
            lessons=lessons[first : first + PAGE],
            own=True,
        )
        for first in range(0, max(1, len(lessons)), PAGE)
    ]
