"""The ticket rail: who hangs there, who leaves, what the pips say."""

from __future__ import annotations

import pygame

from game.game_scenario import Look, Toolkit, chopping, kitchen, ordered, simmering
from kitchen.game.draw import palette as p
from kitchen.game.hud.rail import TicketRail
from kitchen.game.hud.ticket import MOST_PIPS, face, mood
from kitchen.game.input.actions import Pick
from kitchen.game.scene.states import ON_PAPER
from kitchen.sim import facts as f
from kitchen.sim.views import KitchenView, PlanStep


def _orders(count: int) -> list[f.Fact]:
    return [fact for number in range(1, count + 1) for fact in ordered(number)]


def test_at_most_nine_tickets_hang_on_the_rail(
    toolkit: Toolkit, canvas: pygame.Surface, look: Look
) -> None:
    rail = TicketRail(*toolkit)
    rail.draw(canvas, look(kitchen(*_orders(12))))
    assert rail.shown == list(range(1, 10))


def test_a_click_on_a_ticket_picks_its_order(
    toolkit: Toolkit, canvas: pygame.Surface, look: Look
) -> None:
    rail = TicketRail(*toolkit)
    rail.draw(canvas, look(kitchen(*_orders(3))))
    assert rail.target((20, 90)) == Pick(1)
    assert rail.target((110, 90)) == Pick(2)
    assert rail.target((400, 90)) is None and rail.target((20, 200)) is None


def test_a_served_ticket_keeps_its_place_until_it_has_dropped(
    toolkit: Toolkit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(*toolkit), kitchen(*_orders(12), *chopping(1))
    rail.draw(canvas, look(view, 1.0, wall=0.0))
    view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    rail.draw(canvas, look(view, 30.0, wall=1.0))
    assert rail.shown == list(range(2, 10)) and rail.target((20, 90)) is None
    rail.draw(canvas, look(view, 31.0, wall=3.0))
    assert rail.shown == list(range(2, 11)) and rail.target((20, 90)) == Pick(2)


def test_a_customer_who_walks_out_takes_the_ticket_along(
    toolkit: Toolkit, canvas: pygame.Surface, look: Look
) -> None:
    rail, view = TicketRail(*toolkit), kitchen(*_orders(2), *chopping(1))
    rail.draw(canvas, look(view, 1.0))
    view.fold([f.WalkedOut(20.0, 1)])  # the dish is still there: its chef is at work
    for wall in (1.0, 1.3, 1.5, 1.7):
        rail.draw(canvas, look(view, 20.0, wall=wall))
        assert rail.shown == [2]


def test_another_kitchen_shows_its_tickets_at_once(
    toolkit: Toolkit, canvas: pygame.Surface, look: Look
) -> None:
    rail = TicketRail(*toolkit)
    rail.draw(canvas, look(kitchen(*_orders(2))))
    rail.reset()
    rail.draw(canvas, look(kitchen(*_orders(3)), wall=5.0))
    paper = canvas.get_at((8 + 2 * 92 + 4, 110))
    assert paper[0] > 240 and paper[2] > 190


def test_pips_are_filled_as_steps_begin() -> None:
    view = kitchen(*ordered(1))
    order = view.orders[1]
    assert face(view, order, 0.0).pips == (
        ("hands", ON_PAPER["ready"]),
        ("timer", None),
        ("hands", None),
    )
    view.fold(chopping(1))
    assert face(view, order, 1.0).pips[0] == ("hands", ON_PAPER["hands"])
    view.fold(simmering(1, 30.0))
    assert face(view, order, 31.0).pips == (
        ("hands", p.INK),
        ("timer", ON_PAPER["cooking"]),
        ("hands", None),
    )


def test_of_a_long_recipe_the_pips_around_the_current_step_are_shown() -> None:
    steps = tuple(PlanStep("hands", "pour", 5, 0, None, 4) for _ in range(20))
    view = KitchenView({"soup": steps})
    view.fold([*kitchen_start(), *ordered(1), *chopping(1)])
    assert len(face(view, view.orders[1], 1.0).pips) == MOST_PIPS


def kitchen_start() -> list[f.Fact]:
    opened = kitchen().opened
    assert opened is not None
    return [opened]


def test_the_mood_follows_the_patience() -> None:
    assert [mood(share) for share in (1.0, 0.4, 0.1)] == ["face_happy", "face_flat", "face_cross"]
