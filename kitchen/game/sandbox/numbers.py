"""The numbers under a kitchen: what it has done so far."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw import format as fmt
from kitchen.sim.view.kitchenview import KitchenView


@dataclass(frozen=True, slots=True)
class Number:
    label: str
    words: str
    value: float
    """To compare it with the other kitchen's."""
    unit: str = ""
    """``$`` or ``%``: how a difference is written."""

    def beside(self, other: Number) -> str:
        """By how much it is more or less than the other; empty: it is not."""
        difference = round(self.value) - round(other.value)
        if not difference:
            return ""
        sign = "+" if difference > 0 else "−"
        size = abs(difference)
        return f"{sign}${size}" if self.unit == "$" else f"{sign}{size}{self.unit}"


def numbers(view: KitchenView, now: float) -> tuple[Number, ...]:
    """Of one kitchen at ``now``, in seconds of kitchen time."""
    profit = view.revenue / 100 - view.wages(now)
    busy = view.utilisation(now) * 100
    return (
        Number("served", str(view.served), view.served),
        Number("open", str(len(view.open_orders)), len(view.open_orders)),
        Number("walked out", str(view.walked_out), view.walked_out),
        Number("profit", fmt.money(profit * 100, whole=True), profit, "$"),
        Number("hands busy", f"{busy:.0f}%", busy, "%"),
    )
