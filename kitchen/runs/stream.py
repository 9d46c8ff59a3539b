"""Streams: facts that go as they come about: a long run takes little more room than a short one.

A log is nearly in order of time, and nothing is ever added before the present moment. So what is
not later than that can go: it is put in order, told, and forgotten.
"""

from __future__ import annotations

from collections.abc import Callable

from kitchen.errors import KitchenError
from kitchen.loop.stall import Stalled
from kitchen.plain import INFINITY
from kitchen.runs.careful import play_out
from kitchen.runs.gist import Gist
from kitchen.runs.result import AT_ONCE, facts_as_lines
from kitchen.sim.facts import Fact
from kitchen.sim.work.kitchen import Kitchen

Tell = Callable[[list[Fact], bytes], object]
"""Is told what came about: facts in order of time, and the same as ``--facts`` writes them."""


def nobody(facts: list[Fact], lines: bytes) -> None:
    """Nobody wants to know."""


def play_streaming(kitchen: Kitchen, tell: Tell) -> Gist:
    """Run the kitchen to its end, as `play_out` does, and let its facts go. Where it comes to a bad
    end, what had come about until then has been told all the same."""
    kitchen.headway.most_facts = INFINITY
    stream = _Stream(kitchen, tell)
    try:
        play_out(kitchen.loop, [kitchen], [stream.flow])
    except (KitchenError, Stalled) as error:
        if error is not stream.failed:
            stream.flow(INFINITY)
        raise
    stream.flow(INFINITY)
    return stream.gist.sealed()


class _Stream:
    def __init__(self, kitchen: Kitchen, tell: Tell) -> None:
        self.gist = Gist()
        self.failed: BaseException | None = None
        """What kept the facts from being told."""
        self._kitchen = kitchen
        self._tell = tell

    def flow(self, until: float | None = None) -> None:
        """Let go what is not later than that, by default than now."""
        kitchen = self._kitchen
        facts = kitchen.facts.let_go(kitchen.loop.now if until is None else until)
        try:
            for first in range(0, len(facts), AT_ONCE):
                some = facts[first : first + AT_ONCE]
                lines = facts_as_lines(some)
                self.gist.fold(some, lines)
                self._tell(some, lines)
        except BaseException as error:
            self.failed = error
            raise
