"""The aisle: where chefs stand who have nothing to do, so that they hide nothing and nobody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from kitchen.game.scene.places import CELLS, COLUMNS, Places

APART = 40.0  # logical px between two who stand there
FROM_POT = 45.0  # from the middle of a pot to the chef beside it: room for its steam and call-out
FROM_WORK = 44.0  # from a chef at the worktop
END = 86.0  # from the outer burners to the places at the ends
EDGE = 26.0  # from the edges of the scene
DETOUR = 80.0  # px that a chef walks farther for a better kind of place

LOWER = range(CELLS - COLUMNS, CELLS)


class Aisle:
    """The places in the aisle of one scene. ``always``: where somebody or something always is."""

    def __init__(self, places: Places, always: Sequence[float] = ()) -> None:
        self._hobs = {cell: places.hob_x(cell) for cell in LOWER}
        self._always = tuple(always)
        hobs = tuple(self._hobs.values())
        between = [(a + b) / 2.0 for a, b in pairwise(hobs)]
        beside = [x + side for x in between for side in (-APART, APART)]
        ends = [max(EDGE, hobs[0] - END), min(places.width - EDGE, hobs[-1] + END)]
        self._kinds = (between, beside, ends, hobs)
        """x of the places, the best kind first."""

    def clear(self, x: float, pots: Collection[int], work: Sequence[float]) -> bool:
        """Who stands there hides nothing. ``pots``: the cells in use; ``work``: where chefs are at
        the worktop."""
        hobs = [self._hobs[cell] for cell in pots if cell in self._hobs]
        return all(abs(x - hob) >= FROM_POT for hob in hobs) and all(
            abs(x - other) >= FROM_WORK for other in work
        )

    def choose(
        self,
        came_from: float | None,
        pots: Collection[int],
        work: Sequence[float],
        idle: Sequence[float],
    ) -> float:
        """The best place for one more: clear, apart from the others, and not too far to go.

        Where all of them are taken, the one that is farthest from everybody.
        """
        others = (*idle, *self._always)
        clear = [
            (rank, x)
            for rank, kind in enumerate(self._kinds)
            for x in kind
            if self.clear(x, pots, work)
        ]
        free = [
            (rank * DETOUR + (abs(x - came_from) if came_from is not None else 0.0), x)
            for rank, x in clear
            if all(abs(x - other) >= APART for other in others)
        ]
        if free:
            return min(free)[1]
        places = [x for _, x in clear] or [x for kind in self._kinds for x in kind]
        return max((min(abs(x - other) for other in (*others, *work)), x) for x in places)[1]
