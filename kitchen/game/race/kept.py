"""Kept: the replays of a shift that may race, among all that was saved."""

from __future__ import annotations

from kitchen.cookbook.write import dump_shift
from kitchen.errors import KitchenError
from kitchen.game.shell.game import Game
from kitchen.game.signs.savedwords import REPLAY, short_of
from kitchen.keep.headline import headline_of
from kitchen.runs.heat import Entrant, of_replay
from kitchen.runs.replayfile import load_replay
from kitchen.sim.shift.shift import Shift

LOOKED_AT = 60
"""Files of which the headline is read, the latest first."""


def kept_of(game: Game, shift: Shift, seed: int, most: int) -> list[Entrant]:
    """The replays of that shift and seed that are kept, the latest first, ``most`` of them."""
    try:
        text = dump_shift(shift)
    except KitchenError:
        return []  # it cannot be written down, so no replay is of it
    found: list[Entrant] = []
    for path in game.keep.saved()[:LOOKED_AT]:
        headline = headline_of(path) if path.suffix == REPLAY else None
        if headline is None or (headline.shift_name, headline.seed) != (shift.name, seed):
            continue
        try:
            replay = load_replay(path)
            replay.the_policy()
        except KitchenError:
            continue  # the list of what was saved tells why, if somebody opens it
        if replay.shift == text:
            found.append(of_replay(replay, short_of(path)))
        if len(found) == most:
            break
    return found
