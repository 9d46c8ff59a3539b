"""Serving: from a card to its lesson or service, and on to what comes next in the book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from kitchen.cookbook.load import load_shift
from kitchen.game.race.entry import offer_race
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.session import Onward
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.title.journey import Journey
from kitchen.game.title.shelf import shelved
from kitchen.game.title.spread import Offer, Spread
from kitchen.keep.courses import course_of, keep_course, keep_passed
from kitchen.lab.daily import daily
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.way import Stage, following, key_of

Home = Callable[[], Screen]
"""Makes the screen that a service leads back to."""


def journey_of(game: Game) -> Journey:
    """Where the player is by now."""
    return Journey(game.keep.progress, game.options.chapters)


def stage(game: Game, at: Stage, home: Home) -> Screen:
    """A lesson, or a service of the book."""
    return lesson(game, at, home) if isinstance(at, Lesson) else service(game, at, home)


def service(game: Game, name: str, home: Home) -> ServiceScreen:
    """The service of a card; its results lead on to what comes after it in the book, and in the
    article's kitchens to the card after it."""
    spread, index = _found(game, name)
    offer = spread.offers[index]
    assert isinstance(offer, Offer)
    game.last_page.name = name
    screen = offer_race(ServiceScreen(game, offer.shift, home()))
    screen.session.onward = _after(game, spread, index, home)
    return screen


def lesson(game: Game, given: Lesson, home: Home) -> Screen:
    """Of a card, where it was left off; it leads on to what comes after it in the book."""
    from kitchen.game.lesson.doors import LessonDoors
    from kitchen.game.lesson.screen import LessonScreen  # the title begins without it

    _open_at(game, f"lesson/{key_of(given)}")
    course = course_of(game.keep, given)
    here = next((i for i, step in enumerate(given.steps) if id_of(step) not in course.done), 0)
    after = following(journey_of(game).stages, given)
    doors = LessonDoors(
        home(),
        told=partial(keep_course, game.keep),
        passed=partial(keep_passed, game.keep, given),
        onward=_title(after),
        go_on=lambda: _go_on(game, after, home),
    )
    return LessonScreen(game, given, doors, here, course)


def _title(after: Stage | None) -> str:
    """Of what comes next; empty: nothing does."""
    if after is None:
        return ""
    return after.title if isinstance(after, Lesson) else load_shift(after).title or after


def _go_on(game: Game, after: Stage | None, home: Home) -> Screen:
    """To what comes next; where that is locked, to its card."""
    if after is None:
        return home()
    if isinstance(after, Lesson) or journey_of(game).open(after):
        return stage(game, after, home)
    _open_at(game, after)
    return home()


def _after(game: Game, spread: Spread, index: int, home: Home) -> Onward | None:
    """Where the results of that card lead on to."""
    name = spread.offers[index].name
    if spread.kitchens:
        if index + 1 == len(spread.offers):
            return None
        following_name = spread.offers[index + 1].name
        return Onward("Next shift", lambda: service(game, following_name, home))
    after = following(journey_of(game).stages, name)
    if after is None:
        return None
    words = "Next lesson" if isinstance(after, Lesson) else "Next shift"
    return Onward(words, lambda: _go_on(game, after, home))


def daily_service(game: Game, day: date, home: Home) -> ServiceScreen:
    """The service of a date; its score is kept with that date."""
    shift, seed = daily(day)
    screen = offer_race(ServiceScreen(game, replace(shift, seed=seed), home()))
    screen.session.day = day.isoformat()
    return screen


def _open_at(game: Game, name: str) -> None:
    """The book is opened where that card is, when the title shows again."""
    _found(game, name)
    game.last_page.name = name


def _found(game: Game, name: str) -> tuple[Spread, int]:
    """The spread that a card is on, as progress has it now, and where on it; it is opened. Of
    several it is the one that is open."""
    book = shelved(journey_of(game))
    here = game.last_page.spread
    order = sorted(range(len(book)), key=lambda index: index != here)
    index = next(i for i in order if book[i].index(name) is not None)
    game.last_page.spread = index
    return book[index], book[index].index(name) or 0
