"""Tries: what a player has tried at the stove, in a line each, and where one may try otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kitchen.lessons.goal import Evidence
from kitchen.runs.past import Stop
from kitchen.sim import facts as f
from kitchen.sim.facts import Fact
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView

MOST = 10
"""Picks that are told of one try."""


def told(facts: Sequence[Fact], found: Evidence) -> str:
    """``1, 2, 1: served``: the orders as hands came to them, and what came of it."""
    turns = [str(fact.order) for fact in facts if isinstance(fact, f.Resumed)]
    more = ["..."] if len(turns) > MOST else []
    return f"{', '.join(turns[:MOST] + more) or 'nobody'}: {_came_of(found)}"


def _came_of(found: Evidence) -> str:
    came = []
    if found.trouble:
        came.append("nobody can go on" if found.trouble == "stalled" else found.trouble)
    if found.burnt:
        came.append("burnt")
    if found.walked_out:
        came.append("a guest left")
    if found.lost:
        came.append("a plate lost")
    if not came:
        whole = "served" if not found.unserved else f"{len(found.served)} served"
        came.append(whole)
    return ", ".join(came)


def last_choice(facts: Sequence[Fact], plans: Mapping[str, tuple[PlanStep, ...]]) -> Stop | None:
    """Just before the last pick at which more than one hand was up: from there it could have gone
    otherwise. None: there was no choice."""
    view, found = KitchenView(plans), None
    for index, fact in enumerate(facts):
        if isinstance(fact, f.Picked | f.PickedAt) and len(view.line) > 1:
            found = Stop(index, fact.t)
        view.fold([fact])
    return found
