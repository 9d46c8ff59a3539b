"""Scores: the best that a player has done, by shift and by day."""

from __future__ import annotations

import msgspec

from kitchen.keep.fileformat import Fields, Upgrade

VERSION = 3
"""Of the scores file."""

BEST = 10
"""Scores kept of each shift and of each day."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """How one service ended. ``profit`` is in dollars; ``when`` an ISO wall time; ``orders`` came,
    of which ``served`` were served. ``policy`` is the one that decided; empty: all was by hand.
    ``helped``: with an assist, such as food that keeps longer."""

    profit: float
    served: int
    orders: int
    stars: int
    mode: str
    seed: int
    when: str
    policy: str = ""
    helped: bool = False

    @property
    def rank(self) -> tuple[bool, float, int, int, bool, str]:
        """Sorts the best first, and of equals the one without help, then the one that was there
        first. What a policy did comes after all that was done by hand."""
        return (
            bool(self.policy), -self.profit, -self.stars, -self.served, self.helped, self.when
        )  # fmt: skip


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """Up to ten scores for each shift, and for each day (``2026-11-22``), the best first."""

    shifts: dict[str, list[Score]] = msgspec.field(default_factory=dict)
    days: dict[str, list[Score]] = msgspec.field(default_factory=dict)

    def with_shift(self, shift: str, score: Score) -> Scores:
        """The same with one more score of a shift, if it is good enough."""
        return msgspec.structs.replace(self, shifts=_with(self.shifts, shift, score))

    def with_day(self, day: str, score: Score) -> Scores:
        """The same with one more score of a day, if it is good enough."""
        return msgspec.structs.replace(self, days=_with(self.days, day, score))


def from_1(fields: Fields) -> Fields:
    """0.2 and 0.3 did not note who decided: the player is believed."""
    return fields


def from_2(fields: Fields) -> Fields:
    """0.4 knew no assists."""
    return fields


UPGRADES: dict[int, Upgrade] = {1: from_1, 2: from_2}


def place(scores: list[Score], score: Score) -> int | None:
    """Which place a score has among those kept, from 1; None: not among them."""
    return scores.index(score) + 1 if score in scores else None


def _with(boards: dict[str, list[Score]], name: str, score: Score) -> dict[str, list[Score]]:
    board = boards.get(name, [])
    if score in board:
        return boards
    return boards | {name: sorted([*board, score], key=lambda one: one.rank)[:BEST]}
