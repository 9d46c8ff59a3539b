"""The evening, and the bell for last orders: told from a kitchen and what is new in it."""

from __future__ import annotations

import pygame
import pytest
from tools.ear import Ear
from tools.game_scenario import Look, kitchen

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.lastorders import SECONDS, LastOrders
from kitchen.game.signs.evening import Evening, evening_of
from kitchen.loop.loop import KitchenLoop
from kitchen.menu.classics import egg
from kitchen.runs.kitchens import one_kitchen
from kitchen.sim.facts import Ordered
from kitchen.sim.shift.shift import Order, Shift

LAST = 300.0
TEMPO = 10.0


def told(now: float, *at: float) -> Evening | None:
    """What is told at ``now`` of a kitchen with orders at these times, if that is a frame."""
    shift = Shift([Order(t, egg, None) for t in at], {"hob": 2}, tempo=TEMPO)
    loop = KitchenLoop()
    made = one_kitchen(loop, shift, shift.mode("concurrent"), 0, "fifo", dict)
    made.open()
    loop.call_at(now, loop.stop)
    loop.run_forever()
    found = evening_of(made, made.facts.take(now), now, TEMPO)
    made.sweep()
    loop.close()
    return found


def test_it_is_told_how_far_it_is_to_last_orders() -> None:
    evening = told(75.0, 0.0, LAST)
    assert evening == Evening(LAST)
    assert evening.share(75.0) == 0.25 and evening.share(0.0) == 0.0 == evening.share(-1.0)


def test_the_bell_rings_when_the_last_guest_comes_in_and_for_nobody_else() -> None:
    assert told(LAST, 0.0, 10.0, LAST) == Evening(LAST, closed=True, rings=True)
    assert told(LAST + 2 * TEMPO, 0.0, LAST) == Evening(LAST, closed=True, rings=False)
    ten = told(10.0, 0.0, 10.0, LAST)
    assert ten is not None and not (ten.closed or ten.rings)


def test_where_all_come_at_once_there_is_no_evening() -> None:
    assert told(5.0, 0.0, 0.0) is None


@pytest.mark.parametrize("calm", [False, True])
def test_the_bell_is_seen_for_a_while(
    toolkit: Kit, canvas: pygame.Surface, look: Look, calm: bool
) -> None:
    bell, seen = LastOrders(toolkit), []
    for wall in (0.0, 0.5, 1.0, SECONDS + 0.1):
        canvas.fill((0, 0, 0))
        evening = Evening(LAST, closed=True, rings=wall == 0.0)
        bell.draw(canvas, look(kitchen(), LAST, wall=wall, evening=evening, calm=calm))
        seen.append(pygame.image.tobytes(canvas, "RGB"))
    assert any(seen[1]) and not any(seen[3])
    assert (seen[1] == seen[2]) is calm  # it swings, but for who wants less motion


def test_it_is_heard_once(ear: Ear) -> None:
    assert "last_orders" in ear.hear(evening=Evening(LAST, closed=True, rings=True))
    assert "last_orders" not in ear.hear(frames=5, evening=Evening(LAST, closed=True))
    order = Ordered(0.0, 1, "soup", "Tomato soup", 900, None)
    assert "last_orders" not in ear.hear(order, evening=Evening(LAST))
