"""One number for each dish, who is next, and what bar and fuse say in figures."""

from __future__ import annotations

from tools.game_scenario import chopping, kitchen, opened, ordered, simmering

from kitchen.game.signs.outlook import Outlook, hands_figure, left_figure, outlook
from kitchen.game.signs.tables import figure, name_of, named, next_order
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView


def many(count: int) -> KitchenView:
    return kitchen(*(fact for number in range(1, count + 1) for fact in ordered(number)))


def test_a_dish_is_called_by_its_table_until_then_it_is_at_the_door() -> None:
    view = many(11)
    assert [figure(view.orders[n]) for n in (1, 10, 11)] == ["1", "10", "+"]
    assert name_of(view.orders[4]) == "4 Tomato soup"
    assert name_of(view.orders[11]) == "Tomato soup at the door"
    assert named(view, 2) == "2 Tomato soup" and named(view, None) == "nothing"


def test_a_table_that_is_left_is_given_to_the_next_guest() -> None:
    view = many(3)
    view.fold([*chopping(2), f.Served(30.0, 2, 1.0, 900, 0), f.Left(30.0, 1, 2, 0)])
    view.fold(ordered(4, 31.0))
    assert [view.orders[n].table for n in (1, 2, 3, 4)] == [1, 2, 3, 2]
    assert view.tables[:4] == [1, 4, 3, None] and view.door == []


def test_who_is_next_is_known_of_policies_with_a_name_and_of_picks() -> None:
    view = many(3)
    assert next_order(view) == 1
    view.fold([f.Picked(1.0, 3)])
    assert next_order(view) == 3
    for policy in ("player", "somebody_s_own"):
        view.fold([f.PolicyChanged(2.0, policy)])
        assert next_order(view) == 3, "picks go first"
    view.fold([f.Unpicked(3.0, 3)])
    assert next_order(view) is None
    assert next_order(kitchen(start=opened())) is None


def test_the_outlook_of_food_that_spoils_and_then_burns() -> None:
    view = kitchen(*ordered(1, patience=None), *chopping(1), *simmering(1, 30.0),
                   f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0))  # fmt: skip
    order = view.orders[1]
    assert outlook(view, order, 340.0) == Outlook(10.0, "lit", 50.0)
    assert outlook(view, order, 400.0) == Outlook(10.0, "falling", 50.0)
    view.fold([f.FoodBurnt(450.0, 1, 0, 1)])
    assert outlook(view, order, 460.0) == Outlook(50.0, "burning")


def test_figures_have_units_and_long_ones_are_clocks() -> None:
    assert [hands_figure(s) for s in (31.0, 0.0, 125.0)] == ["31 s", "now", "2:05"]
    assert hands_figure(None) == "?" and left_figure(12.2) == "13 s"
    assert hands_figure(0.25, 0.1) == "0.2 s"
