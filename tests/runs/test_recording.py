"""Recording: whatever `kitchen.run` can cook can be written down and cooked again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tools.scenario import FOUR, pot, shift_of

import kitchen
from kitchen import KitchenError, Roster, run
from kitchen.cookbook.load import load_shift
from kitchen.runs.recording import replay_of_result
from kitchen.sim.commands import AnyCommand, Pick, SetPolicy

LUNCH = load_shift("lunch-rush")
SHIFTS = {
    "as it is": LUNCH,
    "extra chefs": replace(LUNCH, extra_chefs=1),
    "a brigade": replace(LUNCH, brigade=Roster(chefs=3, attention="stay", policy="shortest")),
    "a kitchen": replace(LUNCH, kitchen="blocking"),
}
ASKED: dict[str, dict[str, Any]] = {
    "as the shift has it": {},
    **{mode: {"mode": mode} for mode in FOUR},
    "four who leave": {"chefs": 4, "attention": "leave"},
    "one who stays": {"chefs": 1, "attention": "stay"},
    "three in a kitchen of one": {"mode": "concurrent", "chefs": 3},
    "one in a kitchen of many": {"mode": "hybrid", "chefs": 1},
    "another policy and seed": {"policy": "deadline", "seed": -7},
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("shift", SHIFTS)
def test_every_run_comes_out_to_the_byte(shift: str, asked: str) -> None:
    result = run(SHIFTS[shift], **ASKED[asked])
    replay = replay_of_result(SHIFTS[shift], result)
    again = replay.again()
    assert replay.same(again)
    assert (again.mode, again.chefs, again.attention) == (
        result.mode, result.chefs, result.attention
    )  # fmt: skip


def test_commands_of_a_run_are_in_it() -> None:
    dish = pot(10, 60, 5)
    shift = shift_of(dish, dish)
    told: list[tuple[float, AnyCommand]] = [(0.0, Pick(2)), (12.0, SetPolicy("fifo"))]
    result = run(shift, policy="player", commands=told)
    replay = replay_of_result(shift, result)
    assert replay.played and replay.commands == told
    assert replay.same(replay.again({"pot": dish}))


def test_it_says_what_it_was_made_with_and_how_it_went() -> None:
    result = run("lunch-rush")
    replay = replay_of_result(LUNCH, result)
    assert replay.made is not None and replay.made.kitchen == kitchen.__version__
    assert set(replay.made.recipes) == set(LUNCH.recipes())
    assert replay.upshot is not None
    assert (replay.upshot.served, replay.upshot.profit) == (result.served, result.profit)


def test_facts_that_went_are_not_in_it() -> None:
    result = run("lunch-rush", facts=lambda facts: None)
    replay = replay_of_result(LUNCH, result)
    assert not replay.facts and replay.same(replay.again())


def test_a_shift_that_cannot_be_written_has_none() -> None:
    shift = shift_of(pot(1, 2, 3), pot(4, 5, 6))
    with pytest.raises(KitchenError, match="cannot be written in a shift file"):
        replay_of_result(shift, run(shift))
