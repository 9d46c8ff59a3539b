"""The line of picks: what the player wants next, made, changed and taken back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import EACH_MODE, FOUR, at, busy, cook, lines, pot, told
from tools.simpy_kitchen import PlainShift

from kitchen import Result, run
from kitchen.sim import facts as f
from kitchen.sim.commands import AnyCommand, Pick, PickAt, SetPolicy, Unpick
from kitchen.sim.picks import Picks
from kitchen.sim.view.kitchenview import KitchenView

PICKS = (f.Picked, f.PickedAt, f.Unpicked)
TAKEN = (f.Resumed,)


def picks_at(result: Result, now: float) -> list[int]:
    view = KitchenView()
    view.fold(fact for fact in result.facts if fact.t <= now)
    return list(view.picks)


def test_a_pick_can_be_moved_to_the_front() -> None:
    commands: list[tuple[float, AnyCommand]] = [
        (0, Pick(1)), (1, Pick(2)), (2, Pick(3)), (3, Pick(4)), (5, PickAt(4, 1)),
    ]  # fmt: skip
    result = cook(*[busy(10)] * 4, policy="player", commands=commands)
    assert picks_at(result, 4) == [2, 3, 4] and picks_at(result, 5) == [4, 2, 3]
    assert [x.order for x in result.facts if isinstance(x, f.Resumed)] == [1, 4, 2, 3]
    assert "5 #4 is pick number 1" in told(result, *PICKS)


def test_a_dish_can_be_picked_right_into_the_line() -> None:
    commands: list[tuple[float, AnyCommand]] = [
        (0, Pick(1)), (1, Pick(2)), (2, Pick(3)), (3, PickAt(4, 2)),
    ]  # fmt: skip
    result = cook(*[busy(10)] * 4, policy="player", commands=commands)
    assert picks_at(result, 5) == [2, 4, 3]
    assert [x.order for x in result.facts if isinstance(x, f.Resumed)] == [1, 2, 4, 3]


def test_behind_the_last_one_is_the_last() -> None:
    commands: list[tuple[float, AnyCommand]] = [(1, Pick(2)), (2, Pick(3)), (3, PickAt(2, 99))]
    result = cook(*[busy(10)] * 3, commands=commands)
    assert told(result, *PICKS)[:3] == lines("""
        1 #2 is picked
        2 #3 is picked
        3 #2 is pick number 2
    """)


def test_moving_a_pick_where_it_stands_is_no_news() -> None:
    commands: list[tuple[float, AnyCommand]] = [
        (1, Pick(2)), (2, PickAt(2, 1)), (3, PickAt(3, 0)), (3, PickAt(2, -1)), (3, PickAt(77, 1)),
    ]  # fmt: skip
    result = cook(*[busy(10)] * 3, commands=commands)
    assert told(result, *PICKS) == ["1 #2 is picked", "10 #2 is unpicked"]


@pytest.mark.parametrize("mode", ["blocking", "parallel"])
def test_a_dish_whose_chef_stays_cannot_be_picked(mode: str) -> None:
    """Its chef will never leave it, so there is nothing to wish for."""
    result = cook(pot(5, 50, 5), busy(5), mode=mode, commands=[(10, Pick(1)), (11, PickAt(1, 1))])
    assert told(result, *PICKS) == []


def test_the_command_and_the_fact_can_be_written_and_read() -> None:
    command, fact = PickAt(3, 2), f.PickedAt(1.5, 3, 2)
    assert msgspec.json.encode(command) == b'{"command":"pickat","order":3,"place":2}'
    assert msgspec.json.decode(msgspec.json.encode(command), type=AnyCommand) == command
    assert msgspec.json.encode(fact) == b'{"fact":"picked_at","t":1.5,"order":3,"place":2}'


def test_clean_plates_are_counted_and_the_longest_row_is_kept() -> None:
    good, late = busy(1), pot(0, 10, 0, hold=5, burn=500)
    result = cook(good, good, late, at(5, busy(50)), at(60, good))
    view = KitchenView()
    view.fold(result.facts)
    assert (view.clean_run.length, view.clean_run.longest) == (1, 3)


@EACH_MODE
def test_what_hands_would_do_next_is_told_from_the_plan(mode: str) -> None:
    view = KitchenView({})
    view.fold(cook(busy(5), mode=mode).facts)
    assert view.next_hands(view.orders[1]) == ""


# -- whatever a player does --------------------------------------------------------------------

ORDERS = st.integers(0, 16)
COMMANDS: st.SearchStrategy[AnyCommand] = st.one_of(
    st.builds(Pick, ORDERS),
    st.builds(Unpick, ORDERS),
    st.builds(PickAt, ORDERS, st.integers(-1, 9)),
    st.builds(SetPolicy, st.sampled_from(["player", "fifo", "deadline"])),
)
SEQUENCES = st.lists(st.tuples(st.integers(0, 900).map(float), COMMANDS), max_size=40)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(shifts(together=True, patience=True), st.sampled_from(FOUR), SEQUENCES)
def test_any_line_of_picks_is_kept_alike_by_rules_and_view_and_replays_to_the_byte(
    shift: PlainShift, mode: str, wishes: Sequence[tuple[float, AnyCommand]]
) -> None:
    made = kitchen_shift(shift)
    # At the end nobody may wait for a player who has gone.
    commands = [*sorted(wishes, key=lambda wish: wish[0]), (1000.0, SetPolicy("fifo"))]
    result = run(made, mode, policy="player", commands=commands)
    view = KitchenView()
    for fact in result.facts:
        before = list(view.picks)
        view.fold([fact])
        if isinstance(fact, f.PickedAt):
            assert view.picks[fact.place - 1] == fact.order
            assert view.picks != before
            assert sorted(view.picks) == sorted(before if fact.order in before else
                                                [*before, fact.order])  # fmt: skip
        elif not isinstance(fact, f.Picked | f.Unpicked):
            assert view.picks == before
    assert view.picks == []
    again = run(made, mode, policy="player", commands=result.commands)
    assert again.lines == result.lines


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["append", "insert", "remove"]), st.integers(1, 6), st.integers(1, 9)
    ),
    max_size=60,
)


@settings(deadline=None, derandomize=True)
@given(DEEDS, st.sampled_from([2, 8, 1 << 512]))
def test_the_line_is_what_a_list_would_be(deeds: list[tuple[str, int, int]], gap: int) -> None:
    """Also where there is no room between two picks for a third, and all get new marks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kitchen.sim.picks.GAP", gap)
        patch.setattr("kitchen.sim.picks.SPARE", 2)
        picks, plain = Picks(), list[int]()
        for deed, order, place in deeds:
            if deed == "append":
                picks.append(order)
                plain.append(order)
            elif deed == "insert":
                picks.insert(place, order)
                plain.insert(place - 1, order)
            elif order in plain:
                picks.remove(order)
                plain.remove(order)
            assert picks == plain and len(picks) == len(plain) and list(picks) == plain
            assert [picks[i] for i in range(-len(plain), len(plain))] == [*plain, *plain]
            for number in range(1, 7):
                assert (number in picks) == (number in plain)
                assert picks.place(number) == (plain.index(number) + 1 if number in plain else 0)


def test_marks_are_spread_when_there_is_no_room_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hands that are up are still found in the order of the picks."""
    monkeypatch.setattr("kitchen.sim.picks.GAP", 2)
    commands: list[tuple[float, AnyCommand]] = [(0, Pick(order)) for order in range(1, 9)]
    commands += [(1, PickAt(order, 2)) for order in range(3, 9)]
    result = cook(*[busy(10)] * 8, policy="player", commands=commands)
    taken = [x.order for x in result.facts if isinstance(x, f.Resumed)]
    assert taken == [1, 2, 8, 7, 6, 5, 4, 3]
