"""Commands: what a player wants, and what comes of it."""

from __future__ import annotations

import msgspec
import pytest
from tools.scenario import EACH_MODE, ENDS, at, busy, cook, lines, pot, told

from kitchen import run
from kitchen.sim import facts as f
from kitchen.sim.commands import AnyCommand, Pick, SetPolicy, Unpick

PICKS = (f.Picked, f.Unpicked, f.Resumed)


def test_a_pick_gets_a_chef_next_under_any_policy() -> None:
    result = cook(*[busy(10)] * 4, commands=[(5, Pick(4)), (15, Pick(3))])
    assert told(result, *PICKS) == lines("""
        0 chef 1 takes #1
        5 #4 is picked
        10 #4 is unpicked
        10 chef 1 takes #4
        15 #3 is picked
        20 #3 is unpicked
        20 chef 1 takes #3
        30 chef 1 takes #2
    """)


@pytest.mark.parametrize("policy", ["deadline", "shortest", "burning-first", "player"])
def test_a_pick_goes_before_every_policy(policy: str) -> None:
    commands: list[tuple[float, AnyCommand]] = [(0, Pick(1)), (5, Pick(3)), (6, Pick(2))]
    result = cook(busy(10), busy(10), busy(10), policy=policy, commands=commands)
    expected = [1, 3, 2]
    assert [x.order for x in result.facts if isinstance(x, f.Resumed)] == expected


def test_picks_queue_up() -> None:
    commands: list[tuple[float, AnyCommand]] = [(1, Pick(4)), (2, Pick(2)), (3, Pick(3))]
    result = cook(*[busy(10)] * 4, policy="player", commands=[(0, Pick(1)), *commands])
    assert told(result, *PICKS) == lines("""
        0 #1 is picked
        0 #1 is unpicked
        0 chef 1 takes #1
        1 #4 is picked
        2 #2 is picked
        3 #3 is picked
        10 #4 is unpicked
        10 chef 1 takes #4
        20 #2 is unpicked
        20 chef 1 takes #2
        30 #3 is unpicked
        30 chef 1 takes #3
    """)


def test_a_pick_waits_for_the_hand_to_go_up() -> None:
    """Meanwhile a later pick goes first."""
    result = cook(pot(1, 20, 2), busy(15), busy(15), policy="player",
                  commands=[(0, Pick(1)), (5, Pick(1)), (6, Pick(2)), (7, Pick(3))])  # fmt: skip
    assert told(result, *PICKS) == lines("""
        0 #1 is picked
        0 #1 is unpicked
        0 chef 1 takes #1
        5 #1 is picked
        6 #2 is picked
        6 #2 is unpicked
        6 chef 1 takes #2
        7 #3 is picked
        21 #1 is unpicked
        21 chef 1 takes #1
        23 #3 is unpicked
        23 chef 1 takes #3
    """)


def test_an_order_picked_twice_gets_a_chef_twice() -> None:
    result = cook(pot(1, 5, 2), busy(3), policy="player",
                  commands=[(0, Pick(1)), (0, Pick(1)), (20, Pick(2))])  # fmt: skip
    assert told(result, *PICKS) == lines("""
        0 #1 is picked
        0 #1 is unpicked
        0 chef 1 takes #1
        0 #1 is picked
        6 #1 is unpicked
        6 chef 1 takes #1
        20 #2 is picked
        20 #2 is unpicked
        20 chef 1 takes #2
    """)


def test_a_pick_can_be_taken_back() -> None:
    result = cook(*[busy(10)] * 3, commands=[(3, Pick(3)), (5, Unpick(3)), (6, Unpick(3))])
    assert told(result, *PICKS) == lines("""
        0 chef 1 takes #1
        3 #3 is picked
        5 #3 is unpicked
        10 chef 1 takes #2
        20 chef 1 takes #3
    """)


def test_a_pick_ends_with_its_order() -> None:
    result = cook(busy(100), at(0, busy(5), 50), commands=[(10, Pick(2)), (11, Pick(2))])
    assert told(result, f.Picked, f.Unpicked, *ENDS) == lines("""
        10 #2 is picked
        11 #2 is picked
        50 #2 walks out
        50 #2 is cleared
        50 #2 is unpicked
        50 #2 is unpicked
        100 #1 is served: 1000 + 150
    """)


@EACH_MODE
def test_what_makes_no_sense_does_nothing(mode: str) -> None:
    commands: list[tuple[float, AnyCommand]] = [
        (12, Pick(1)), (12, Unpick(1)), (12, Unpick(2)), (12, Pick(99)), (12, Pick(0)),
        (12, Pick(-1)),
    ]  # fmt: skip
    dishes = (busy(10), at(5, busy(30)))
    ours, plain = cook(*dishes, mode=mode, commands=commands), cook(*dishes, mode=mode)
    assert ours.facts == plain.facts


def test_an_order_that_has_not_come_yet_cannot_be_picked() -> None:
    result = cook(busy(10), at(5, busy(10)), at(5, busy(10)), commands=[(4, Pick(3)), (6, Pick(3))])
    assert told(result, f.Picked) == ["6 #3 is picked"]
    assert told(result, f.Resumed)[1] == "10 chef 1 takes #3"


def test_commands_come_after_all_timers_of_their_moment() -> None:
    """The hand that goes up at 5 is there to be picked at 5, and the free chef has taken it."""
    result = cook(at(5, busy(10)), at(5, busy(10)), commands=[(5, Pick(2))])
    assert told(result, *PICKS) == lines("""
        5 chef 1 takes #1
        5 #2 is picked
        15 #2 is unpicked
        15 chef 1 takes #2
    """)


def test_commands_of_one_moment_keep_their_order() -> None:
    commands: list[tuple[float, AnyCommand]] = [(5, Pick(3)), (5, Unpick(3)), (5, Pick(2))]
    result = cook(*[busy(10)] * 3, commands=commands)
    assert told(result, f.Picked, f.Unpicked) == lines("""
        5 #3 is picked
        5 #3 is unpicked
        5 #2 is picked
        10 #2 is unpicked
    """)


def test_a_result_keeps_its_commands_to_be_seen_again() -> None:
    commands: list[tuple[float, AnyCommand]] = [
        (1, Pick(2)), (2, SetPolicy("deadline")), (25, Pick(1)), (900, Pick(1)),
    ]  # fmt: skip
    result = cook(*[busy(10)] * 3, commands=commands)
    assert result.commands == commands[:3], "the kitchen had closed by 900"
    assert cook(*[busy(10)] * 3, commands=result.commands).lines == result.lines


def test_commands_are_told_to_a_named_shift_too() -> None:
    commands: list[tuple[float, AnyCommand]] = [(0, SetPolicy("player")), (70, Pick(2))]
    result = run("egg-and-chicken", commands=[*commands, (600, SetPolicy("fifo"))])
    assert told(result, *PICKS, f.PolicyChanged) == lines("""
        0 chef 1 takes #1
        0 the policy is player
        70 #2 is picked
        70 #2 is unpicked
        70 chef 1 takes #2
        600 the policy is fifo
        600 chef 1 takes #2
        960 chef 1 takes #1
    """)


@pytest.mark.parametrize("command", [Pick(3), Unpick(4), SetPolicy("deadline")])
def test_commands_can_be_written_and_read(command: AnyCommand) -> None:
    written = msgspec.json.encode(command)
    assert msgspec.json.decode(written, type=AnyCommand) == command


def test_commands_are_written_plainly() -> None:
    assert msgspec.json.encode(Pick(3)) == b'{"command":"pick","order":3}'
    assert msgspec.json.encode(SetPolicy("fifo")) == b'{"command":"setpolicy","policy":"fifo"}'
