"""Headless runs: one shift in one kitchen, or in all four, as fast as it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

import msgspec

from kitchen.errors import KitchenError
from kitchen.loop.loop import KitchenLoop
from kitchen.plain import number, told
from kitchen.runs.careful import play_out
from kitchen.runs.courses import courses
from kitchen.runs.kitchens import one_kitchen
from kitchen.runs.result import Comparison, Result, result_of
from kitchen.runs.stream import Tell, play_streaming
from kitchen.sim.bounds import MOST_FACTS
from kitchen.sim.commands import AnyCommand
from kitchen.sim.policy import Policy
from kitchen.sim.shift.modes import MODES, Mode
from kitchen.sim.shift.shift import Shift
from kitchen.sim.shift.too_large import check_bounds, check_count
from kitchen.sim.work.kitchen import Kitchen, Plans

Commands = Sequence[tuple[float, AnyCommand]]

Watch = Callable[[Kitchen], object]
"""Is shown a kitchen before it opens, as `kitchen.runs.observed.observe` has to be."""


def run_shift(
    shift: Shift,
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
    commands: Commands = (),
    tell: Tell | None = None,
    watch: Watch | None = None,
) -> Result:
    """`kitchen.run`, for who has a `Shift`. ``tell`` gets the facts as they come about, which are
    not kept then."""
    kitchen = kitchen_of(shift, mode, seed, policy, chefs, attention, commands)
    if watch is not None:
        watch(kitchen)
    return played(kitchen, tell)


def kitchen_of(
    shift: Shift,
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
    commands: Commands = (),
) -> Kitchen:
    """One that is to be `played`. Raises as `run_shift` does."""
    check_bounds(shift)
    chosen = shift.mode(mode, chefs, attention)
    check_count("chefs", chosen.chefs)
    seed = shift.seed if seed is None else seed
    policy = shift.brigade.policy if policy is None else policy
    given = _given(commands)
    return _kitchen(shift, chosen, seed, policy, lambda: courses(shift), given)


def compare_shift(
    shift: Shift,
    seed: int | None = None,
    policy: str | Policy | None = None,
    again: Callable[[], Shift] | None = None,
    tell: Tell | None = None,
    watch: Watch | None = None,
) -> Comparison:
    """`kitchen.compare`, for who has a `Shift`. ``again`` makes that of the second kitchen, of the
    third and of the fourth; None: it is the same one. ``tell`` and ``watch`` are as for
    `run_shift`."""
    seed = shift.seed if seed is None else seed
    policy = shift.brigade.policy if policy is None else policy
    plans = cache(lambda: courses(shift))
    kitchens: list[Result] = []
    for name in MODES:
        own = again() if kitchens and again else shift
        check_bounds(own)
        own_plans = plans if own is shift else partial(courses, own)
        kitchen = _kitchen(own, own.four[name], seed, policy, own_plans)
        if watch is not None:
            watch(kitchen)
        room = MOST_FACTS - sum(len(result.log.decided) for result in kitchens)
        kitchens.append(played(kitchen, tell, room))
    return Comparison(shift.name, seed, tuple(kitchens))


def _kitchen(
    shift: Shift,
    mode: Mode,
    seed: int,
    policy: str | Policy,
    plans: Plans,
    commands: Commands = (),
) -> Kitchen:
    """One kitchen on a loop of its own."""
    kitchen = one_kitchen(KitchenLoop(), shift, mode, seed, policy, plans)
    for at, command in commands:
        kitchen.command(command, at)
    return kitchen


def played(kitchen: Kitchen, tell: Tell | None = None, room: int | None = None) -> Result:
    """From its opening to its end, with room for so many facts if they are kept; None: for as many
    as a result may have."""
    if tell is not None:
        return result_of(kitchen, play_streaming(kitchen, tell))
    kitchen.headway.most_facts = MOST_FACTS if room is None else room
    play_out(kitchen.loop, [kitchen])
    return result_of(kitchen)


def _given(commands: Commands) -> list[tuple[float, AnyCommand]]:
    """The commands, each looked at: nothing has done so yet. Raises `KitchenError`."""
    try:
        pairs = [(at, command) for at, command in commands]
    except Exception:
        raise KitchenError("commands: pairs of a time and a command") from None
    for index, (at, command) in enumerate(pairs):
        seconds = number(at)
        if seconds is None or seconds < 0:
            raise KitchenError(f"commands[{index}]: 0 or more seconds, not {told(at)}")
        try:
            pairs[index] = seconds, msgspec.convert(msgspec.to_builtins(command), AnyCommand)
        except Exception:  # whatever is in it may raise what it likes
            what = "a Pick, PickAt, Unpick, SetPolicy or Assist with what belongs in it"
            raise KitchenError(f"commands[{index}]: {what}, not {told(command)}") from None
    return pairs
