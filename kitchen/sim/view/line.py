"""The line: which order gets a chef next, as far as anybody who only sees the facts can say.

It must say what `kitchen.sim.policy` does; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kitchen.plain import INFINITY

if TYPE_CHECKING:
    from kitchen.sim.view.kitchenview import KitchenView
    from kitchen.sim.view.orderview import OrderView, PartView


def line_up(view: KitchenView) -> list[int]:
    """The orders that wait for a chef: the player's picks first, then as the policy has it; where
    that is a function of the user's, or the player, as their hands went up.

    Where chefs stay, a dish that has one waits for nobody: its parts take turns with that chef.
    """
    key = _KEYS.get(view.policy, _none)
    raised = sorted(view.ready, key=lambda hand: key(view, *_hand(view, hand)))
    numbers = dict.fromkeys(number for number, _ in raised)
    for number in _kept(view):
        numbers.pop(number, None)
    return list(dict.fromkeys([*(pick for pick in view.picks if pick in numbers), *numbers]))


def _hand(view: KitchenView, hand: tuple[int, int]) -> tuple[OrderView, PartView]:
    order = view.orders[hand[0]]
    return order, order.parts[hand[1]]


def _kept(view: KitchenView) -> list[int]:
    """Orders that have a chef who stays with them."""
    if view.opened is None or view.opened.attention != "stay":
        return []
    return [c.order for c in view.chefs if c.state != "free" and c.order is not None]


def _none(view: KitchenView, order: OrderView, part: PartView) -> float:
    return 0.0  # sorting leaves those that are equal as they are


def _deadline(view: KitchenView, order: OrderView, part: PartView) -> float:
    return INFINITY if order.deadline is None else order.deadline


def _burns_at(view: KitchenView, order: OrderView, part: PartView) -> float:
    return INFINITY if part.timer is None else part.timer.burns_at


def _hands_left(view: KitchenView, order: OrderView, part: PartView) -> float:
    return view.planned_hands(order.dish) - order.worked


_KEYS: Mapping[str, Callable[[KitchenView, OrderView, PartView], float]] = {
    "deadline": _deadline,
    "burning-first": _burns_at,
    "shortest": _hands_left,
}
