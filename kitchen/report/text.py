"""Figures and findings in words."""

from __future__ import annotations

from kitchen.report.verdict import as_text, verdict
from kitchen.runs.result import Comparison


def seconds(value: float) -> str:
    """Kitchen time: ``990 s``, ``0.2 s``, ``803.6 s``."""
    return f"{round(value, 1):,g} s" if value < 1e6 else f"{value:,.0f} s"


def dollars(value: float) -> str:
    """``$12.50``, ``-$3.00``."""
    return f"-${-value:,.2f}" if value < 0 else f"${value:,.2f}"


def finding(comparison: Comparison) -> str:
    """One plain sentence of what a comparison shows."""
    return as_text(verdict(comparison.kitchens))
