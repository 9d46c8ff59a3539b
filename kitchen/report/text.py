"""Figures and findings in words."""

from __future__ import annotations

from kitchen.run import Comparison


def seconds(value: float) -> str:
    """Kitchen time: ``990 s``, ``0.2 s``, ``803.6 s``."""
    return f"{round(value, 1):,g} s" if value < 1e6 else f"{value:,.0f} s"


def dollars(value: float) -> str:
    """``$12.50``, ``-$3.00``."""
    return f"-${-value:,.2f}" if value < 0 else f"${value:,.2f}"


def finding(comparison: Comparison) -> str:
    """One plain sentence of what a comparison shows."""
    blocking, concurrent, _, hybrid = comparison.kitchens
    if not blocking.makespan or not concurrent.makespan:
        return "Nothing took any time, so there is nothing to compare."
    gain = blocking.makespan / concurrent.makespan
    more = concurrent.makespan / hybrid.makespan if hybrid.makespan else 1.0
    cost = dollars(hybrid.wages - concurrent.wages)
    chefs = hybrid.chefs - 1
    many = f"{chefs} more chef{'s' if chefs > 1 else ''}"
    if gain < 1.02 and more < 1.02:
        return "All four kitchens take as long: there is nothing to do meanwhile."
    if gain < 1.02:
        return (
            f"These dishes are all hands and no waiting, so leaving the pots gains nothing; "
            f"only {many} made it {more:.1f}x sooner, for {cost} more in wages."
        )
    first = f"By leaving pots that need no hands, one chef was done {gain:.1f}x sooner"
    if concurrent.served > blocking.served:
        first += f" and served {concurrent.served} instead of {blocking.served}"
    if more < 1.02:
        return f"{first}; {many} made it no faster and cost {cost} more in wages."
    return f"{first}; {many} made it {more:.1f}x faster still, for {cost} more in wages."
