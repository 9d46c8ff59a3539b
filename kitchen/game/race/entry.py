"""The entries to a race: from the title, and from the results of a service. Both begin without it:
it is loaded when somebody races."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.screen import Screen
from kitchen.runs.recording import replay_of
from kitchen.runs.service import Service
from kitchen.sim.policy import PLAYER
from kitchen.sim.shift.shift import Shift

if TYPE_CHECKING:
    from kitchen.runs.heat import Entrant, Heat


def choose(screen: Screen, shift: Shift, back: Screen | None) -> None:
    """Lay the card over ``screen`` on which the kitchens are chosen; the race leads to ``back``."""
    _open(screen, shift, shift.seed, [], back)


def offer_race(screen: ServiceScreen) -> ServiceScreen:
    """The results of that service lead to a race as well: see `race`."""
    screen.session.race = partial(race, screen)
    return screen


def race(screen: ServiceScreen, shown: Screen, service: Service) -> None:
    """From what is ``shown`` of the service of that screen to a race of the kitchen that was
    played, if one was, against its autopilot."""
    _open(shown, service.shift, service.seed, _yours(service), screen.back)


def _yours(service: Service) -> list[Entrant]:
    """The player's kitchen, the same by its autopilot, and the one of many chefs; none, if nobody
    played: then all four race."""
    if not service.commanded(service.mode):
        return []
    from kitchen.runs.heat import Entrant, of_replay

    policy = "fifo" if service.autopilot_policy == PLAYER else service.autopilot_policy
    others = [Entrant(mode, policy) for mode in dict.fromkeys((service.mode, "hybrid"))]
    return [of_replay(replay_of(service), "You"), *others]


def _open(
    screen: Screen, shift: Shift, seed: int, entrants: list[Entrant], back: Screen | None
) -> None:
    from kitchen.game.race.chooser import Chooser
    from kitchen.game.race.screen import RaceScreen

    def opens(heat: Heat) -> None:
        screen.leave(RaceScreen(screen.game, heat, back))

    screen.open(Chooser(screen, shift, seed, opens, entrants))
