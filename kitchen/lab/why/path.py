"""The critical path: the chain of steps, waits and timers that ends when the kitchen closes.

It is walked back from the closing. A dish in hands was begun by a chef: if its hand had been up,
that chef came from another dish, and the path goes on there. If its hand had just gone up, the path
goes on with what woke it: its timer; the dish that gave back the station it waited for; another
part of it; the coming or going of its guest. No link of the path could have come sooner while
nothing before it did.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kitchen.lab.why.turns import Cause, Doing, History, Turn

HANDS = "hands"

WITH_CHEF = ("hands", "staring")


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of the critical path, from ``start`` to ``end`` seconds of kitchen time.

    ``line`` says what the dish that comes next on the path stood in line for meanwhile: "hands", a
    kind of station, or None.
    """

    doing: Doing
    start: float
    end: float
    order: int | None = None
    part: int = 0
    chef: int | None = None
    what: str = ""
    line: str | None = None

    @property
    def seconds(self) -> float:
        return self.end - self.start


def critical_path(history: History) -> tuple[Link, ...]:
    """Of a kitchen that has closed, from its opening on: each link begins where the one before
    ends, the first at 0 and the last one ends with the makespan. Empty if no time went by."""
    return tuple(reversed(_Walk(history).links))


class _Walk:
    """Back through the turns: each one that it comes to began before the last."""

    def __init__(self, history: History) -> None:
        self.links: list[Link] = []
        """The last one first."""
        self._now = history.makespan
        self._order: int | None = None
        """The one that the path has come to."""
        self._history = history
        self._lines: list[tuple[str, float, float]] = []
        """What somebody on the path stood in line for, from when until when."""
        turn = self._start(history)
        while turn is not None:
            turn = self._back(turn)
        self._link("arrival", 0.0)

    def _start(self, history: History) -> Turn | None:
        """What the kitchen closed with."""
        last = max(history.turns, key=lambda turn: turn.ended, default=None)
        gone = history.gone
        if gone is not None and (last is None or last.ended < gone[0] == self._now):
            return self._caused(gone[1])
        return last

    def _back(self, turn: Turn) -> Turn | None:
        """Go through that turn; return the one that the path goes on with."""
        self._order = turn.order
        self._link("blocked", turn.ended)
        self._work(turn)
        before, up = turn.before, turn.raised
        free = before.ended if before is not None else 0.0
        in_line = up < self._now or HANDS in self._stood_for(self._now)
        if not in_line or (before is not None and before.stays):
            return self._caused(turn.cause)
        self._link("unpicked", max(up, free))  # the chef was there, and nobody picked it
        if before is None or free < self._now:
            return self._caused(turn.cause)
        self._stand(HANDS, up, self._now)
        self._stand(turn.cause.station, turn.cause.since, up)
        return before

    def _work(self, turn: Turn) -> None:
        """Its hands, as far as the path has come to them."""
        hands = [one for one in turn.hands if one.t < self._now]
        for one in reversed(hands[1:]):
            self._link("hands", one.t, turn, one.what)
        self._link("hands", turn.began, turn, hands[0].what if hands else "")

    def _caused(self, cause: Cause) -> Turn | None:
        if cause.order is not None:
            self._order = cause.order
        if cause.doing is not None:
            self._link(cause.doing, cause.since, cause.turn, cause.what)
        self._stand(cause.station, cause.since, self._now)
        return cause.turn

    def _stand(self, line: str | None, since: float, until: float) -> None:
        if line is not None and since < until:
            self._lines.append((line, since, until))

    def _stood_for(self, until: float) -> list[str]:
        """What somebody on the path stood in line for just before that moment, the last first."""
        lines = reversed(self._lines)
        return [line for line, start, end in lines if start < until <= end]

    def _link(self, doing: Doing, start: float, turn: Turn | None = None, what: str = "") -> None:
        """From ``start`` until where the path has come to, cut where a line begins."""
        if start >= self._now:
            return
        edges = {edge for _, *stretch in self._lines for edge in stretch}
        cuts = sorted(edge for edge in edges if start < edge < self._now)
        part = 0 if turn is None else turn.part
        chef = turn.chef if turn is not None and doing in WITH_CHEF else None
        end = self._now
        for begin, line in self._pieces(doing, [start, *cuts, end]):
            self.links.append(Link(doing, begin, end, self._order, part, chef, what, line))
            end = begin
        self._now = start
        self._lines = [line for line in self._lines if line[1] < start]

    def _pieces(self, doing: Doing, edges: list[float]) -> list[tuple[float, str | None]]:
        """Where each piece begins, the last first, and its line: others than the piece's beside
        it."""
        pieces: list[tuple[float, str | None]] = []
        for begin, end in reversed(list(pairwise(edges))):
            line = self._line(doing, begin, end)
            if pieces and pieces[-1][1] == line:
                pieces.pop()
            pieces.append((begin, line))
        return pieces

    def _line(self, doing: Doing, begin: float, end: float) -> str | None:
        """What the next dish on the path stood in line for while this one had it."""
        lines = self._stood_for(end)
        if doing not in (*WITH_CHEF, "cooking", "blocked"):
            return None
        for kind in lines if doing != "hands" else ():
            if kind != HANDS and self._history.holds(self._order, kind, begin):
                return kind
        return HANDS if doing in WITH_CHEF and HANDS in lines else None
