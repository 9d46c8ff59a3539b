"""What stands above the chart of a kitchen."""

from __future__ import annotations

from kitchen.english import plural
from kitchen.report.amounts import dollars, seconds
from kitchen.runs.result import Result


def heading(result: Result) -> str:
    """``concurrent: 1 chef who leaves, 9 of 11 served in 1,205 s, profit $65.68``."""
    verb = {"leave": "leaves", "stay": "stays"}[result.attention]
    one, many = f"chef who {verb}", f"chefs who {result.attention}"
    who = f"{result.chefs} {plural(result.chefs, one, many)}"
    served = f"{result.served} of {result.orders} served in {seconds(result.makespan)}"
    return f"{result.mode}: {who}, {served}, profit {dollars(result.profit)}"
