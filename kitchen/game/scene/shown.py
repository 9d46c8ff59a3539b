"""What a cell shows, since when, and how its vessels get to their places."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw.ease import in_out_cubic, out_back
from kitchen.game.draw.palette import Colour
from kitchen.game.scene.nameplate import Plate
from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State

SET_SECONDS, SET_SQUASH = 0.30, 0.16  # a vessel that has just been put down
FALL_SECONDS, FALL_PX = 0.1, 12.0  # the last of its way down
SWAP_SECONDS = 0.22  # two vessels change places
SIDE_SCALE, SIDE_X, SIDE_UP = 0.62, 45.0, 17.0  # of a second vessel, behind the first


@dataclass(slots=True)
class Shown:
    """What a cell shows, and since when by the wall clock."""

    number: int | None = None
    state: State | None = None
    things: tuple[Vessel, ...] = ()
    state_since: float = -1e9
    main_since: float = -1e9
    """Since when the first vessel stands there, if it was put down; and the second one."""
    side_since: float = -1e9
    swap_since: float = -1e9
    """When the two last changed places, or one of them took the other's."""
    lit: bool = False
    """A light glows behind it, or goes out: since when, and in which colour."""
    lit_since: float = -1e9
    light: Colour = (0, 0, 0)
    served: Plate | None = None
    served_since: float = -1e9


def note(shown: Shown, things: tuple[Vessel, ...], wall: float) -> None:
    """See which of a cell's vessels were put down, and which changed places."""
    before, shown.things = shown.things, things
    if things == before:
        return
    since = wall if shown.state_since > -1e8 else -1e9
    main, side = (*things, None, None)[:2]
    old_main, old_side = (*before, None, None)[:2]
    if old_main != old_side and (
        (main is not None and main == old_side) or (side is not None and side == old_main)
    ):
        shown.swap_since = since
    elif main is not None and (old_main is None or main.art != old_main.art):
        shown.main_since = since
    if side is not None and side not in (old_side, old_main):
        shown.side_since = since


def front_share(shown: Shown, moment: Moment) -> float:
    """How far the vessel in front has come there from behind."""
    seconds = SWAP_SECONDS * moment.swing
    return in_out_cubic(min(1.0, max(0.0, moment.wall - shown.swap_since) / seconds))


def between(front: float) -> tuple[float, float, float]:
    """Between the second vessel's place and the first one's: x, how high up, and the size."""
    back = 1.0 - front
    return SIDE_X * back, SIDE_UP * back, 1.0 + (SIDE_SCALE - 1.0) * back


def set_down(age: float, swing: float) -> tuple[float, float]:
    """The bounce of a vessel that was put down so long ago."""
    if not 0.0 <= age < SET_SECONDS:
        return 1.0, 1.0
    give = SET_SQUASH * swing * (1.0 - out_back(age / SET_SECONDS))
    return 1.0 + give * 0.6, 1.0 - give


def falls(age: float) -> float:
    """How high above its place a vessel still is that is being put down, in logical px."""
    return FALL_PX * (1.0 - min(1.0, max(0.0, age) / FALL_SECONDS)) ** 2
