"""The ticket rail: who hangs there, who leaves, what the pips say."""

from __future__ import annotations

import itertools

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.input.actions import TogglePick
from kitchen.game.service.hud.leaving import FALL_SECONDS, RIP_SECONDS
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.hud.railfull import SECONDS
from kitchen.game.service.hud.ticket import BEGUN, EMPTY, face, mood
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.proportions import Fill
from kitchen.game.signs.states import ON_PAPER
from kitchen.game.signs.subjects import OrderedDish, Thing
from kitchen.sim import facts as f

LAYOUT = layout_of(Stage((1280, 720)))


def _orders(count: int) -> list[f.Fact]:
    return [fact for number in range(1, count + 1) for fact in ordered(number)]


def test_ten_tickets_hang_side_by_side(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    rail = TicketRail(toolkit)
    rail.draw(canvas, look(kitchen(*_orders(10))))
    boxes = [spot.box for spot in rail.spots()]
    assert rail.shown == list(range(1, 11))
    assert [box[2] for box in boxes] == pytest.approx([LAYOUT.ticket_w] * 10)
    assert all(b[0] - a[0] > LAYOUT.ticket_w for a, b in itertools.pairwise(boxes))
    assert boxes[-1][0] + boxes[-1][2] <= LAYOUT.scene[2]


def test_tickets_close_up_for_guests_at_the_door_who_can_be_picked_one_by_one(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(toolkit), kitchen(*_orders(13))
    rail.draw(canvas, look(view))
    spots = rail.spots()
    tickets, guests, sign = spots[:10], spots[10:13], spots[13]
    assert [spot.subject for spot in tickets] == [OrderedDish(n) for n in range(1, 11)]
    assert [spot.subject for spot in guests] == [OrderedDish(n) for n in (11, 12, 13)]
    assert sign.subject == Thing("door") and len(spots) == 14
    assert tickets[-1].box[0] + tickets[-1].box[2] <= min(spot.box[0] for spot in guests)
    for spot in (*tickets, *guests):
        assert rail.target(spot.middle) == TogglePick(spot.subject.order)  # type: ignore[union-attr]
    whole = pygame.Surface(canvas.get_size())
    rail.draw(whole, look(view, wall=1.0, hover=spots[5].middle))
    under = (round(spots[5].box[0]) - 2, 100)  # the ticket that is pointed at comes out
    assert canvas.get_at(under) != whole.get_at(under)


def test_whoever_gets_a_table_comes_in_from_the_door(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(toolkit), kitchen(*_orders(12), *chopping(3))
    assert [view.orders[n].table for n in (10, 11, 12)] == [10, None, None]
    view.fold([f.Served(30.0, 3, 1.0, 900, 0), f.Left(30.0, 1, 3, 0)])
    assert [view.orders[n].table for n in (11, 12)] == [3, None]
    rail.draw(canvas, look(view, 30.0))
    assert rail.shown == [1, 2, *range(4, 12)]
    assert [spot.subject for spot in rail.spots()][10:] == [OrderedDish(12), Thing("door")]


def test_a_click_on_a_ticket_picks_its_order(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail = TicketRail(toolkit)
    rail.draw(canvas, look(kitchen(*_orders(3))))
    assert rail.target((20, 90)) == TogglePick(1)
    assert rail.target((110, 90)) == TogglePick(2)
    assert rail.target((400, 90)) is None and rail.target((20, 200)) is None


def test_a_served_ticket_keeps_its_place_until_it_has_dropped(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(toolkit), kitchen(*_orders(30), *chopping(1))
    rail.draw(canvas, look(view, 1.0, wall=0.0))
    view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    rail.draw(canvas, look(view, 30.0, wall=1.0))
    assert rail.shown == list(range(2, 12)) and rail.target((20, 90)) is None
    rail.draw(canvas, look(view, 31.0, wall=3.0))
    assert rail.shown == list(range(2, 12)) and rail.target((20, 90)) == TogglePick(2)


def test_a_customer_who_walks_out_takes_the_ticket_along(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(toolkit), kitchen(*_orders(2), *chopping(1))
    rail.draw(canvas, look(view, 1.0))
    view.fold([f.WalkedOut(20.0, 1)])  # the dish is still there: its chef is at work
    for wall in (1.0, 1.3, 1.5, 1.7):
        rail.draw(canvas, look(view, 20.0, wall=wall))
        assert rail.shown == [2]


def test_a_torn_ticket_is_the_whole_ticket_in_two(toolkit: Kit, look: Look) -> None:
    rail, view = TicketRail(toolkit), kitchen(*_orders(1), *chopping(1))
    whole, torn = (pygame.Surface((1280, 720)) for _ in range(2))
    rail.draw(whole, look(view, 1.0, wall=1.0))
    view.fold([f.WalkedOut(1.0, 1)])
    rail.draw(torn, look(view, 1.0, wall=2.0))
    area = pygame.Rect(10, 62, 78, 66)
    before, after = (pygame.transform.average_color(s, area) for s in (whole, torn))
    assert all(abs(a - b) < 6 for a, b in zip(before, after, strict=True)), "nothing laid over it"
    rail.draw(torn, look(view, 1.0, wall=2.0 + RIP_SECONDS + FALL_SECONDS))
    upper, lower = (torn.subsurface((20, y, 60, 25)) for y in (66, 104))
    assert pygame.transform.average_color(upper)[0] > 120, "the stub still hangs"
    assert pygame.transform.average_color(lower)[0] < 40, "the other half is gone"


def test_another_kitchen_shows_its_tickets_at_once(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail = TicketRail(toolkit)
    rail.draw(canvas, look(kitchen(*_orders(2))))
    rail.reset()
    rail.draw(canvas, look(kitchen(*_orders(3)), wall=5.0))
    paper = canvas.get_at((round(8 + 2 * LAYOUT.ticket_pitch(3)) + 4, 110))
    assert paper[0] > 240 and paper[2] > 190


def test_pips_are_filled_as_steps_begin() -> None:
    view = kitchen(*ordered(1))
    order = view.orders[1]
    assert face(view, order, 0.0).fills == (Fill(ON_PAPER["ready"], p.INK), EMPTY, EMPTY)
    view.fold(chopping(1))
    assert face(view, order, 1.0).fills[0] == Fill(ON_PAPER["hands"], p.INK)
    view.fold(simmering(1, 30.0))
    assert face(view, order, 31.0).fills == (BEGUN, Fill(ON_PAPER["cooking"], p.INK), EMPTY)


def test_the_mood_follows_the_patience() -> None:
    assert [mood(share) for share in (1.0, 0.4, 0.1)] == ["face_happy", "face_flat", "face_cross"]


def test_a_guest_who_finds_the_rail_full_is_told_of_at_its_end_for_a_moment(
    toolkit: Kit, look: Look
) -> None:
    """Such an order has no ticket; the sign stands where the next one would hang."""
    rail, pictures = TicketRail(toolkit), []
    came = f.Ordered(5.0, 10, "soup", "Soup", 500, None)
    gone = [came, f.RailFull(5.0, 10), f.WalkedOut(5.0, 10), f.Cleared(5.0, 10)]
    view = kitchen(*_orders(9))
    for wall, facts in ((0.0, []), (1.0, gone), (2.0, []), (1.0 + SECONDS, [])):
        view.fold(facts)
        made = pygame.Surface(toolkit.stage.size)
        rail.draw(made, look(view, 10.0, wall=wall, facts=facts))
        pictures.append(made.subsurface((788, 59, 84, 70)).copy())
    before, told, still, after = (pygame.image.tobytes(made, "RGB") for made in pictures)
    assert told == still != before == after
    assert rail.shown == list(range(1, 10))
