"""Serving: from a card to its service, and from its results on to the next card's."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.game.game import Game
from kitchen.game.results.ending import Onward
from kitchen.game.screen import Screen
from kitchen.game.servicescreen import ServiceScreen
from kitchen.game.title.shelf import spreads
from kitchen.game.title.spread import Offer

Home = Callable[[], Screen]
"""Makes the screen that a service leads back to."""


def service(game: Game, offer: Offer, home: Home) -> ServiceScreen:
    """The service of a card on the open pages; its results lead on to the card after it."""
    game.bookmark.name = offer.name
    screen = ServiceScreen(game, offer.shift, home())
    offers = spreads(game.keep)[game.bookmark.spread].offers
    if offer.name != offers[-1].name:
        screen.onward = Onward("Next shift", lambda: _after(game, offer, home))
    return screen


def _after(game: Game, offer: Offer, home: Home) -> Screen:
    """The next card's service; home if it is locked."""
    spread = spreads(game.keep)[game.bookmark.spread]
    index = spread.index(offer.name)
    following = spread.offers[0 if index is None else index + 1]
    game.bookmark.name = following.name
    return home() if following.state == "locked" else service(game, following, home)
