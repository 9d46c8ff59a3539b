"""The heat: kitchens that race cook what they cook alone, and what cannot race is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kitchen import compare, run
from kitchen.cookbook.load import load_shift
from kitchen.errors import KitchenError
from kitchen.runs.heat import Entrant, Heat, of_replay, the_four
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay
from kitchen.sim.commands import Pick

LUNCH = load_shift("lunch-rush")
EGG = load_shift("egg-and-chicken")


def played() -> Replay:
    """A lunch that the concurrent kitchen cooked by the nearest deadline."""
    return replay_of_result(LUNCH, run(LUNCH, mode="concurrent", seed=0, policy="deadline"))


def test_the_four_kitchens_come_out_as_compare_says() -> None:
    heat, told = Heat(LUNCH, the_four(LUNCH), 3), compare(LUNCH, seed=3)
    assert heat.is_the_four
    assert [r.as_json() for r in heat.results] == [r.as_json() for r in told.kitchens]


def test_each_kitchen_races_under_its_own_policy() -> None:
    entrants = [Entrant("concurrent", policy) for policy in ("fifo", "deadline", "burning-first")]
    heat = Heat(LUNCH, entrants, 0)
    alone = [run(LUNCH, mode="concurrent", seed=0, policy=str(e.policy)) for e in entrants]
    assert [r.digest for r in heat.results] == [r.digest for r in alone]
    assert heat.names == ("Fifo", "Deadline", "Burning first")
    assert not heat.is_the_four


def test_a_replay_races_as_it_was_recorded() -> None:
    replay = played()
    heat = Heat(LUNCH, [of_replay(replay, "Monday"), Entrant("concurrent")], replay.seed)
    assert heat.results[0].digest == replay.digest
    assert heat.strays == []
    assert heat.names == ("Monday", "Concurrent")


def test_a_replay_that_goes_another_way_is_named() -> None:
    other = replace_digest(played())
    assert Heat(LUNCH, [of_replay(other, "Monday"), Entrant("hybrid")], 0).strays == ["Monday"]


def replace_digest(replay: Replay) -> Replay:
    fields = {name: getattr(replay, name) for name in replay.__struct_fields__}
    return Replay(**fields | {"digest": "0" * 64})


@pytest.mark.parametrize("count", [0, 1, 5])
def test_two_to_four_kitchens_race(count: int) -> None:
    with pytest.raises(KitchenError, match=f"two to four kitchens race, not {count}"):
        Heat(EGG, [Entrant("hybrid")] * count)


def test_only_kitchens_of_one_shift_race() -> None:
    with pytest.raises(KitchenError, match="Monday is of lunch-rush@0: only kitchens of one shift"):
        Heat(EGG, [of_replay(played(), "Monday"), Entrant("hybrid")])


def test_only_kitchens_with_the_same_orders_race() -> None:
    with pytest.raises(KitchenError, match="only kitchens of one shift race, here lunch-rush@1"):
        Heat(LUNCH, [of_replay(played(), "Monday"), Entrant("hybrid")], 1)


def test_only_kitchens_with_the_same_rules_race() -> None:
    richer = replace(LUNCH, wage=LUNCH.wage * 2)
    with pytest.raises(KitchenError, match="Monday has other rules of lunch-rush@0"):
        Heat(richer, [of_replay(played(), "Monday"), Entrant("hybrid")], 0)


def test_nobody_plays_in_a_race() -> None:
    with pytest.raises(KitchenError, match="nobody plays in a race"):
        Heat(EGG, [Entrant("hybrid", "player"), Entrant("concurrent")])


def test_commands_of_a_replay_are_given_again() -> None:
    result = run(EGG, mode="concurrent", commands=[(0.0, Pick(2))])
    replay = replay_of_result(EGG, result)
    heat = Heat(EGG, [of_replay(replay, "You"), Entrant("concurrent")], replay.seed)
    assert heat.results[0].commands == [(0.0, Pick(2))]
    assert heat.results[0].digest == result.digest != heat.results[1].digest
