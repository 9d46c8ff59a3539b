"""Who cooks in a shift unless somebody says otherwise, and chefs that join the only one."""

from __future__ import annotations

from typing import Any

import pytest
from tools.scenario import FOUR, at, busy, only, pot

from kitchen import Order, Roster, Shift, ShiftError, compare, run
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.result import result_of
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick

ORDERS = [Order(0.0, pot(30, 60, 10)), Order(5.0, pot(20, 90, 15)), at(9, busy(40))]
STATIONS = {"hob": 2}


def shift(**rest: Any) -> Shift:
    return Shift(ORDERS, STATIONS, **rest)


# -- the brigade of a shift ------------------------------------------------------------------------


def test_a_shift_says_who_cooks_and_anybody_may_say_otherwise() -> None:
    mine = shift(brigade=Roster(3, "stay", "deadline"), seed=7)
    opened = only(run(mine), f.Opened)
    assert (opened.chefs, opened.attention, opened.policy, opened.seed) == (
        3, "stay", "deadline", 7,
    )  # fmt: skip
    opened = only(run(mine, chefs=2, attention="leave", policy="fifo", seed=0), f.Opened)
    assert (opened.chefs, opened.attention, opened.policy, opened.seed) == (2, "leave", "fifo", 0)
    assert only(run(mine, "blocking"), f.Opened).chefs == 1


def test_the_four_kitchens_of_a_shift_with_a_brigade_have_that_many_chefs() -> None:
    mine = shift(brigade=Roster(3, "leave", "shortest"), seed=7)
    alone, four = run(mine), compare(mine)
    assert [k.chefs for k in four.kitchens] == [1, 1, 3, 3]
    assert alone.digest == four.kitchens[3].digest


def test_a_service_opens_in_the_kitchen_of_the_shifts_brigade() -> None:
    mine = shift(brigade=Roster(3, "stay", "deadline"), seed=7)
    service = Service(KitchenLoop(), mine, autopilot=True)
    assert (service.mode, service.seed, service.autopilot_policy) == ("parallel", 7, "deadline")
    service.sweep()


@pytest.mark.parametrize("kitchen", FOUR)
def test_the_kitchen_that_a_shift_names_is_run_and_opened(kitchen: str) -> None:
    mine = shift(kitchen=kitchen)
    assert run(mine).mode == mine.mode().name == kitchen
    service = Service(KitchenLoop(), mine)
    assert service.mode == kitchen
    service.sweep()


def test_a_shift_may_name_the_kitchen_of_its_brigade_and_no_other() -> None:
    assert run(shift(kitchen="parallel", brigade=Roster(3, "stay"))).chefs == 3
    with pytest.raises(ShiftError, match="kitchen: hybrid, but the brigade is that of parallel"):
        shift(kitchen="hybrid", brigade=Roster(3, "stay"))


@pytest.mark.parametrize("wrong", [5, "", "Hybrid", ["hybrid"]])
def test_there_are_no_other_kitchens_to_name(wrong: Any) -> None:
    with pytest.raises(ShiftError, match="kitchen"):
        shift(kitchen=wrong)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"chefs": 0}, "brigade.chefs: 1 or more, not 0"),
        ({"chefs": True}, "brigade.chefs: 1 or more, not True"),
        ({"attention": "leaves"}, "brigade: unknown attention 'leaves': did you mean 'leave'?"),
        ({"policy": "fif"}, "brigade: unknown policy 'fif': did you mean 'fifo'?"),
    ],
)
def test_a_brigade_that_cannot_be_is_refused(wrong: dict[str, Any], why: str) -> None:
    with pytest.raises(ShiftError) as raised:
        Roster(**wrong)
    assert str(raised.value) == why


# -- extra chefs -----------------------------------------------------------------------------------


def test_an_extra_chef_joins_the_kitchens_of_one_and_they_keep_their_names() -> None:
    four = compare(shift(extra_chefs=1, wage=0.01)).kitchens
    assert [k.mode for k in four] == list(FOUR)
    assert [k.chefs for k in four] == [2, 2, 10, 10]
    concurrent = four[1]
    assert only(concurrent, f.Opened).chefs == 2
    assert concurrent.wages == pytest.approx(0.02 * concurrent.makespan, abs=0.01)


@pytest.mark.parametrize("mode", FOUR)
def test_kitchens_together_are_kitchens_alone_with_extra_chefs_too(mode: str) -> None:
    mine = shift(extra_chefs=2)
    together = {k.mode: k.digest for k in compare(mine, policy="shortest").kitchens}
    assert run(mine, mode, policy="shortest").digest == together[mode]


def test_two_of_the_four_kitchens_are_never_the_same() -> None:
    four = compare(shift(extra_chefs=9)).kitchens
    assert [k.chefs for k in four] == [10, 10, 11, 11]


def test_as_many_chefs_as_somebody_asks_for_are_as_many() -> None:
    result = run(shift(extra_chefs=1), chefs=3)
    assert (result.chefs, result.mode) == (3, "hybrid")
    assert run(shift(extra_chefs=1), chefs=1).mode == "concurrent"


def test_a_service_with_an_extra_chef_can_be_seen_again() -> None:
    loop = KitchenLoop()
    service = Service(loop, shift(extra_chefs=1), autopilot=True)
    kitchen = service.kitchen
    kitchen.command(Pick(2), 10.0)
    kitchen.command(Pick(1), 80.0)
    loop.run_until_complete(kitchen.done)
    result = result_of(kitchen)
    assert (result.mode, result.chefs, len(result.commands)) == ("concurrent", 2, 2)
    assert service.again("concurrent").digest == result.digest
    service.sweep()
