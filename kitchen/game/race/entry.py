"""The entries to a race: from the title, and from the results of a service. Both begin without it:
it is loaded when somebody races."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.cookbook.write import dump_shift
from kitchen.errors import KitchenError
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.runs.recording import replay_of
from kitchen.runs.replayfile import load_replay
from kitchen.runs.service import Service
from kitchen.sim.policy import PLAYER
from kitchen.sim.shift.shift import Shift

if TYPE_CHECKING:
    from kitchen.game.race.chooser import Kept
    from kitchen.runs.heat import Entrant

LOOKED_AT = 12
"""Files that are looked into for replays, the latest first."""


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

    screen.open(
        Chooser(
            screen, shift, seed, lambda heat: screen.leave(RaceScreen(screen.game, heat, back)),
            entrants, kept_of(screen.game, shift, seed),
        )
    )  # fmt: skip


def kept_of(game: Game, shift: Shift, seed: int) -> list[Kept]:
    """The replays of that shift and seed that are kept, the latest first."""
    text, found = dump_shift(shift), []
    files = [path for path in game.keep.saved() if path.name.startswith(f"{shift.name}-")]
    for path in files[:LOOKED_AT]:
        try:
            replay = load_replay(path)
            replay.the_policy()
        except KitchenError:
            continue  # the list of what was saved tells why, if somebody opens it
        if replay.seed == seed and replay.shift == text:
            found.append((_called(path), replay))
    return found


def _called(path: Path) -> str:
    """``3 May, 14:05``."""
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return "Replay"
    return f"{when.day} {when:%b, %H:%M}"
