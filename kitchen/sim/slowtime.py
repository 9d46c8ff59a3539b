"""Slow time: how much of it passes for food that is done, or for guests who wait, under an assist.

Twice the hold means that from that moment on each second of the kitchen's is half a second of the
food's own: whatever is left of its hold and of its burn lasts twice as long, what is lost stays
lost, and back at the usual the rest goes on as fast as ever. Guests are the same, and for those who
wait for ever no time passes at all. It is reckoned, not counted, so that it is exact at any moment.
"""

from __future__ import annotations


class SlowTime:
    """Own time, in seconds, against kitchen time. They are one as long as nothing is slowed."""

    __slots__ = ("_turns", "times")

    def __init__(self) -> None:
        self.times = 1.0
        """Kitchen seconds that one of its own takes by now; infinity: its time stands still."""
        self._turns: list[tuple[float, float, float]] = []
        """Whenever that changed: kitchen time, own time, and times from then on."""

    def copy(self) -> SlowTime:
        same = SlowTime()
        same.times, same._turns = self.times, list(self._turns)
        return same

    def slow(self, now: float, times: float) -> None:
        """From ``now`` on a second of its own takes so many of the kitchen's."""
        if times != self.times:
            self._turns.append((now, self.own(now), times))
            self.times = times

    def own(self, now: float) -> float:
        """Its own time at that kitchen time, past or present."""
        for since, own, times in reversed(self._turns):
            if now >= since:
                return own + (now - since) / times
        return now

    def when(self, own: float) -> float:
        """The kitchen time at which its own will be, or was, so much; infinity: never."""
        for since, before, times in reversed(self._turns):
            if own > before:
                return since + (own - before) * times
        return own

    def after(self, since: float, seconds: float, more: float = 0.0) -> float:
        """The kitchen time at which so many seconds of its own, and more, are over since then."""
        if not self._turns:  # it is asked at every ring, and in every frame
            return since + seconds + more
        return self.when(self.own(since) + seconds + more)

    def passed(self, since: float, now: float) -> float:
        """Seconds of its own between two moments of kitchen time."""
        return self.own(now) - self.own(since) if self._turns else now - since
