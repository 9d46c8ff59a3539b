"""The line: which order gets a chef next, as far as anybody who only sees the facts can say.

It goes by the same keys as the brigade's ready queue (see `kitchen.sim.policy`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kitchen.plain import INFINITY
from kitchen.sim.policy import line_up
from kitchen.sim.view.orderview import OrderView, PartView


@dataclass(frozen=True, slots=True)
class HandView:
    """A hand that is up, as a policy looks at it."""

    order: OrderView
    part: PartView
    planned: float
    """Hands-on seconds of the dish, if all goes as planned."""

    @property
    def deadline(self) -> float:
        return INFINITY if self.order.deadline is None else self.order.deadline

    @property
    def burns_at(self) -> float:
        return INFINITY if self.part.timer is None else self.part.timer.burns_at

    @property
    def hands_left(self) -> float:
        return self.planned - self.order.worked


def orders_in_line(
    hands: Iterable[HandView], policy: str, picks: Iterable[int], kept: Collection[int]
) -> list[int]:
    """The orders that wait for a chef: the player's picks first, then as the policy has it.

    Those of ``kept`` have a chef who stays with them, and wait for nobody: their parts take turns.
    """
    numbers = dict.fromkeys(hand.order.number for hand in line_up(hands, policy))
    for order in kept:
        numbers.pop(order, None)
    return list(dict.fromkeys([*(pick for pick in picks if pick in numbers), *numbers]))
