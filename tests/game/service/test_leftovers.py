"""What nobody waits for any more, and more orders than there is room for: both have an end."""

from __future__ import annotations

import contextlib

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering
from tools.scenario import pot

from kitchen import KitchenLoop, Shift
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import TogglePick
from kitchen.game.input.intents import Intent
from kitchen.game.scene.nameplate import plate_of
from kitchen.game.scene.places import PLAIN
from kitchen.game.scene.standing import Floors, Placed
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.keys import action_for
from kitchen.game.signs.outlook import outlook
from kitchen.game.signs.subjects import OrderedDish
from kitchen.loop.pacing import Steps
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.shift.shift import Order
from kitchen.sim.view.kitchenview import KitchenView


class Keys:
    """Plays a shift with nothing but the number keys: of every hand that is up, from ``begins`` on.
    A frame is ten seconds of kitchen time."""

    def __init__(self, shift: Shift, begins: float = 0.0, frames: int = 3000) -> None:
        loop = KitchenLoop(Steps(10.0))
        self.service = Service(loop, shift, mode="concurrent", policy="player")
        self.pressed: list[int] = []
        try:
            loop.run_until_complete(self._play(loop, begins, frames))
        finally:
            self.service.sweep()
            loop.close()

    async def _play(self, loop: KitchenLoop, begins: float, frames: int) -> None:
        async with contextlib.aclosing(loop.frames()) as ticks:
            async for frame in ticks:
                self.service.advance(frame.time)
                if self.service.closed or frame.number >= frames:
                    return
                view = self.service.view
                seated = [n for n in view.line if view.orders[n].table is not None]
                if frame.time >= begins and seated and not view.picks:
                    self._press(seated[0])

    def _press(self, number: int) -> None:
        table = self.service.view.orders[number].table
        assert table is not None
        action = action_for(Intent(f"dish_{table % 10}"), self.service, 1.0)
        assert action == TogglePick(number)
        self.pressed.append(number)
        self.service.pick(number)


def orders(count: int, patience: float | None, cooks: float = 60.0) -> Shift:
    dish = pot(10, cooks, 5)
    return Shift([Order(0.0, dish, patience)] * count, {"hob": 10})


def test_a_pot_whose_guest_has_left_is_cleared_by_its_number_key() -> None:
    """Its hands are asked for once; then the guest goes, and the pot stands there."""
    played = Keys(orders(1, 300.0))
    assert played.service.view.served == 1

    class Late(Keys):
        def _press(self, number: int) -> None:
            if not self.pressed or self.service.view.walked_out:
                super()._press(number)

    dish = pot(10, 60.0, 5)
    late = Late(Shift([Order(0.0, dish, 300.0), Order(2000.0, dish)], {"hob": 10}))
    assert late.pressed == [1, 1, 2, 2]
    view = late.service.view
    assert view.walked_out == 1 and view.makespan is not None
    first = view.orders[1]
    assert first.cleared and first.ended is not None and first.ended < 2000.0


def test_where_nothing_is_left_to_earn_the_kitchen_closes_by_itself() -> None:
    """The player picks each dish once, and then sleeps."""

    class Sleepy(Keys):
        def _press(self, number: int) -> None:
            if number not in self.pressed:
                super()._press(number)

    view = Sleepy(orders(3, 300.0)).service.view
    assert view.walked_out == 3 and view.makespan is not None
    assert all(order.cleared for order in view.orders.values())


@pytest.mark.parametrize("count", [1, 10, 11, 14, 25, 40])
@pytest.mark.parametrize("patience", [None, 400.0])
def test_the_number_keys_alone_end_any_shift(count: int, patience: float | None) -> None:
    played = Keys(orders(count, patience))
    view = played.service.view
    assert view.makespan is not None
    assert view.served + view.walked_out == count


# -- what is said of it ------------------------------------------------------------------------

LEFT = f.WalkedOut(600.0, 1)


def words(look: Look, *facts: f.Fact, now: float = 700.0) -> str:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0), *facts)
    said = explain(look(view, now), OrderedDish(1))
    assert said is not None
    return f"{said.text} {said.hint}".strip()


def test_the_words_say_whether_it_waits_or_is_being_cleared(look: Look) -> None:
    ready = f.Ready(600.0, 1, 0)
    assert words(look, LEFT, ready) == (
        "The guest has left. It waits for a chef to clear it away, and next. Needs the hands "
        "for 10 s: clear away. A chef is free and waits for your pick. Click: the next chef comes "
        "here."
    )
    picked = words(look, LEFT, ready, f.Picked(620.0, 1))
    assert picked.endswith("Right click: take the pick back.")
    clears = f.Resumed(695.0, 1, 1, 0), f.Hands(695.0, 1, 1, 0, "clear away", 10.0, 0)
    assert words(look, LEFT, ready, *clears) == (
        "The guest has left. The chef is clearing it away, for 5s more. "
        "Click: a chef comes as soon as its hand goes up."
    )
    gone = words(look, LEFT, ready, *clears, f.Cleared(705.0, 1), now=710.0)
    assert gone == "The guest has left. It has been cleared away."


def standing(view: KitchenView) -> Placed:
    found = Floors(PLAIN).find(view, False).leading(view.orders[1])
    assert found is not None
    return found


def test_its_call_out_says_so() -> None:
    """Also where the food has burnt meanwhile: nobody will eat it."""
    facts = [*ordered(1), *chopping(1), *simmering(1, 30.0), f.TimerRang(330.0, 1, 0, 1)]
    burnt = [f.Ready(330.0, 1, 0), f.FoodBurnt(450.0, 1, 0, 1)]
    view = kitchen(*facts, *burnt)
    assert outlook(view, view.orders[1], 700.0).keeping == "burning"
    view.fold([LEFT])
    assert outlook(view, view.orders[1], 700.0).keeping == "clear"


def test_so_does_its_name_plate() -> None:
    facts = [*ordered(1), *chopping(1), *simmering(1, 30.0), LEFT, f.Ready(600.0, 1, 0)]
    assert plate_of(standing(kitchen(*facts)), 700.0).title == "To clear"
    clears = f.Resumed(695.0, 1, 1, 0), f.Hands(695.0, 1, 1, 0, "clear away", 10.0, 0)
    view = kitchen(*facts, *clears)
    assert plate_of(standing(view), 700.0).title == "Clearing"
    assert view.next_hands(view.orders[1]) == "clear away"


# -- at the door -------------------------------------------------------------------------------


def test_who_waits_at_the_door_is_picked_there(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    """Ten tables, and fourteen guests: each of the four at the door answers to a click."""
    rail = TicketRail(toolkit)
    view = kitchen(*(fact for number in range(1, 15) for fact in ordered(number)))
    rail.draw(canvas, look(view, 10.0))
    middles = {spot.subject: spot.middle for spot in rail.spots()}
    for number in range(11, 15):
        assert rail.target(middles[OrderedDish(number)]) == TogglePick(number)


def test_a_shift_with_a_full_house_is_played_to_its_end_from_the_door_alone() -> None:
    """Whoever has no table yet is picked all the same, as a click at the door does."""

    class Doors(Keys):
        def _press(self, number: int) -> None:
            waiting = [order.number for order in self.service.view.door]
            found = next((n for n in self.service.view.line if n in waiting), number)
            self.pressed.append(found)
            self.service.pick(found)

    played = Doors(orders(25, None))
    assert played.service.view.served == 25
    assert played.pressed[0] == 11, "the first of those at the door"
