"""The tally: what a kitchen counts while it works."""

from __future__ import annotations

from collections import Counter


class Tally:
    """The counts of one kitchen, from its opening on."""

    __slots__ = (
        "by_outcome", "guests", "open_orders", "orders", "paid", "sides", "timers", "tips",
        "worked",
    )  # fmt: skip

    def __init__(self, orders: int) -> None:
        self.orders = 0
        """Orders that have come in so far."""
        self.open_orders = orders
        """Orders that have not ended, those that are still to come among them."""
        self.guests = orders
        """Those of them whose guest will still pay: who has not been served, and has not left."""
        self.by_outcome: Counter[str] = Counter()
        """Orders that were ``served``, ``walked_out`` or ``turned_away``; and what ``burnt``."""
        self.paid = 0
        """Cents."""
        self.tips = 0
        """Cents."""
        self.worked = 0.0
        """Hands-on seconds of the dishes that are over."""
        self.timers = 0
        """Timers set so far."""
        self.sides = 0
        """Tasks that recipes have started and that have not ended."""
