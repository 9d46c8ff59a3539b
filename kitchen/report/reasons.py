"""Reasons: what parts of dishes wait for beyond what facts tell: locks, queues, events, tasks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kitchen.report.passages import WaitReason
from kitchen.runs.observed import SLEEP, Observed, observe
from kitchen.sim.work.kitchen import Kitchen


class Reasons:
    """Watches one kitchen after the other while it cooks, for so many who ask."""

    def __init__(self, askers: int = 1) -> None:
        self._askers = askers
        self._observed: Observed | None = None
        self._over: Counter[int] = Counter()
        """By order that has ended: how many will not ask for it any more."""

    def watch(self, kitchen: Kitchen) -> None:
        """This one is the next. It has not opened yet."""
        self._observed = observe(kitchen)

    def why(self, order: int, part: int, t: float) -> WaitReason | None:
        """Of a part that is blocked from that second on; None: nobody has seen such a wait."""
        if self._observed is None:
            return None
        for spell in reversed(self._observed.by_order.get(order, ())):
            if spell.part == part and spell.since == t and spell.kind != "hands":
                call = spell.stack[-1] if spell.stack else None
                at = f"{Path(call.file).name}:{call.line}" if call and call.line else ""
                return WaitReason(_words(spell.what), at)
        return None

    def forget(self, order: int) -> None:
        """It has ended, and one of those who ask will not do so any more."""
        self._over[order] += 1
        if self._over[order] == self._askers and self._observed is not None:
            del self._over[order]
            self._observed.by_order.pop(order, None)


def _words(what: str) -> str:
    """Tasks are left out by name: asyncio counts them, over all that a process has ever run."""
    if what == SLEEP:
        return "sleeping"
    return "waiting for its parts" if what.startswith("the task") else f"waiting for {what}"
