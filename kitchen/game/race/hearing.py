"""What is heard of a race: the kitchen that leads, a bell at each half, a chord at each finish."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.game.race.runner import Runner
from kitchen.game.signs.moment import Moment
from kitchen.game.sound.sounds import Sounds

HALF, FINISH, OVER = "last_orders", "ok", "fanfare_2"


class RaceHearing:
    """Follows the clock of one race."""

    def __init__(self, sounds: Sounds, runners: Sequence[Runner]) -> None:
        self._sounds, self._runners = sounds, runners
        self._before = 0.0

    def hear(self, moment: Moment) -> None:
        """Once a frame: ``moment`` is that of the kitchen that leads. Of what the clock jumps over
        nothing is heard."""
        before, now, self._before = self._before, moment.now, moment.now
        self._sounds.hear(moment)
        if moment.still:
            return
        ends = [runner.end for runner in self._runners]
        for at in ends:
            if before < at <= now:
                self._sounds.ui(OVER if at == max(ends) else FINISH)
        for runner in self._runners:
            if before < runner.half <= now:
                self._sounds.ui(HALF)
