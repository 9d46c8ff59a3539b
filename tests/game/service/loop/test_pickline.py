"""The line of picks as chips: what each says, dragging, and taking back."""

from __future__ import annotations

import pygame
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Move, TakeBack
from kitchen.game.service.loop.pickchip import when_up
from kitchen.game.service.loop.pickline import PickLine
from kitchen.game.signs.moment import Moment
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

AT = (898.0, 372.0)


def picked(*orders: int, of: int = 8) -> KitchenView:
    facts = [fact for n in range(1, of + 1) for fact in ordered(n)]
    return kitchen(*facts, *chopping(1), *(f.Picked(1.0, order) for order in orders))


def shown(toolkit: Kit, canvas: pygame.Surface, moment: Moment) -> PickLine:
    line = PickLine(toolkit)
    line.draw(canvas, AT, moment)
    return line


def middle(line: PickLine, index: int) -> tuple[float, float]:
    return line.spots()[index].middle


def test_chips_stand_in_the_order_of_the_picks(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    line = shown(toolkit, canvas, look(picked(5, 2, 7), 10.0))
    assert [spot.subject.order for spot in line.spots()] == [5, 2, 7]
    ends = [spot.box[0] + spot.box[2] for spot in line.spots()]
    assert ends[-1] <= AT[0] + 360.5


def test_a_long_line_keeps_its_head_and_counts_the_rest(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    line = shown(toolkit, canvas, look(picked(8, 7, 6, 5, 4, 3, 2), 10.0))
    assert [spot.subject.order for spot in line.spots()] == [8, 7, 6, 5]


def test_a_click_takes_a_pick_back(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    line = shown(toolkit, canvas, look(picked(5, 2), 10.0))
    assert line.press(middle(line, 1))
    assert line.drop() == TakeBack(2)
    assert not line.press((10.0, 10.0)) and line.drop() is None


def test_a_drag_moves_a_pick(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    moment = look(picked(5, 2, 7), 10.0)
    line = shown(toolkit, canvas, moment)
    first, last = middle(line, 0), middle(line, 2)
    assert line.press(last) and not line.dragging
    line.move(first)
    assert line.dragging
    line.draw(canvas, AT, moment)
    assert [spot.subject.order for spot in line.spots()] == [7, 5, 2]
    assert line.drop() == Move(7, 1)
    assert not line.dragging


def test_a_hand_that_trembles_does_not_drag(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    line = shown(toolkit, canvas, look(picked(5, 2), 10.0))
    x, y = middle(line, 0)
    line.press((x, y))
    line.move((x + 3, y))
    assert line.drop() == TakeBack(5)


def test_a_pick_that_is_used_while_it_is_dragged_is_let_go(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    line = shown(toolkit, canvas, look(picked(5, 2), 10.0))
    line.press(middle(line, 0))
    line.move(middle(line, 1))
    line.draw(canvas, AT, look(picked(2), 11.0))
    assert line.drop() is None


def test_a_chip_says_when_its_hand_goes_up() -> None:
    view = kitchen(*ordered(1), *ordered(2), *chopping(1), *simmering(1, 30.0))
    assert when_up(view.orders[1], 40.0) == "in 4:50"
    view = kitchen(*ordered(1), *chopping(1))
    assert when_up(view.orders[1], 10.0) == "in work"
