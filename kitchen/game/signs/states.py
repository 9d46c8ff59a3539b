"""What an order looks like now: one word for the picture, and that word's colours."""

from __future__ import annotations

from typing import Literal

from kitchen.game.draw import palette as p
from kitchen.sim.view.orderview import OrderView, PartView

State = Literal["hands", "cooking", "ready", "burning", "staring", "blocked", "done"]
"""``blocked``: nobody's hands and no fire, the task waits for a station or for its parts."""

COLOURS: dict[State, p.Colour] = {
    "hands": p.MINT,
    "cooking": p.STEAM,
    "ready": p.AMBER,
    "burning": p.RED,
    "staring": p.SLATE,
    "blocked": p.LILAC,
    "done": p.MAUVE,
}

ON_PAPER: dict[State, p.Colour] = {
    "hands": (0x1F, 0xA9, 0x7A),
    "cooking": (0x3A, 0x86, 0xC4),
    "ready": (0xF0, 0x92, 0x0A),
    "burning": p.RED,
    "staring": (0x3A, 0x86, 0xC4),
    "blocked": (0xB5, 0x9F, 0x8C),
    "done": p.PAPER_MUTED,
}
"""Fills that stand out on a ticket."""


def part_state(part: PartView) -> State:
    """How one task of a dish looks."""
    if part.state == "hands":
        return "hands"
    if part.state == "gone":
        return "done"
    if part.timer is not None and part.timer.burnt is not None:
        return "burning"
    if part.state == "ready":
        return "ready"
    if part.state == "staring":
        return "staring"
    return "cooking" if part.timer is not None else "blocked"


def order_state(order: OrderView) -> State:
    """How a dish looks: as the part of it that says most."""
    if order.cleared:
        return "done"
    leading = order.leading
    return part_state(leading) if leading is not None else "blocked"
