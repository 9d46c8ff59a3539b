"""Policies: which raised hand gets a chef next."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Sequence
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.scenario import EACH_MODE, ENDS, at, busy, cook, lines, named, on_the_hob, pot, told

from kitchen import Cook, PolicyError, Raised, Recipe, Result, compare
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick, SetPolicy
from kitchen.sim.policy import POLICIES, Policy
from kitchen.sim.shift.modes import MODES
from kitchen.sim.work.dish import DishPart
from kitchen.sim.work.readyqueue import make_queue


def who(result: Result) -> list[int]:
    """The orders in which their first steps were taken."""
    taken = [fact.order for fact in result.facts if isinstance(fact, f.Resumed)]
    return list(dict.fromkeys(taken))


def steps(result: Result) -> list[str]:
    return told(result, f.Resumed)


# -- each of them ------------------------------------------------------------------------------


def test_fifo_goes_by_the_clock() -> None:
    orders = [at(t, busy(10), patience) for t, patience in ((0, 900), (3, 100), (1, 800), (2, 90))]
    assert who(cook(*orders, policy="fifo")) == [1, 2, 3, 4]


def test_deadline_goes_by_the_customers_patience() -> None:
    """Those who never walk out come last, in the order in which they came."""
    orders = [at(0, busy(10)), at(1, busy(10)), at(2, busy(10), 500), at(3, busy(10), 300)]
    orders += [at(4, busy(10)), at(5, busy(10), 400)]
    assert who(cook(*orders, policy="deadline")) == [1, 4, 6, 3, 2, 5]


def test_shortest_goes_by_the_hands_on_work_that_is_left() -> None:
    orders = [at(0, busy(5, "a")), at(1, busy(30, "b")), at(2, busy(10, "c"))]
    orders += [at(3, pot(2, 100, 7, name="d")), at(4, busy(20, "e"))]
    assert steps(cook(*orders, policy="shortest")) == lines("""
        0 chef 1 takes #1
        5 chef 1 takes #4
        7 chef 1 takes #3
        17 chef 1 takes #5
        37 chef 1 takes #2
        107 chef 1 takes #4
    """)


def test_shortest_counts_what_has_been_done_already() -> None:
    """At 100 both hands are up: the pot has 5 of its 105 seconds left, the other all 50."""
    orders = [at(0, pot(100, 0, 5, name="a")), at(1, busy(50, "b"))]
    assert steps(cook(*orders, policy="shortest")) == lines("""
        0 chef 1 takes #1
        100 chef 1 takes #1
        105 chef 1 takes #2
    """)


def test_burning_first_goes_by_what_burns_soonest() -> None:
    """Rung: #1 at 10 burns at 110, #2 at 20 burns at 60, #3 at 30 never burns."""
    pots = [pot(0, 10, 1, hold=50), pot(0, 20, 1, hold=20), pot(0, 30, 1)]
    orders = [*(at(0, dish) for dish in pots), at(5, busy(40))]
    assert steps(cook(*orders, policy="burning-first"))[3:] == lines("""
        5 chef 1 takes #4
        45 chef 1 takes #2
        46 chef 1 takes #1
        47 chef 1 takes #3
    """)


def test_burning_first_takes_what_is_on_fire_before_what_will_be() -> None:
    pots = [pot(0, 10, 1, hold=500), pot(0, 20, 1, hold=5)]
    orders = [*(at(0, dish) for dish in pots), at(5, busy(40))]
    assert told(cook(*orders, policy="burning-first"), f.FoodBurnt, f.Resumed)[2:] == lines("""
        5 chef 1 takes #3
        30 #2 burns
        45 chef 1 takes #2
        65 chef 1 takes #1
        85 chef 1 takes #2
    """)


@pytest.mark.parametrize("policy", [name for name in POLICIES if name != "player"])
def test_all_ties_go_to_the_hand_that_was_raised_first(policy: str) -> None:
    orders = [at(when, busy(10)) for when in (0, 1, 2, 3, 4, 5)]
    assert who(cook(*orders, policy=policy)) == [1, 2, 3, 4, 5, 6]
    orders = [at(0, busy(10), 500) for _ in range(6)]
    assert who(cook(*orders, policy=policy)) == [1, 2, 3, 4, 5, 6]


@EACH_MODE
@pytest.mark.parametrize("policy", [name for name in POLICIES if name != "player"])
def test_every_policy_serves_everybody_who_waits(policy: str, mode: str) -> None:
    dishes = [pot(5, 50, 5, hold=500), on_the_hob(3, 20, 3), busy(7)]
    result = cook(*dishes, *dishes, *dishes, mode=mode, policy=policy, hob=1)
    assert (result.served, result.policy) == (9, policy)


def test_the_policy_chooses_the_dish_that_a_chef_who_stays_begins() -> None:
    orders = [at(0, pot(1, 5, 1)), at(1, busy(9), 500), at(2, busy(9), 400)]
    assert who(cook(*orders, mode="blocking", policy="deadline")) == [1, 3, 2]


def test_an_unknown_policy_is_told_with_the_nearest() -> None:
    with pytest.raises(PolicyError, match="unknown policy 'deadlin': did you mean 'deadline'"):
        cook(busy(1), policy="deadlin")
    with pytest.raises(PolicyError, match="known: fifo, deadline, shortest, burning-first, player"):
        cook(busy(1), policy="?")


# -- a user's function -------------------------------------------------------------------------


def last_come(raised: Sequence[Raised], now: float) -> Raised:
    return raised[-1]


def test_a_users_function_decides() -> None:
    orders = [at(t, busy(10)) for t in (0, 1, 2, 3)]
    result = cook(*orders, policy=last_come)
    assert who(result) == [1, 4, 3, 2]
    assert result.policy == "last_come"
    assert isinstance(result.facts[0], f.Opened) and result.facts[0].policy == "last_come"


def test_it_gets_the_hands_longest_up_first_and_the_time() -> None:
    seen: list[tuple[float, list[Raised]]] = []

    def watching(raised: Sequence[Raised], now: float) -> Raised:
        seen.append((now, list(raised)))
        return raised[0]

    cook(at(0, pot(2, 10, 5, hold=20)), at(6, busy(30, "other"), 100), policy=watching)
    inf = math.inf
    assert seen == [
        (0, [Raised(1, 0, "pot", 0, inf, inf, 7)]),
        (6, [Raised(2, 0, "other", 6, 106, inf, 30)]),
        (36, [Raised(1, 0, "pot", 12, inf, 52, 5)]),
    ]


def test_it_is_not_asked_when_no_hand_is_up_or_no_chef_is_free() -> None:
    calls: list[int] = []

    def counting(raised: Sequence[Raised], now: float) -> Raised:
        calls.append(len(raised))
        return raised[0]

    cook(busy(10), busy(10), at(50, busy(10)), at(52, busy(10), 3), policy=counting)
    assert calls == [2, 1, 1]


def test_it_may_return_an_equal_hand() -> None:
    def copying(raised: Sequence[Raised], now: float) -> Raised:
        first = raised[0]
        return Raised(first.order, first.part, first.dish, first.since, first.deadline,
                      first.burns_at, first.hands_left)  # fmt: skip

    assert cook(busy(1), busy(1), policy=copying).served == 2


def test_a_policy_may_be_any_callable() -> None:
    class Lottery:
        def __call__(self, raised: Sequence[Raised], now: float) -> Raised:
            return raised[len(raised) // 2]

    result = cook(*[busy(1)] * 5, policy=Lottery())
    assert (result.served, result.policy) == (5, "custom")


def no_choice(raised: Sequence[Raised], now: float) -> object:
    return None


def its_number(raised: Sequence[Raised], now: float) -> object:
    return raised[0].order


def made_up(raised: Sequence[Raised], now: float) -> object:
    return Raised(99, 0, "dream", 0, 0, 0, 0)


def all_of_them(raised: Sequence[Raised], now: float) -> object:
    return raised


def confused(raised: Sequence[Raised], now: float) -> object:
    raise ZeroDivisionError("by zero")


def takes_nothing() -> object:
    return None


class Shy:
    def __repr__(self) -> str:
        raise ValueError("do not look at me")


def shy(raised: Sequence[Raised], now: float) -> object:
    return Shy()


async def unawaited(raised: Sequence[Raised], now: float) -> object:
    return raised[0]


def leaves(raised: Sequence[Raised], now: float) -> object:
    raise SystemExit(3)


def gives_up(raised: Sequence[Raised], now: float) -> object:
    raise asyncio.CancelledError


@EACH_MODE
@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (no_choice, "policy no_choice returned None, which is not one of the 3 raised hands"),
        (its_number, "policy its_number returned 1, which is not one of the 3 raised hands"),
        (made_up, "policy made_up returned Raised.*'dream'.*not one of the 3 raised hands"),
        (all_of_them, r"policy all_of_them returned \(Raised.*not one of the 3 raised hands"),
        (confused, "policy confused raised ZeroDivisionError: by zero"),
        (takes_nothing, "policy takes_nothing raised TypeError"),
        (shy, "policy shy returned <Shy instance at .*>, which is not one of the 3 raised hands"),
        (
            unawaited,
            rf"policy unawaited is written with async def: write it with def \({__file__}:\d+\)$",
        ),
        (leaves, rf"policy leaves raised SystemExit: 3 \({__file__}:\d+\)$"),
        (gives_up, rf"policy gives_up raised CancelledError \({__file__}:\d+\)$"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_nonsense_is_told_in_one_line(policy: Policy, words: str, mode: str) -> None:
    with pytest.raises(PolicyError, match=words) as error:
        cook(busy(1), busy(1), busy(1), mode=mode, policy=policy)
    assert "\n" not in str(error.value)


def test_nonsense_in_one_of_four_kitchens_ends_the_comparison() -> None:
    with pytest.raises(PolicyError, match="no_choice"):
        compare("egg-and-chicken", policy=no_choice)


# -- the player --------------------------------------------------------------------------------


def test_under_player_nobody_moves_until_told_to() -> None:
    result = cook(busy(10), busy(10), policy="player", commands=[(20, Pick(2)), (50, Pick(1))])
    assert told(result, f.Picked, f.Unpicked, f.Resumed, *ENDS) == lines("""
        20 #2 is picked
        20 #2 is unpicked
        20 chef 1 takes #2
        30 #2 is served: 1000 + 150
        50 #1 is picked
        50 #1 is unpicked
        50 chef 1 takes #1
        60 #1 is served: 1000 + 150
    """)


def test_without_a_player_the_policy_player_says_so() -> None:
    with pytest.raises(PolicyError, match="'player' waits for a player: choose another"):
        cook(busy(10), policy="player")
    with pytest.raises(PolicyError, match="'player' waits for a player: choose another"):
        compare("egg-and-chicken", policy="player")


def test_under_player_one_who_stays_goes_on_with_the_dish_in_hand() -> None:
    async def parts(cook: Cook) -> None:
        await cook.timer("boil", 10)
        cook.hands("plate", 5)

    dish: Recipe = named("parts", parts)
    result = cook(dish, dish, mode="blocking", policy="player",
                  commands=[(5, Pick(2)), (6, Pick(1))])  # fmt: skip
    assert told(result, f.Served) == [
        "20 #2 is served: 1000 + 150",
        "35 #1 is served: 1000 + 150",
    ]


def test_customers_walk_out_on_a_player_who_sleeps() -> None:
    result = cook(at(0, busy(10), 30), policy="player")
    assert told(result, *ENDS, f.Closed) == [
        "30 #1 walks out",
        "30 #1 is cleared",
        "30 the kitchen closes",
    ]


def test_with_nothing_left_to_earn_the_chef_clears_up_without_being_told_to() -> None:
    """The pot is left when the second guest has gone; until then the player says what to clear."""
    orders = at(0, pot(10, 20, 5), 100), at(0, pot(10, 20, 5), 200)
    result = cook(*orders, policy="player", commands=[(0, Pick(1)), (10, Pick(2))])
    assert told(result, *ENDS, f.Closed) == [
        "100 #1 walks out",
        "200 #2 walks out",
        "210 #1 is cleared",
        "220 #2 is cleared",
        "220 the kitchen closes",
    ]
    picked = [(0, Pick(1)), (10, Pick(2)), (100, Pick(1))]
    assert "110 #1 is cleared" in told(cook(*orders, policy="player", commands=picked), *ENDS)


def test_so_it_does_when_the_doors_close_or_the_player_takes_over_then() -> None:
    orders = at(0, pot(10, 20, 5), 100), at(900, busy(10))
    begun = [(0, Pick(1))]
    closed = cook(*orders, policy="player", commands=begun, closes=500)
    assert told(closed, *ENDS, f.Closed)[1:] == ["510 #1 is cleared", "510 the kitchen closes"]
    left = at(0, pot(10, 20, 5), 100), at(0, busy(200), 50)
    late = cook(*left, commands=[(105, SetPolicy("player"))])
    assert told(late, f.Closed) == ["230 the kitchen closes"]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([*POLICIES]), st.sampled_from([*MODES]))
def test_every_dish_whose_guest_has_left_is_cleared(seed: int, policy: str, mode: str) -> None:
    """Under every policy; a player who picks each dish once needs to be there no more."""
    rng = Random(seed)
    orders = [
        at(rng.randrange(300), pot(10, rng.randrange(1, 90), 5), rng.randrange(5, 120))
        for _ in range(rng.randrange(1, 9))
    ]
    picks = [(float(i), Pick(i + 1)) for i in range(len(orders))] if policy == "player" else []
    result = cook(*orders, mode=mode, policy=policy, commands=picks)
    left = {fact.order for fact in result.facts if isinstance(fact, f.WalkedOut)}
    assert left == {fact.order for fact in result.facts if isinstance(fact, f.Cleared)}


# -- another policy in mid-shift ---------------------------------------------------------------


def test_another_policy_takes_over_the_hands_that_are_up() -> None:
    orders = [at(0, busy(10)), at(1, busy(10), 900), at(2, busy(10), 800), at(3, busy(10), 700)]
    result = cook(*orders, commands=[(15, SetPolicy("deadline"))])
    assert told(result, f.Resumed, f.PolicyChanged) == lines("""
        0 chef 1 takes #1
        10 chef 1 takes #2
        15 the policy is deadline
        20 chef 1 takes #4
        30 chef 1 takes #3
    """)
    assert result.policy == "deadline"


def test_back_to_fifo_goes_by_the_clock_again() -> None:
    orders = [at(0, busy(10)), at(1, busy(10), 900), at(2, busy(10), 800), at(3, busy(10), 700)]
    result = cook(*orders, policy="deadline", commands=[(15, SetPolicy("fifo"))])
    assert who(result) == [1, 4, 2, 3]


def test_from_player_to_a_policy_everybody_moves_at_once() -> None:
    result = cook(busy(10), busy(10), mode="hybrid", policy="player",
                  commands=[(5, SetPolicy("shortest"))])  # fmt: skip
    assert steps(result) == ["5 chef 1 takes #1", "5 chef 2 takes #2"]


def test_the_same_policy_again_changes_nothing() -> None:
    result = cook(busy(10), commands=[(5, SetPolicy("fifo"))])
    assert told(result, f.PolicyChanged) == []


def test_an_unknown_policy_in_mid_shift_is_told() -> None:
    with pytest.raises(PolicyError, match="did you mean 'fifo'"):
        cook(busy(10), commands=[(5, SetPolicy("fifi"))])


def test_shortest_tells_recipes_of_one_name_apart() -> None:
    def made(hands: float) -> Recipe:
        async def dish(cook: Cook) -> None:
            cook.hands("work", hands)

        return Recipe(dish)

    result = cook(made(50), made(100), made(1), policy="shortest", chefs=1)
    assert [fact.order for fact in result.facts if isinstance(fact, f.Served)] == [3, 1, 2]


@pytest.mark.parametrize("error", [SystemExit(0), GeneratorExit(), Exception("no")])
def test_whatever_a_policy_raises_is_told(error: BaseException) -> None:
    def choose(ready: Sequence[Raised], now: float) -> Raised:
        raise error

    with pytest.raises(PolicyError, match=f"policy choose raised {type(error).__name__}"):
        cook(busy(5), policy=choose)


@pytest.mark.parametrize("policy", [42, ["fifo"]])
def test_a_policy_is_a_name_or_a_function(policy: Policy) -> None:
    with pytest.raises(PolicyError, match="the policy is a name, not"):
        cook(busy(5), policy=policy)


# -- the queues themselves ---------------------------------------------------------------------


def hand(number: int, hands_left: float) -> DishPart:
    """A stand-in for a part, with all that a policy looks at."""
    recipe = SimpleNamespace(name="dish")
    dish: Any = SimpleNamespace(recipe=recipe, patience=None, placed=0.0, made=1, over=False)

    class Hand:
        order, since, deadline, burns_at = number, 0.0, math.inf, math.inf

    part: Any = Hand()
    part.number, part.dish, part.hands_left = 0, dish, hands_left
    return cast(DishPart, part)


@settings(deadline=None, derandomize=True)
@given(
    st.sampled_from(["fifo", "shortest", "function"]),
    st.lists(
        st.tuples(st.sampled_from(["push", "pop", "discard"]), st.integers(0, 7)), max_size=200
    ),
)
def test_a_queue_is_what_a_list_would_be(kind: str, deeds: list[tuple[str, int]]) -> None:
    """Whatever is discarded from it, and raised again. Keys: 0, 1, 2, 0, 1 ... by number."""
    parts = [hand(number, number % 3) for number in range(8)]
    policy: str | Policy = (lambda raised, now: raised[0]) if kind == "function" else kind
    queue = make_queue(policy, lambda: 0.0)
    up: list[DishPart] = []
    for deed, number in deeds:
        part = parts[number]
        if deed == "push" and part not in up:
            queue.push(part)
            up.append(part)
        elif deed == "discard" and part in up:
            queue.discard(part)
            up.remove(part)
        elif deed == "pop" and up:
            wanted = min(up, key=lambda part: part.order % 3) if kind == "shortest" else up[0]
            assert queue.pop() is wanted
            up.remove(wanted)
        assert queue.hands() == up and bool(queue.raised) == bool(up)


@pytest.mark.parametrize("policy", ["fifo", "player", "shortest"])
def test_what_is_discarded_does_not_pile_up_behind_a_hand_that_stays_up(policy: str) -> None:
    queue: Any = make_queue(policy, lambda: 0.0)
    stays, other = hand(0, 0), hand(1, 1)
    queue.push(stays)
    for _ in range(1000):
        queue.push(other)
        queue.discard(other)
    assert queue.hands() == [stays]
    assert len(queue._heap if policy == "shortest" else queue.raised) < 110
