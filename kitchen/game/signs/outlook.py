"""The outlook of a dish: how long hands will be at it, and how long it keeps, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kitchen.game.draw import format as fmt
from kitchen.sim.view.coming import Block, coming_block, fuse
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

Keeping = Literal["keeps", "lit", "falling", "burning", "clear"]
"""``lit``: quality falls when the fuse has burnt down; ``falling``: it falls, until food burns;
``clear``: its guest has left, and hands are wanted to clear it away."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a player has to know of a dish that waits for hands; in seconds."""

    hands: float | None
    """None: nobody knows."""
    keeping: Keeping = "keeps"
    left: float = 0.0
    """Until quality falls; then until it burns."""


def outlook(view: KitchenView, order: OrderView, now: float) -> Outlook:
    return keeping(order, coming_hands(view, order), now)


def coming_hands(view: KitchenView, order: OrderView) -> float | None:
    """How long hands will be at a dish: the same from one fact to the next."""
    block = coming_block(view, order)
    return block.seconds if block is not None else None


def keeping(order: OrderView, hands: float | None, now: float) -> Outlook:
    """The outlook of a dish that so many seconds of hands are wanted at."""
    if order.state != "open":
        return Outlook(hands, "clear")
    if order.burning is not None:
        return Outlook(hands, "burning")
    burns = fuse(order, now)
    if burns is None:
        return Outlook(hands)
    if burns.falls > 0.0:
        return Outlook(hands, "lit", burns.falls)
    return Outlook(hands, "falling", max(0.0, burns.burns))


def hands_figure(hands: float | None, grain: float = 1.0) -> str:
    """``31 s``, ``2:05``; ``now`` where it takes no time, ``?`` where nobody knows."""
    if hands == 0.0:
        return "now"
    return "?" if hands is None else _spaced(fmt.duration(hands, grain))


def left_figure(seconds: float, grain: float = 1.0) -> str:
    """The same of what runs out."""
    return _spaced(fmt.remaining(seconds, grain))


def _spaced(figure: str) -> str:
    return figure.replace("s", " s")


def hands_words(block: Block | None, grain: float = 1.0, stay: bool = False) -> str:
    """``Needs the hands for 31 s: drain, peel.``; where chefs ``stay``, that they do."""
    if block is None:
        return "Nobody can tell how long it needs the hands."
    if not block.steps or not block.seconds:
        return "Needs a chef for no time at all: the dish only goes on to its next step."
    steps = ", ".join(dict.fromkeys(block.steps))
    words = f"Needs the hands for {hands_figure(block.seconds, grain)}: {steps}."
    return f"{words} Then its chef stays until it is done." if stay else words


def keeps_words(order: OrderView, now: float, grain: float = 1.0) -> str:
    """``Falls off in 13 s, burns in 43 s.``"""
    burns = fuse(order, now)
    if burns is None:
        return "It keeps as long as you like."
    last = left_figure(burns.burns, grain)
    if burns.falls > 0.0:
        return f"Falls off in {left_figure(burns.falls, grain)}, burns in {last}."
    lost = max(timer.spoilt(now) for timer in order.timers)
    return f"{lost:.0%} of its quality is gone, and it burns in {last}."
