"""Serving: from a card to its service, and from its results on to the next card's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kitchen.cookbook.career import BOSSES, CAREER, HALF
from kitchen.game.race.entry import offer_race
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.session import Onward
from kitchen.game.service.tutorial.screen import TutorialScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.title.shelf import next_shift, spreads
from kitchen.game.title.spread import Spread
from kitchen.lab.daily import daily

Home = Callable[[], Screen]
"""Makes the screen that a service leads back to."""


def service(game: Game, name: str, home: Home) -> ServiceScreen:
    """The service of a card; its results lead on to the card after it, and from the last of the
    bosses back to the career."""
    game.last_page.name = name
    spread, index = _found(game, name)
    screen = offer_race(ServiceScreen(game, spread.offers[index].shift, home()))
    if name == BOSSES[-1]:
        screen.session.onward = Onward("Next shift", lambda: _career(game, home))
    elif index + 1 < len(spread.offers):
        screen.session.onward = Onward("Next shift", lambda: _after(game, name, home))
    return screen


def daily_service(game: Game, day: date, home: Home) -> ServiceScreen:
    """The service of a date; its score is kept with that date."""
    shift, seed = daily(day)
    screen = offer_race(ServiceScreen(game, replace(shift, seed=seed), home()))
    screen.session.day = day.isoformat()
    return screen


def tutorial(game: Game, home: Home) -> ServiceScreen:
    """The first steps; their results lead on to the shift of the career that follows."""
    screen = TutorialScreen(game, home())
    screen.session.onward = Onward("Next shift", lambda: _career(game, home))
    return screen


def _career(game: Game, home: Home) -> Screen:
    name = next_shift(game.keep.progress)
    return service(game, name, home) if name else home()


def _after(game: Game, name: str, home: Home) -> Screen:
    """The next card's service; if it is locked, that of a boss who stands before it, or home."""
    spread, index = _found(game, name)
    following = spread.offers[index + 1]
    if following.state != "locked":
        return service(game, following.name, home)
    progress = game.keep.progress
    if following.name == CAREER[HALF] and next_shift(progress) in BOSSES:
        return service(game, next_shift(progress), home)
    game.last_page.name = following.name
    return home()


def _found(game: Game, name: str) -> tuple[Spread, int]:
    """The spread that a shift is on, as progress has it now, and where on it; it is opened."""
    book = spreads(game.keep)
    index = next(i for i, spread in enumerate(book) if spread.index(name) is not None)
    game.last_page.spread = index
    return book[index], book[index].index(name) or 0
