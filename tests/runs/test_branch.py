"""A branch: a service taken over at a moment of its past."""

from __future__ import annotations

import warnings
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tools.scenario import at, pot, shift_of

from kitchen import KitchenLoop, Shift
from kitchen.cookbook.load import load_shift
from kitchen.menu import recipes_from
from kitchen.runs.branch import Branch, Fork, fork
from kitchen.runs.recording import replay_of
from kitchen.runs.rerun import Rerun
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.commands import AnyCommand, Assist, Pick, PickAt, SetPolicy, Unpick

Deeds = list[tuple[float, AnyCommand]]

COMMANDS = st.one_of(
    st.builds(Pick, st.integers(1, 9)),
    st.builds(PickAt, st.integers(1, 9), st.integers(1, 3)),
    st.builds(Unpick, st.integers(1, 9)),
    st.sampled_from([SetPolicy("player"), SetPolicy("fifo"), SetPolicy("deadline")]),
    st.sampled_from([Assist(2.0, 2.0), Assist(1.0, None), Assist()]),
)
MOMENTS = st.integers(0, 30).map(lambda step: step * 20.0)
"""A few, so that commands meet each other, and the fork."""
DEEDS = st.lists(st.tuples(MOMENTS, COMMANDS), max_size=8).map(
    lambda deeds: sorted(deeds, key=lambda deed: deed[0])
)
SHIFT = load_shift("first-steps")


def played(deeds: Deeds, until: float, shift: Shift = SHIFT, seed: int = 0) -> Service:
    """Up to then, with these commands to the player's kitchen; an assist is for all four."""
    loop = KitchenLoop()
    service = Service(loop, shift, seed, "concurrent")
    for when, command in deeds:
        for mode, kitchen in service.kitchens.items():
            if mode == service.home or isinstance(command, Assist):
                kitchen.command(command, when)
    loop.run_to(until)
    service.advance(until)
    return service


def branched(where: Fork) -> Branch:
    """It stands at the fork."""
    branch = Branch(KitchenLoop(), where)
    list(branch.catch_up())
    return branch


def up_to(service: Service, mode: str, until: float) -> list[f.Fact]:
    return [fact for fact in service.kitchens[mode].facts.in_order() if fact.t <= until]


def close(*services: Service) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of dishes that never began
        for service in services:
            service.sweep()
            service.loop.close()


@settings(max_examples=25, deadline=None)
@given(DEEDS, MOMENTS, DEEDS)
def test_it_is_as_it_was_up_to_the_fork_and_headless_the_same(
    before: Deeds, at: float, after: Deeds
) -> None:
    service = played(before, 700.0)
    branch = branched(fork(service, at))
    for mode in service.modes:
        was = up_to(service, mode, at)
        assert up_to(branch, mode, at)[: len(was)] == was
        assert branch.views[mode].facts >= len(was)
    assert branch.loop.now == at
    for when, command in after:
        branch.kitchens[branch.home].command(command, at + when)
    branch.loop.run_to(at + 5_000.0)
    branch.advance(branch.loop.now)
    if branch.kitchens[branch.home].policy == "player":
        branch.set_autopilot(True)
        branch.loop.run_to(at + 10_000.0)
    assert branch.again(branch.home).facts == branch.kitchens[branch.home].facts.in_order()
    close(service, branch)


def test_it_stands_in_the_hands_of_the_player_and_counts_as_practice() -> None:
    service = played([(0.0, SetPolicy("fifo"))], 300.0)
    assert service.kitchen.policy == "fifo"
    branch = branched(fork(service, 200.0))
    assert branch.kitchen.policy == "player" and not branch.autopilot
    assert branch.watched("concurrent") == "branch"
    assert branch.watched("blocking") == "looked"
    close(service, branch)


def test_one_that_only_goes_on_is_the_service_itself() -> None:
    service = played([(30.0, Pick(1))], 300.0)
    branch = branched(fork(service, 300.0, practice=False))
    assert branch.watched("concurrent") == service.watched("concurrent") is None
    assert branch.kitchen.commands == service.kitchen.commands
    close(service, branch)


def test_a_branch_branches_again() -> None:
    service = played([(30.0, Pick(1))], 300.0)
    first = branched(fork(service, 100.0))
    first.pick(2)
    first.loop.run_to(400.0)
    first.advance(400.0)
    second = branched(fork(first, 350.0))
    was = up_to(first, "concurrent", 350.0)
    assert any(isinstance(fact, f.Picked) and fact.order == 2 for fact in was)
    assert up_to(second, "concurrent", 350.0) == was
    close(service, first, second)


def test_of_the_commands_of_the_very_moment_those_count_that_had_been_given() -> None:
    shift = shift_of(*(at(0.0, pot(5, 200, 5)) for _ in range(3)))
    deeds: Deeds = [(0.0, SetPolicy("fifo")), (100.0, Pick(1)), (100.0, Pick(2))]
    service = played([*deeds, (100.0, Assist(2.0, 2.0))], 100.0, shift)
    facts = up_to(service, "concurrent", 100.0)
    given = [type(fact) for fact in facts[-3:]]
    assert given == [f.Picked, f.Picked, f.Assisted]
    for taken in range(4):
        branch = branched(fork(service, 100.0, len(facts) - 3 + taken, practice=False))
        assert [type(c) for _, c in branch.kitchen.commands] == [SetPolicy, Pick, Pick, Assist][
            : 1 + taken
        ]
        assert up_to(branch, "concurrent", 100.0) == facts[: len(facts) - 3 + taken]
        assert len(branch.kitchens["hybrid"].commands) == (1 if taken == 3 else 0)
        close(branch)
    close(service)


def test_in_free_play_the_kitchen_is_the_players_that_was_then() -> None:
    service = played([], 50.0, shift_of(*(at(0.0, pot(5, 200, 5)) for _ in range(3))))
    assert service.free
    service.look_into("hybrid")
    service.pick(1)
    service.loop.run_to(90.0)
    service.advance(90.0)
    early, late = branched(fork(service, 40.0)), branched(fork(service, 90.0))
    assert (early.home, late.home) == ("concurrent", "hybrid")
    assert early.mode == late.mode == "hybrid"
    late.look_into("concurrent")
    assert late.watched("concurrent") == "looked"
    close(service, early, late)


def test_a_replay_is_taken_over() -> None:
    service = played([(20.0, Pick(1)), (60.0, SetPolicy("fifo"))], 5_000.0)
    replay = replay_of(service, "concurrent")
    loop = KitchenLoop()
    rerun = Rerun(loop, replay)
    loop.run_to(400.0)
    rerun.advance(400.0)
    branch = branched(fork(rerun, 250.0))
    was = up_to(service, "concurrent", 250.0)
    assert up_to(branch, "concurrent", 250.0)[: len(was)] == was
    assert branch.obeys and branch.kitchen.policy == "player"
    order = next(iter(branch.view.open_orders))
    branch.pick(order)
    branch.set_autopilot(True)
    branch.loop.run_to(5_000.0)
    branch.advance(5_000.0)
    again = replay_of(branch, "concurrent").again()
    assert again.facts == branch.kitchen.facts.in_order()
    close(service, rerun, branch)


STATEFUL = """
from kitchen import recipe
MADE = []

@recipe(price=5)
async def dish(cook):
    MADE.append(len(MADE))
    cook.hands("count", 5 + len(MADE))
    await cook.timer("simmer", 20)
"""


def test_recipes_that_remember_begin_anew(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text(STATEFUL)
    dish = recipes_from(file)["dish"]
    shift = shift_of(*(at(5.0 * n, dish) for n in range(6)))
    service = played([(1.0, Pick(1)), (1.0, SetPolicy("fifo"))], 80.0, shift)
    branch = branched(fork(service, 60.0))
    was = up_to(service, "concurrent", 60.0)
    assert up_to(branch, "concurrent", 60.0)[: len(was)] == was
    branch.set_autopilot(True)
    branch.loop.run_to(1_000.0)
    assert branch.again("concurrent").facts == branch.kitchen.facts.in_order()
    close(service, branch)
