"""The lanes of a run: what the chefs and each dish did, from its first line to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kitchen.game.signs.vessels import icon
from kitchen.lessons.running.run import Run
from kitchen.sim.view.segment import SegmentKind
from kitchen.sim.view.uppermost import uppermost

IDLE_SHARE = 0.02
"""A chef with nothing to do for less than this share of the run is not worth telling."""


@dataclass(frozen=True, slots=True)
class LaneStretch:
    """From when to when, in seconds of kitchen time. ``idle``: a chef has nothing to do;
    ``unbegun``: nobody has told anybody to cook this dish."""

    kind: SegmentKind | Literal["idle", "unbegun"]
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RunLane:
    """``title`` is a dish's, or whose hands these are; ``picture`` the drawing for it."""

    title: str
    picture: str
    stretches: tuple[LaneStretch, ...]
    ended: float | None = None
    """When a dish was served, or given up."""
    served: bool = False

    @property
    def begun(self) -> float:
        """When anything was done for it; infinity: never."""
        starts = (s.start for s in self.stretches if s.kind not in ("unbegun", "idle"))
        return min(starts, default=float("inf"))


def run_lanes(run: Run) -> list[RunLane]:
    """The chefs first, then the dishes in the order in which they are waited for."""
    end = run.makespan
    view = run.past.at(run.past.stop_at(end))
    many = len(view.chefs) > 1
    lanes = []
    for chef in view.chefs:
        bars = [LaneStretch(bar.segment.kind, bar.start, bar.until(end))
                for bar in uppermost(chef.segments)]  # fmt: skip
        name = f"Chef {chef.number}" if many else "Chef"
        lanes.append(RunLane(name, "chef_hat", _with_gaps(bars, 0.0, end)))
    for order in view.orders.values():
        over_at = end if order.ended is None else order.ended
        bars = [LaneStretch(bar.segment.kind, bar.start, bar.until(over_at))
                for bar in uppermost(order.segments)]  # fmt: skip
        begun = min((bar.start for bar in bars), default=over_at)
        if begun > order.placed:
            bars.insert(0, LaneStretch("unbegun", order.placed, begun))
        served = order.state == "served"
        over = order.ended if served or (bars[-1:] and bars[-1].kind != "unbegun") else None
        lanes.append(RunLane(order.title, icon(order.title), tuple(bars), over, served))
    return lanes


def _with_gaps(bars: list[LaneStretch], start: float, end: float) -> tuple[LaneStretch, ...]:
    """The chef's, with what lies between them."""
    found, now = [], start
    for bar in [*bars, LaneStretch("idle", end, end)]:
        if bar.start - now > IDLE_SHARE * end:
            found.append(LaneStretch("idle", now, bar.start))
        if bar.end > bar.start:
            found.append(bar)
        now = max(now, bar.end)
    return tuple(found)
