"""Standing: what is told of a chef who stands at a dish and does nothing, as in ``time.sleep``.

For a kitchen that is a step like any other: nothing else gets the chef. What a player is to see is
a pot that cooks by itself, and somebody who stares at it.
"""

from __future__ import annotations

from kitchen.sim import facts as f
from kitchen.sim.facts import Fact

STANDS = "time.sleep"
"""What the hands are told to do while they do nothing."""


def standing(
    chef: int, order: int, part: int, timer: int, since: float, seconds: float, line: int = 0
) -> list[Fact]:
    """Facts in order of time: from ``since`` the chef stands there for so many seconds."""
    until = since + seconds
    return [
        f.TimerSet(since, order, part, timer, STANDS, seconds, None, None, line),
        f.Stares(since, chef, order, part, STANDS),
        f.TimerRang(until, order, part, timer),
        f.Resumed(until, chef, order, part),
    ]
