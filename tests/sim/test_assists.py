"""Assists: food that keeps longer and guests who wait longer, from one moment on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import EACH_MODE, FOUR, at, busy, cook, pot, shift_of, told
from tools.simpy_kitchen import PlainShift

from kitchen import KitchenError, Order, Recipe, Result, run
from kitchen.plain import INFINITY
from kitchen.sim import facts as f
from kitchen.sim.commands import AnyCommand, Assist
from kitchen.sim.view.kitchenview import KitchenView

AWAY = busy(100)
"""Work that keeps the only chef from the pot."""

Commands = list[tuple[float, AnyCommand]]


def kept(*commands: tuple[float, AnyCommand], away: float = 100) -> list[str]:
    """What becomes of food that is done at 11 and keeps for 20, then burns in 20."""
    result = cook(pot(1, 10, 1, 20, 20), busy(away), commands=list(commands))
    return told(result, f.Assisted, f.Overcooked, f.FoodBurnt)


# -- food --------------------------------------------------------------------------------------


def test_food_on_the_fire_keeps_as_much_longer() -> None:
    assert kept() == ["51 #1 burns"]
    assert kept((5, Assist(hold=2.0))) == ["5 food keeps 2x, guests wait 1x", "91 #1 burns"]


def test_of_a_hold_that_has_begun_what_is_left_is_stretched() -> None:
    """10 of 20 are left at 21, and 20 of burn."""
    assert kept((21, Assist(hold=2.0)))[1:] == ["81 #1 burns"]


def test_what_is_lost_stays_lost_and_the_rest_goes_on_slower() -> None:
    """At 41 half is gone; at 50 three quarters are, less a little."""
    assert kept((41, Assist(hold=2.0)))[1:] == ["61 #1 burns"]
    result = cook(pot(1, 10, 1, 20, 20), busy(50), commands=[(41, Assist(hold=2.0))])
    (over,) = [fact for fact in result.facts if isinstance(fact, f.Overcooked)]
    assert over.t == 51.0 and over.lost == pytest.approx(0.75)


def test_back_to_the_usual_the_rest_goes_on_as_ever() -> None:
    """10 of the hold are left at 21, so 5 at 31; then come 20 of burn."""
    commands = (21, Assist(hold=2.0)), (31, Assist())
    assert kept(*commands)[2:] == ["56 #1 burns"]


def test_a_chef_who_comes_within_the_longer_hold_finds_it_perfect() -> None:
    assert kept(away=49) == ["50 #1 is overcooked by 95%"]
    assert kept((5, Assist(hold=2.0)), away=49)[1:] == []


def test_what_has_burnt_stays_burnt() -> None:
    assert kept((60, Assist(hold=2.0))) == ["51 #1 burns", "60 food keeps 2x, guests wait 1x"]


@EACH_MODE
def test_food_keeps_longer_in_every_kitchen(mode: str) -> None:
    """Where chefs stay, no food waits, unless its chef is at another part."""
    commands: Commands = [(5, Assist(hold=2.0)), (15, Assist(hold=100.0))]
    result = cook(*[pot(30, 10, 1, 2, 2)] * 3, mode=mode, commands=commands)
    assert not [fact for fact in result.facts if isinstance(fact, f.FoodBurnt)]


# -- guests ------------------------------------------------------------------------------------


def left(*commands: tuple[float, AnyCommand], away: float = 100) -> list[str]:
    """What becomes of a guest who comes at 10, for food that is tipped 1.50 at the very first, and
    waits for 60."""
    result = cook(busy(away), at(10, busy(5), 60), commands=list(commands))
    return [line for line in told(result, f.WalkedOut, f.Served) if "#2" in line]


def test_guests_who_wait_already_wait_longer() -> None:
    assert left() == ["70 #2 walks out"]
    assert left((50, Assist(patience=2.0))) == ["90 #2 walks out"]
    assert left((50, Assist(patience=2.0)), (60, Assist())) == ["75 #2 walks out"]


def test_the_tip_goes_by_the_patience_that_is_left() -> None:
    """Half of it is left at 40; at 70 a quarter."""
    assert left(away=35) == ["40 #2 is served: 1000 + 75"]
    assert left((40, Assist(patience=2.0)), away=65) == ["70 #2 is served: 1000 + 38"]
    assert left((40, Assist(patience=None)), away=500) == ["505 #2 is served: 1000 + 75"]


def test_who_comes_later_waits_longer_too() -> None:
    assert left((5, Assist(patience=1.5))) == ["100 #2 walks out"]


def test_in_a_calm_kitchen_nobody_leaves_and_then_again() -> None:
    calm = Assist(patience=None)
    assert left((69, calm)) == ["105 #2 is served: 1000 + 3"]
    assert left((40, calm), (45, Assist())) == ["75 #2 walks out"]


def test_in_a_calm_kitchen_guests_wait_at_a_full_rail() -> None:
    shift = replace(shift_of(*[busy(10)] * 3), rail=1)
    full = (f.RailFull, f.WalkedOut)
    assert len(told(run(shift), *full)) == 4
    later = replace(shift_of(*(at(5, busy(10)) for _ in range(3))), rail=1)
    assert told(run(later, commands=[(1, Assist(patience=None))]), *full) == []


# -- what is told ------------------------------------------------------------------------------


def test_what_changes_nothing_is_no_fact() -> None:
    plain = cook(pot(1, 10, 1, 20, 20), AWAY)
    for assist in (Assist(), Assist(1, 1)):
        same = cook(pot(1, 10, 1, 20, 20), AWAY, commands=[(5, assist), (6, assist)])
        assert same.lines == plain.lines
    twice = cook(AWAY, commands=[(5, Assist(hold=2.0)), (6, Assist(hold=2.0))])
    assert told(twice, f.Assisted) == ["5 food keeps 2x, guests wait 1x"]


@pytest.mark.parametrize("bad", [0.5, 0.0, -1.0, 101.0, INFINITY, float("nan"), "2", None, True])
def test_no_other_factor_is_taken(bad: float) -> None:
    with pytest.raises(KitchenError, match="commands"):
        cook(AWAY, commands=[(1, Assist(hold=bad))])


def test_a_command_can_be_written_down() -> None:
    for assist in (Assist(1.5, 2.0), Assist(patience=None)):
        assert msgspec.json.decode(msgspec.json.encode(assist), type=AnyCommand) == assist


# -- whatever happens --------------------------------------------------------------------------

steps = st.tuples(
    st.floats(0.0, 4000.0),
    st.builds(
        Assist, st.sampled_from([1.0, 1.5, 2.0, 7.0]), st.sampled_from([1.0, 1.5, 2.0, 30.0, None])
    ),
)
assists = st.lists(steps, max_size=5).map(lambda found: sorted(found, key=lambda step: step[0]))


def folded(result: Result) -> Iterator[tuple[KitchenView, f.Fact]]:
    """Each fact, and the view before it."""
    view = KitchenView()
    for fact in result.facts:
        yield view, fact
        view.fold([fact])


@settings(max_examples=25, deadline=None)
@given(shifts(holds=True, patience=True), assists, st.sampled_from(["fifo", "burning-first"]))
def test_what_is_seen_is_what_happens(shift: PlainShift, given: Commands, policy: str) -> None:
    """Every fuse ends when the food burns, and every mood when the guest leaves; and no guest
    leaves while there is no patience."""
    commands = [(when, assist) for when, assist in given]
    result = run(kitchen_shift(shift), "concurrent", policy=policy, commands=commands)
    for view, fact in folded(result):
        if isinstance(fact, f.FoodBurnt):
            timer = view.orders[fact.order].parts[fact.part].timer
            assert timer is not None and timer.burns_at == fact.t
        elif isinstance(fact, f.Overcooked):
            assert 0.0 < fact.lost <= 1.0
        elif isinstance(fact, f.WalkedOut):
            assert view.orders[fact.order].deadline == fact.t
            assert view.guests.times < INFINITY
    again = run(kitchen_shift(shift), "concurrent", policy=policy, commands=commands)
    assert again.lines == result.lines


@settings(max_examples=25, deadline=None)
@given(shifts(holds=True, patience=True), assists, st.sampled_from(["deadline", "burning-first"]))
def test_the_line_that_is_seen_is_the_line_that_is_served(
    shift: PlainShift, given: Commands, policy: str
) -> None:
    result = run(kitchen_shift(shift), "concurrent", policy=policy, commands=given)
    for view, fact in folded(result):
        if isinstance(fact, f.Resumed) and view.line and view.time < fact.t:
            assert view.line[0] == fact.order


@pytest.mark.parametrize("mode", FOUR)
def test_assists_leave_the_usual_log_alone(mode: str) -> None:
    """Facts before the first assist are those of the kitchen without."""
    dishes: list[Recipe | Order] = [
        pot(3, 20, 2, 5, 5),
        at(4, busy(9), 30),
        at(9, pot(1, 9, 4, 9), 60),
    ]
    plain = cook(*dishes, mode=mode)
    helped = cook(*dishes, mode=mode, commands=[(12, Assist(2.0, 2.0))])
    early = [fact for fact in plain.facts if fact.t < 12]
    assert helped.facts[: len(early)] == early
