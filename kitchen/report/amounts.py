"""Amounts of time and of money, as tables and sentences tell them."""

from __future__ import annotations

WHOLE = 10.0
"""Dollars from which a sentence leaves cents out."""


def seconds(value: float) -> str:
    """Kitchen time in a table: ``990 s``, ``0.2 s``, ``803.6 s``."""
    return f"{round(value, 1):,g} s" if value < 1e6 else f"{value:,.0f} s"


def dollars(value: float) -> str:
    """In a table: ``$12.50``, ``-$3.00``."""
    return f"-${-value:,.2f}" if value < 0 else f"${value:,.2f}"


def sum_of(value: float) -> str:
    """In a sentence: ``$77``; below ten dollars with cents: ``$4.20``."""
    return f"${value:,.0f}" if value >= WHOLE else f"${value:,.2f}"
