"""The tally of losses, and guests who leave with their money."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.service.hud.departing import DEPART_SECONDS
from kitchen.game.service.hud.losstally import FRESH_SECONDS, GONE_SECONDS
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.hud.ticket import face
from kitchen.game.service.hud.topbar import TopBar
from kitchen.game.signs.subjects import Thing
from kitchen.sim import facts as f

LEFT = f.WalkedOut(20.0, 2)


def spots(bar: TopBar) -> list[object]:
    return [spot for spot in bar.spots() if spot.subject == Thing("losses")]


def test_it_comes_with_the_first_loss_and_stays(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    bar, view = TopBar(toolkit), kitchen(*ordered(1), *ordered(2))
    bar.draw(canvas, look(view))
    assert spots(bar) == []
    view.fold([LEFT])
    bar.draw(canvas, look(view, 20.0, wall=1.0, facts=(LEFT,)))
    assert len(spots(bar)) == 1 and bar.losses.gone() == 900
    fresh = pygame.image.tobytes(canvas, "RGB")
    bar.draw(canvas, look(view, 20.0, wall=1.0 + GONE_SECONDS))
    assert len(spots(bar)) == 1 and bar.losses.gone() == 0
    assert FRESH_SECONDS < GONE_SECONDS and pygame.image.tobytes(canvas, "RGB") != fresh


def test_guests_who_leave_together_are_told_together(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    bar, view = TopBar(toolkit), kitchen(*(x for n in range(1, 11) for x in ordered(n)))
    bar.draw(canvas, look(view))
    away = [f.TurnedAway(50.0, number) for number in range(1, 11)]
    view.fold(away)
    bar.draw(canvas, look(view, 50.0, wall=1.0, facts=away))
    assert bar.losses.gone() == 9000


def test_another_kitchens_losses_are_nothing_new(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    bar, view = TopBar(toolkit), kitchen(*ordered(1), *ordered(2), LEFT)
    bar.draw(canvas, look(view, 20.0, facts=(LEFT,)))
    assert bar.losses.gone() == 0 and len(spots(bar)) == 1


@pytest.mark.parametrize("calm", [False, True])
def test_a_guest_stands_where_the_ticket_was_torn_and_the_others_wait(
    toolkit: Kit, canvas: pygame.Surface, look: Look, calm: bool
) -> None:
    rail, view = TicketRail(toolkit), kitchen(*ordered(1), *ordered(2), *ordered(3))
    rail.draw(canvas, look(view, calm=calm))
    box = rail.spots()[1].box
    after = rail.spots()[2].box
    view.fold([LEFT])
    rail.draw(canvas, look(view, 20.0, wall=1.0, facts=(LEFT,), calm=calm))
    (guest,) = rail.departing.guests
    assert (guest.box[0], guest.cents, guest.door) == (box[0], 900, False)
    rail.draw(canvas, look(view, 20.0, wall=1.0 + DEPART_SECONDS / 2, calm=calm))
    assert rail.spots()[1].box == after
    for wall in (1.1 + DEPART_SECONDS, 2.0 + DEPART_SECONDS):
        rail.draw(canvas, look(view, 20.0, wall=wall, calm=calm))
    assert rail.departing.guests == [] and rail.spots()[1].box == box


def test_a_guest_without_a_table_turns_at_the_door(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(toolkit), kitchen(*(x for n in range(1, 13) for x in ordered(n)))
    rail.draw(canvas, look(view))
    gone = [f.WalkedOut(20.0, 11), f.WalkedOut(20.0, 12)]
    view.fold(gone)
    rail.draw(canvas, look(view, 20.0, wall=1.0, facts=gone))
    (guests,) = rail.departing.guests
    assert guests.door and guests.cents == 1800


def test_the_line_on_a_ticket_stays_until_the_order_is_gone() -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    assert face(view, view.orders[1], 30.0).lost is None
    view.fold([f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0), f.FoodBurnt(450.0, 1, 0, 1)])
    view.fold([f.Resumed(460.0, 1, 1, 0), f.StartedAgain(480.0, 1, 2)])
    lost = face(view, view.orders[1], 500.0).lost
    assert lost is not None and (lost.burnt, lost.cents) == (1, 0)
