"""What was lost, in words: on the sign at its place, on its ticket, and in the tally's tool tip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kitchen.game.draw import format as fmt
from kitchen.game.signs.titles import short_title
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.losses import Lost

TOLD = 4
"""So many losses at most are told one by one, the latest."""

NAME = 14
"""Letters of a dish's name, if it has a name so short."""

DEEDS = {
    "burnt": "burnt",
    "spoilt": "spoilt",
    "walked_out": "the guest left",
    "rail_full": "found the rail full",
    "turned_away": "turned away",
}


def minus(cents: int) -> str:
    """``−$2.10``; nothing for nothing."""
    return fmt.money(-cents) if cents else ""


def price(lost: Sequence[Lost]) -> tuple[str, str]:
    """What food that was spoilt would have brought, and what it still brings: of one dish. Of
    several, nothing and what they lost together."""
    if len({one.order for one in lost}) == 1:
        return fmt.money(lost[0].worth), fmt.money(lost[-1].left)
    return "", minus(sum(one.cents for one in lost))


def work(lost: Sequence[Lost]) -> str:
    """``46s of work``, that was in what burnt."""
    return f"{fmt.duration(sum({one.order: one.work for one in lost}.values()))} of work"


@dataclass(frozen=True, slots=True)
class Toll:
    """What one order has lost so far: how often it burnt, and cents of its price."""

    burnt: int
    cents: int


def toll(lost: Sequence[Lost]) -> Toll | None:
    """None for an order that has lost nothing."""
    burnt = sum(one.kind == "burnt" for one in lost)
    return Toll(burnt, sum(one.cents for one in lost)) if lost else None


def ticket_line(toll: Toll) -> tuple[str, ...]:
    """``burnt 2x −$2.10``, from the fullest to the shortest; a flame may stand before it."""
    times = f"{toll.burnt}x" if toll.burnt > 1 else ""
    if not toll.burnt:
        return (minus(toll.cents) or "spoilt",)
    if not toll.cents:
        return f"burnt {times}".strip(), times or "burnt"
    cost = minus(toll.cents)
    return f"burnt {times} {cost}".replace("  ", " "), f"{times} {cost}".strip(), cost


def tally(count: int, cents: int) -> tuple[str, ...]:
    """``2 losses −$18.50``, from the fullest to the shortest."""
    words, cost = fmt.count(count, "loss", "losses"), minus(cents)
    return (f"{words} {cost}", f"lost {cost}", cost) if cost else (words, f"{count} lost")


def left(cents: int) -> tuple[str, ...]:
    """``−$11.50 walked out``: what guests took with them, from the fullest to the shortest."""
    return f"{minus(cents)} walked out", f"{minus(cents)} gone", minus(cents)


def told(view: KitchenView, grain: float) -> list[str]:
    """The latest losses, each in a line, the oldest of them first; and how many there were
    before."""
    lost = view.losses.all
    before = len(lost) - TOLD
    lines = [f"{before} before these."] if before > 0 else []
    return lines + [_sentence(one, view, grain) for one in lost[-TOLD:]]


def _sentence(lost: Lost, view: KitchenView, grain: float) -> str:
    """``5 Risotto: burnt at 8:34, 46s of work.``"""
    cost = work([lost]) if lost.kind == "burnt" else minus(lost.cents)
    words = f"{_name(view, lost.order)}: {DEEDS[lost.kind]} at {fmt.clock(lost.t, grain)}"
    return f"{words}, {cost}." if cost else f"{words}."


def _name(view: KitchenView, number: int) -> str:
    """``5 Risotto``; ``Risotto at the door``."""
    order = view.orders[number]
    title = short_title(order.title, lambda name: len(name) <= NAME, view.menu)
    return f"{title} at the door" if order.table is None else f"{order.table} {title}"
