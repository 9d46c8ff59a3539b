"""Serving: from a card to its service, and from its results on to the next card's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

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
    """The service of a card on the open pages; its results lead on to the card after it."""
    game.bookmark.name = name
    spread, index = _found(game, name)
    screen = ServiceScreen(game, spread.offers[index].shift, home())
    if index + 1 < len(spread.offers):
        screen.session.onward = Onward("Next shift", lambda: _after(game, name, home))
    return screen


def daily_service(game: Game, day: date, home: Home) -> ServiceScreen:
    """The service of a date; its score is kept with that date."""
    shift, seed = daily(day)
    screen = ServiceScreen(game, replace(shift, seed=seed), home())
    screen.session.day = day.isoformat()
    return screen


def tutorial(game: Game, home: Home) -> ServiceScreen:
    """The first steps; their results lead on to the shift of the career that follows."""
    screen = TutorialScreen(game, home())
    screen.session.onward = Onward("Next shift", lambda: _career(game, home))
    return screen


def _career(game: Game, home: Home) -> Screen:
    game.bookmark.spread = 0
    name = next_shift(game.keep.progress)
    return service(game, name, home) if name else home()


def _after(game: Game, name: str, home: Home) -> Screen:
    """The next card's service; home if it is locked."""
    spread, index = _found(game, name)
    following = spread.offers[index + 1]
    game.bookmark.name = following.name
    return home() if following.state == "locked" else service(game, following.name, home)


def _found(game: Game, name: str) -> tuple[Spread, int]:
    """The open spread as progress has it now, and where in it a shift is."""
    spread = spreads(game.keep)[game.bookmark.spread]
    return spread, spread.index(name) or 0
