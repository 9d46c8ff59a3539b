"""What the tutorial says, where it points, and what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kitchen.service import Service

SOUP, EGG = 1, 2
"""Order numbers in the shift ``first-steps``."""

Place = Literal["", "cell", "code", "waiting", "switch", "ticket"]
Done = Callable[[Service], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """One card. Kitchen time stands still until ``done``; without it, until the player goes on.

    ``runs``: kitchen time goes by while the step waits for something to happen.
    """

    words: str
    task: str = ""
    """What the player is asked to do; ``{pick}``, ``{kitchen}`` stand for the keys."""
    place: Place = ""
    order: int = SOUP
    done: Done | None = None
    runs: bool = False


def _picked(order: int) -> Done:
    return lambda service: _wished(service, order)


def _wished(service: Service, order: int) -> bool:
    """Whether the player gave this order a chef, or it has one by now."""
    view = service.view.orders.get(order)
    hands = view is not None and any(part.state == "hands" for part in view.parts.values())
    return order in service.view.picks or hands


def _cooking(order: int) -> Done:
    def done(service: Service) -> bool:
        view = service.view.orders.get(order)
        return view is not None and any(
            part.timer is not None and part.state == "waiting" for part in view.parts.values()
        )

    return done


def _ready(order: int) -> Done:
    return lambda service: any(number == order for number, _ in service.view.ready)


def _served(order: int) -> Done:
    return lambda service: service.view.orders[order].state == "served"


STEPS = (
    Step("One chef, two dishes. The chef's hands are a thread, and you are the event "
         "loop: you say which dish gets the chef next."),
    Step("Somebody wants soup. The dish holds up its hand: it is ready to run.",
         "Click it, or press {soup}.", "cell", SOUP, _picked(SOUP)),
    Step("The chef's hands are on the soup. This is the Python between two awaits: the line that "
         "runs is lit, and nobody else gets the chef meanwhile.", "", "code"),
    Step("The hands work, and the line fills up.", "", "code", SOUP, _cooking(SOUP), runs=True),
    Step("await. The soup cooks by itself, its ring drains, and the chef has let go. "
         "The event loop is free to run something else.", "", "cell"),
    Step("An egg has been ordered meanwhile.", "", "cell", EGG, _ready(EGG), runs=True),
    Step("The soup needs nobody now, so use the time.",
         "Give the egg the chef: click it, or press {egg}.", "cell", EGG, _picked(EGG)),
    Step("Hands on the egg, fire under the soup.", "", "code", EGG, _cooking(EGG), runs=True),
    Step("Two dishes are under way with one pair of hands. That is concurrency: "
         "not doing two things at once, but waiting for two things at once.", "", "waiting"),
    Step("The timers run. Whatever rings first holds up its hand.", "", "waiting", SOUP,
         _ready(SOUP), runs=True),
    Step("Ding! The soup is in the ready queue. Food that waits too long for hands burns.",
         "Give it the chef: click it, or press {soup}.", "cell", SOUP, _picked(SOUP)),
    Step("Blend, ladle, serve.", "", "code", SOUP, _served(SOUP), runs=True),
    Step("Served and paid. The coroutine has returned.", "", "ticket"),
    Step("The same orders are cooked in three other kitchens at this very moment.",
         "Look into the blocking one: click it, or press {kitchen} till you are there.",
         "switch", SOUP, lambda service: service.mode == "blocking"),
    Step("Here nothing is awaited: the chef stared at the soup until it was done, and only now "
         "begins the egg. Same chef, same orders; only the waiting is different."),
    Step("The kitchen that you are in is yours; the autopilot cooks in the others.",
         "Go back to the concurrent one: click it, or press {kitchen}.",
         "switch", EGG, lambda service: service.mode == "concurrent"),
    Step("That is the whole game. {help} explains everything you see, {menu} stops the clock. "
         "Now cook the egg to its end, and compare the kitchens."),
)  # fmt: skip
