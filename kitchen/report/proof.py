"""The proof: what was measured for a check, in one sentence with its figures."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.cookbook.why import Check, Evidence, Measure, Quantity
from kitchen.english import counted, span
from kitchen.report.amounts import sum_of

TOLD: dict[Measure, Callable[[float], str]] = {
    "hands": lambda v: f"hands at work for {v:.0%} of the time",
    "staring": lambda v: f"{v:.0%} of the time spent standing at a pot",
    "together": lambda v: f"{v:.1f} on the fire at once, on average",
    "waits_for_hands": lambda v: f"a dish waits {span(v)} for a chef, on average",
    "waits_for_station": lambda v: f"a dish waits {span(v)} for a station, on average",
    "longest": lambda v: f"one piece of work holds the hands for {span(v)}",
    "served": lambda v: f"{counted(int(v), 'dish', 'dishes')} served",
    "burnt": lambda v: f"{counted(int(v), 'dish', 'dishes')} burnt" if v else "nothing burnt",
    "walked_out": lambda v: f"{counted(int(v), 'guest')} walked out" if v else "nobody walked out",
    "wages": lambda v: f"{sum_of(v)} in wages",
    "profit": lambda v: f"{sum_of(v)} earned" if v >= 0 else f"{sum_of(-v)} lost",
}


def proof(check: Check, evidence: Evidence) -> str:
    """``Blocking: 88% of the time spent standing at a pot.``"""
    told = [(q.kitchen, _told(q, evidence)) for q in check.quantities]
    first, *others = told
    words = f"{first[0].capitalize()}: {first[1]}"
    for kitchen, said in others:
        words += f"; {said}" if kitchen == first[0] else f". {kitchen.capitalize()}: {said}"
    return f"{words}."


def _told(quantity: Quantity, evidence: Evidence) -> str:
    return TOLD[quantity.measure](quantity.of(evidence))
