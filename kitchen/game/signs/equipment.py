"""Equipment: in what a kitchen differs from what its recipes say, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kitchen.english import counted, listed, plural
from kitchen.sim.shift.shift import Shift

NAMED = 2
"""Prepped dishes that are named."""


def equipment(shift: Shift) -> str:
    """``Here the rail holds nine tickets and work takes 85% of its time.`` Empty where a kitchen
    has nothing of its own."""
    said = list(_said(shift))
    return f"Here {listed(said)}." if said else ""


def _said(shift: Shift) -> Iterator[str]:
    if shift.rail is not None:
        yield f"the rail holds {counted(shift.rail, 'ticket')}"
    pace = shift.pace
    if pace.hands != 1.0:
        yield f"work takes {pace.hands:.0%} of its time"
    if pace.timers != 1.0:
        yield f"fires take {pace.timers:.0%} of their time"
    if pace.hold != 1.0:
        yield f"food keeps {pace.hold:.3g} times as long"
    if pace.patience != 1.0:
        yield f"guests wait {pace.patience:.3g} times as long"
    if shift.prepped:
        yield f"{_prepped(shift)} begun on prepped boards"


def _prepped(shift: Shift) -> str:
    """Two dishes by name, more by number."""
    recipes = shift.recipes()
    names = [recipes[name].title.rstrip(".") for name in shift.prepped if name in recipes]
    if len(names) > NAMED:
        return f"{counted(len(names), 'dish', 'dishes')} are"
    return f"{listed(names)} {plural(len(names), 'is', 'are')}" if names else "nothing is"
