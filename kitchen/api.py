"""The public functions: a shift, however a user names it, run in one kitchen or in four."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeGuard

from kitchen.cookbook.load import load_shift
from kitchen.errors import KitchenError, ShiftError
from kitchen.lab.named import shift_named
from kitchen.lab.why.diagnosis import Diagnosis, diagnose
from kitchen.lab.why.turns import History
from kitchen.plain import told
from kitchen.report.notebook import comparison_html, result_html
from kitchen.runs.factfile import fact_file
from kitchen.runs.headless import compare_shift, run_shift
from kitchen.runs.linetally import LineTally, RecipeLines, chosen
from kitchen.runs.result import AS_HTML, Comparison, Result
from kitchen.runs.stream import Tell
from kitchen.sim.commands import AnyCommand
from kitchen.sim.facts import Fact
from kitchen.sim.policy import Policy
from kitchen.sim.shift.given import as_seed
from kitchen.sim.shift.shift import Shift
from kitchen.sim.words import in_words, line_in

AS_HTML.update({Result: result_html, Comparison: comparison_html})


def run(
    shift: Shift | str | Path | Callable[[], Shift],
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
    commands: Sequence[tuple[float, AnyCommand]] = (),
    facts: str | Path | Callable[[list[Fact]], object] | None = None,
) -> Result:
    """Run a shift to its end, as fast as it goes.

    ``shift`` is a `Shift`, a function that makes one, the path of a TOML file or a name as on the
    command line: that of one in the cookbook, "daily" or "daily:2026-11-22", with a seed behind it
    if you like: "lunch-rush@7". ``chefs`` and ``attention`` ("stay" or "leave") replace the mode's
    own. What is None is as the shift has it: usually the concurrent kitchen, seed 0 and ``fifo``.
    ``commands`` are given at their times, as a player gave them.

    With ``facts`` the facts go as they come about, and the result has all but them: into a file, as
    ``--facts`` writes it, whole or not at all; or to a function, which gets some thousands at once,
    in order of time, also those before an error. So a million orders have room.

    Raises `KitchenError` for what cannot be run, and `Stalled` if the dishes wait for one another.
    """
    shift, seed = _asked_for(shift, seed)
    with _told(facts) as tell:
        return run_shift(shift, mode, seed, policy, chefs, attention, commands, tell)


def why(
    shift: Shift | str | Path | Callable[[], Shift],
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
    commands: Sequence[tuple[float, AnyCommand]] = (),
) -> Diagnosis:
    """Run a shift, find out where its time went, and run it again with one thing changed after the
    other: a chef or a station more, hands or fires a fifth faster, another policy or kitchen and so
    on. The arguments are those of `run`, and it raises as that does.

    The `Diagnosis` has the ``result``; the critical ``path``; the ``parts`` of the time, which add
    up exactly; and the ``effects``, what helps most first. A function that makes the shift is
    called once for each run, and so is a file of recipes executed.
    """
    first, seed = _asked_for(shift, seed)
    result = run_shift(first, mode, seed, policy, chefs, attention, commands)
    again = (lambda: _asked_for(shift, seed)[0]) if _makes_shifts(shift) else None
    chosen, policy = first.mode(mode, chefs, attention), policy or first.brigade.policy
    return diagnose(first, chosen, policy, result, History(result.facts), again)


def _told(
    facts: str | Path | Callable[[list[Fact]], object] | None,
) -> AbstractContextManager[Tell | None]:
    """Where the facts go; None: they are kept."""
    if facts is None:
        return nullcontext()
    if isinstance(facts, str | Path):
        return fact_file(Path(facts))
    if not callable(facts):
        raise KitchenError(f"facts: a file or a function, not {told(facts)}")
    function = facts
    return nullcontext(lambda facts, lines: function(facts))


def compare(
    shift: Shift | str | Path | Callable[[], Shift],
    seed: int | None = None,
    policy: str | Policy | None = None,
) -> Comparison:
    """Run a shift in all four kitchens. What is None is as the shift has it. Raises as `run` does.

    Each has a loop of its own. On one loop, what the recipes of a file share (a lock, a queue)
    would be shared by the kitchens as well, and they would wait for one another. Each has fresh
    state, too: a file of recipes is executed, and a function that makes the shift is called, once
    for each of them.
    """
    first, seed = _asked_for(shift, seed)
    again = (lambda: _asked_for(shift, seed)[0]) if _makes_shifts(shift) else None
    return compare_shift(first, seed, policy, again)


def line_costs(
    shift: Shift | str | Path | Callable[[], Shift],
    dish: str = "",
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
) -> tuple[RecipeLines, ...]:
    """Run a shift, and say what each line of its recipes cost: hands on it, waiting for a chef, on
    the fire, waiting for others; of one ``dish`` alone, if it is named. A wait is put down to the
    line that awaits. The rest is as for `run`."""
    own, seed = _asked_for(shift, seed)
    chosen(own.recipes(), dish)
    tally = LineTally()
    run_shift(own, mode, seed, policy, chefs, attention, watch=tally.watch)
    return tally.lines(own, dish)


def _asked_for(
    shift: Shift | str | Path | Callable[[], Shift], seed: int | None
) -> tuple[Shift, int]:
    """The shift, however it is named, and the seed: the one given, else the shift's own."""
    seed = None if seed is None else as_seed(seed)
    if _makes_shifts(shift):
        shift = _made_by(shift)
    if isinstance(shift, str):
        shift, seed = shift_named(shift, seed=seed)
    elif isinstance(shift, Path):
        shift = load_shift(shift)
    elif not isinstance(shift, Shift):
        raise ShiftError(
            f"a shift is a Shift, a name or the path of a TOML file, not {told(shift)}"
        )
    return shift, shift.seed if seed is None else seed


def _makes_shifts(shift: object) -> TypeGuard[Callable[[], Shift]]:
    return callable(shift) and not isinstance(shift, type)


def _made_by(function: Callable[[], Shift]) -> Shift:
    """What the function returns, be that a shift or the name of one."""
    try:
        return function()
    except KitchenError:
        raise
    except Exception as error:
        raised = f"the function that makes the shift raised {in_words(error)}"
        where = line_in(None, error)
        raise ShiftError(f"{raised} ({where})" if where else raised) from error
