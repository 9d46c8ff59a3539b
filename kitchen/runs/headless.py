"""Headless runs: one shift in one kitchen, or in all four."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeGuard

import msgspec

from kitchen.errors import KitchenError, PolicyError, RecipeError, ShiftError
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.loop.stall import Stalled
from kitchen.plain import number, told
from kitchen.sim.bounds import MOST_FACTS
from kitchen.sim.commands import AnyCommand
from kitchen.sim.facts import Fact, Said
from kitchen.sim.log import Log
from kitchen.sim.plan import PlanStep, plan_of
from kitchen.sim.policy import Policy, policy_name
from kitchen.sim.shift.given import as_seed
from kitchen.sim.shift.modes import MODES, Mode
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Order, Shift
from kitchen.sim.shift.too_large import check_bounds, check_count
from kitchen.sim.view.score import Star, longest_clean, stars
from kitchen.sim.words import in_words, line_in
from kitchen.sim.work.kitchen import Kitchen, Plans
from kitchen.sim.work.mishaps import explained
from kitchen.usercode.origin import anew, have_origins
from kitchen.usercode.understudy import understudy
from kitchen.usercode.untouched import untouched
from kitchen.usercode.watchdog import watched
from kitchen.usercode.watching import Watch, abandon

INSTANT = 1e-9
"""Seconds of kitchen time that count as none where something is divided by them."""

COLLECT_EVERY = 100_000
"""Objects that come and stay between two collections while a shift runs."""

AT_ONCE = 10_000
"""Facts that are written at once for the digest."""

_encoder = msgspec.json.Encoder()


@dataclass(frozen=True)
class Result:
    """How one kitchen did. Times are seconds of kitchen time, money is dollars.

    ``burnt`` counts food that burnt, also if the dish was made again and served. ``open`` counts
    orders that were open at closing time. ``utilisation`` is hands-on seconds over chefs times
    makespan (0 where nothing happened).
    """

    shift: str
    seed: int
    mode: str
    chefs: int
    attention: str
    policy: str
    makespan: float
    orders: int
    served: int
    burnt: int
    walked_out: int
    open: int
    revenue: float
    """Prices and tips."""
    tips: float
    wages: float
    profit: float
    utilisation: float
    log: Log = field(repr=False, compare=False)
    commands: list[tuple[float, AnyCommand]] = field(repr=False)
    targets: Mapping[str, float] = field(repr=False)

    @cached_property
    def facts(self) -> list[Fact]:
        """Everything that happened, in order of time."""
        return self.log.in_order()

    @cached_property
    def lines(self) -> bytes:
        """The facts as ``--facts`` writes them: one JSON object a line, in order of time."""
        return facts_as_lines(self.facts)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of `lines`, in hexadecimal."""
        digest = hashlib.sha256()
        for first in range(0, len(self.facts), AT_ONCE):  # all lines take as much room as all facts
            digest.update(facts_as_lines(self.facts[first : first + AT_ONCE]))
        return digest.hexdigest()

    @property
    def stars(self) -> tuple[Star, ...]:
        """The targets of the shift, earned or not."""
        reached = {
            "served": self.served, "profit": self.profit, "tips": self.tips,
            "makespan": self.makespan, "burnt": self.burnt, "walked_out": self.walked_out,
            "clean": self.clean if "clean" in self.targets else 0,
        }  # fmt: skip
        return stars(self.targets, reached)

    @cached_property
    def clean(self) -> int:
        """The longest run of plates served with nothing overcooked or burnt, nobody walking out."""
        return longest_clean(self.facts)

    @property
    def said(self) -> list[Said]:
        """What the recipes said, in order of time."""
        return [fact for fact in self.facts if isinstance(fact, Said)]

    def as_json(self) -> dict[str, Any]:
        """What ``kitchen run --json`` prints."""
        names = (
            "shift", "seed", "mode", "chefs", "attention", "policy", "makespan", "orders", "served",
            "burnt", "walked_out", "open", "revenue", "tips", "wages", "profit", "utilisation",
        )  # fmt: skip
        return {
            **{name: getattr(self, name) for name in names},
            "stars": sum(star.earned for star in self.stars),
            "facts": len(self.facts),
            "digest": self.digest,
        }


@dataclass(frozen=True)
class Comparison:
    """The same orders in the four kitchens, in the order of `kitchen.sim.shift.modes.MODES`."""

    shift: str
    seed: int
    kitchens: tuple[Result, ...]

    def speedup(self, result: Result) -> float:
        """How many times sooner than the blocking kitchen this one was done. Raises `KitchenError`
        for what is no `Result`."""
        if not isinstance(result, Result):
            raise KitchenError(f"the speed-up is that of a Result, not {told(result)}")
        blocking = self.kitchens[0].makespan
        return blocking / result.makespan if result.makespan > INSTANT else 1.0

    def as_json(self) -> dict[str, Any]:
        """What ``kitchen compare --json`` prints."""
        return {
            "shift": self.shift,
            "seed": self.seed,
            "kitchens": [k.as_json() | {"speedup": self.speedup(k)} for k in self.kitchens],
        }


def run(
    shift: Shift | str | Path | Callable[[], Shift],
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
    commands: Sequence[tuple[float, AnyCommand]] = (),
) -> Result:
    """Run a shift to its end, as fast as it goes.

    ``shift`` is a `Shift`, a function that makes one, the path of a TOML file or a name as on the
    command line: that of one in the cookbook, "daily" or "daily:2026-11-22", with a seed behind it
    if you like: "lunch-rush@7". ``chefs`` and ``attention`` ("stay" or "leave") replace the mode's
    own. What is None is as the shift has it: usually the concurrent kitchen, seed 0 and ``fifo``.
    ``commands`` are given at their times, as a player gave them.

    Raises `KitchenError` for what cannot be run, and `Stalled` if the dishes wait for one another.
    """
    shift, seed = _asked_for(shift, seed)
    chosen = shift.mode(mode, chefs, attention)
    check_count("chefs", chosen.chefs)
    policy = shift.brigade.policy if policy is None else policy
    given = _given(commands)
    return _alone(shift, chosen, seed, policy, lambda: courses(shift), given)


def _alone(
    shift: Shift,
    mode: Mode,
    seed: int,
    policy: str | Policy,
    plans: Plans,
    commands: Sequence[tuple[float, AnyCommand]] = (),
    most_facts: int | None = None,
) -> Result:
    """One kitchen on a loop of its own, from its opening to its end."""
    loop = KitchenLoop()
    own, policy, plans = _fresh(shift, policy, plans)
    kitchen = Kitchen(loop, own, mode, seed, policy, plans)
    kitchen.progress.most_facts = MOST_FACTS if most_facts is None else most_facts
    _prepare(kitchen, kitchen.policy)
    for at, command in commands:
        kitchen.command(command, at)
    play_out(loop, [kitchen])
    return result_of(kitchen)


def _fresh(shift: Shift, policy: str | Policy, plans: Plans) -> tuple[Shift, str | Policy, Plans]:
    """The same for one more kitchen, with the state of the user's files as it is when they are
    executed."""
    if not have_origins():
        return shift, policy, plans
    own = anew([*shift.every_recipe(), policy])
    fresh = shift.with_recipes(own)
    if fresh is shift:
        return shift, own(policy), plans

    def own_plans() -> Mapping[Recipe, tuple[PlanStep, ...]]:
        known, pairs = plans(), zip(fresh.every_recipe(), shift.every_recipe(), strict=True)
        return {recipe: known[first] for recipe, first in pairs}

    return fresh, own(policy), own_plans


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
    policy = first.brigade.policy if policy is None else policy
    plans = cache(lambda: courses(first))
    kitchens: list[Result] = []
    for name in MODES:
        own = _asked_for(shift, seed)[0] if kitchens and _makes_shifts(shift) else first
        own_plans = plans if own is first else partial(courses, own)
        room = MOST_FACTS - sum(len(result.log.decided) for result in kitchens)
        kitchens.append(_alone(own, own.four[name], seed, policy, own_plans, most_facts=room))
    return Comparison(first.name, seed, tuple(kitchens))


def courses(shift: Shift) -> dict[Recipe, tuple[PlanStep, ...]]:
    """For each recipe of a shift, its steps when it has the kitchen to itself; none where nobody
    can know them: of a dish that needs another one's help to end, or fails when it is alone, and of
    one that shares with others what its rehearsal would change (see `kitchen.usercode.understudy`).
    """
    return {
        recipe: _plan(recipe, shift.stations, shift.pace)
        for recipe in dict.fromkeys(shift.every_recipe())
    }


def rehearse(shift: Shift) -> dict[str, tuple[PlanStep, ...]]:
    """The `courses` of a shift by the names that its facts use."""
    return by_name(courses(shift))


def by_name(plans: Mapping[Recipe, tuple[PlanStep, ...]]) -> dict[str, tuple[PlanStep, ...]]:
    return {recipe.name: plan for recipe, plan in plans.items()}


def _plan(recipe: Recipe, stations: Mapping[str, int], pace: Pace) -> tuple[PlanStep, ...]:
    double = understudy(recipe)
    if double is None:
        return ()
    try:
        return plan_of(run(Shift([Order(0.0, double, None)], stations, pace=pace)).facts)
    except (KitchenError, Stalled):  # what is wrong with it is told when somebody orders it
        return ()


def _makes_shifts(shift: object) -> TypeGuard[Callable[[], Shift]]:
    return callable(shift) and not isinstance(shift, type)


def _made_by(function: Callable[[], Shift]) -> Shift:
    """What the function returns, be that a shift or the name of one."""
    try:
        return function()
    except KitchenError:
        raise
    except Exception as error:
        told = f"the function that makes the shift raised {in_words(error)}"
        where = line_in(None, error)
        raise ShiftError(f"{told} ({where})" if where else told) from error


def _asked_for(
    shift: Shift | str | Path | Callable[[], Shift], seed: int | None
) -> tuple[Shift, int]:
    """The shift, however it is named, and the seed: the one given, else the shift's own."""
    from kitchen.cookbook.load import load_shift  # only a named shift needs the cookbook
    from kitchen.cookbook.named import shift_named

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
    check_bounds(shift)
    return shift, shift.seed if seed is None else seed


def _given(commands: Sequence[tuple[float, AnyCommand]]) -> list[tuple[float, AnyCommand]]:
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
            what = "a Pick, PickAt, Unpick or SetPolicy with what belongs in it"
            raise KitchenError(f"commands[{index}]: {what}, not {told(command)}") from None
    return pairs


def four_kitchens(
    loop: KitchenLoop,
    shift: Shift,
    seed: int,
    policy: str | Policy = "fifo",
    played: str | None = None,
    plans: Plans | None = None,
) -> list[Kitchen]:
    """A kitchen of each mode, ready to be opened. The one ``played`` begins with the policy
    ``player``, and can change to ``policy``. Without ``plans``, a rehearsal is held if the policy
    needs one. Each has the state of the user's files for itself."""
    plans = plans or cache(lambda: courses(shift))
    kitchens = []
    for name, mode in shift.four.items():
        own, own_policy, own_plans = _fresh(shift, policy, plans)
        functions = {policy_name(own_policy): own_policy} if callable(own_policy) else None
        begins = "player" if name == played else own_policy
        kitchens.append(Kitchen(loop, own, mode, seed, begins, own_plans, functions))
    for kitchen in kitchens:
        kitchen.progress.most_facts = MOST_FACTS // len(kitchens)
        _prepare(kitchen, policy_name(policy))
    return kitchens


def _prepare(kitchen: Kitchen, policy: str) -> None:
    """What a policy needs to know it must know before the loop runs."""
    if policy not in ("fifo", "deadline", "burning-first", "player"):
        kitchen.learn()


def play_out(loop: KitchenLoop, kitchens: list[Kitchen]) -> None:
    """Open the kitchens and run the loop until all have closed; leave nothing behind."""
    with no_loop_running():  # a notebook, or the game, has one running
        _play_out(loop, kitchens)


def _play_out(loop: KitchenLoop, kitchens: list[Kitchen]) -> None:
    try:
        with careful(kitchens), few_collections(), untouched():
            for kitchen in kitchens:
                kitchen.open()
            try:
                for kitchen in kitchens:
                    loop.run_until_complete(kitchen.done)
            except Stalled:
                _see_why(kitchens)
                raise
    finally:
        loop.close()


@contextlib.contextmanager
def careful(kitchens: list[Kitchen]) -> Iterator[None]:
    """While recipes run: no step may block for ever, and no coroutine may be forgotten. At the end
    the kitchens are left: what their recipes have begun is closed, and that may not block either.
    """
    with warnings.catch_warnings(record=True) as caught, watched(kitchens) as watch:
        warnings.simplefilter("always", RuntimeWarning)
        try:
            yield
        except BaseException as error:
            watch.failed(error)
            raise
        finally:
            warnings.simplefilter("ignore")
            _leave(kitchens, watch)
    for warning in caught:
        text = str(warning.message)
        if "was never awaited" in text:
            name = text.split("'")[1] if "'" in text else "a coroutine"
            raise RecipeError(
                f"{name}() was called without await: it never happened "
                f"({warning.filename}:{warning.lineno})"
            )


def _leave(kitchens: list[Kitchen], watch: Watch) -> None:
    """Drop what their recipes have begun. What was wrong before counts, whatever comes of that."""
    try:
        for kitchen in kitchens:
            kitchen.sweep(watch.enough)
        kitchens[0].loop.close()
    except KeyboardInterrupt:
        if not watch.told:
            raise
    finally:
        for kitchen in kitchens:
            abandon(kitchen.unclosed)


def _see_why(kitchens: list[Kitchen]) -> None:
    """They have stalled: raise what explains it, if anything does."""
    for kitchen in kitchens:
        for dish in kitchen.dishes.values():
            if error := dish.unheard_error():  # whoever has failed cannot wake the others
                raise explained(dish, error) from None
        if kitchen.policy == "player" and len(kitchen.brigade.queue.raised):
            raise PolicyError(
                "the policy 'player' waits for a player: choose another to run headless"
            ) from None


@contextlib.contextmanager
def few_collections() -> Iterator[None]:
    """While a shift runs: have the collector look for garbage in circles less often.

    A dish that is over leaves none. But the dishes that wait are many, and each time the collector
    runs it walks all that came since the last time, or everything: a third of a long run."""
    thresholds = gc.get_threshold()
    gc.set_threshold(max(COLLECT_EVERY, thresholds[0]) if thresholds[0] else 0, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


def result_of(kitchen: Kitchen) -> Result:
    """The result of a kitchen that has closed. Raises what ended it, if that was an error."""
    makespan = kitchen.done.result()
    chefs, tally = kitchen.mode.chefs, kitchen.tally
    counts, revenue = tally.by_outcome, (tally.paid + tally.tips) / 100
    wages = round(kitchen.shift.wage * chefs * makespan, 2)
    return Result(
        shift=kitchen.shift.name,
        seed=kitchen.seed,
        mode=kitchen.mode.name,
        chefs=chefs,
        attention=kitchen.mode.attention,
        policy=kitchen.policy,
        makespan=makespan,
        orders=kitchen.tally.orders,
        served=counts["served"],
        burnt=counts["burnt"],
        walked_out=counts["walked_out"],
        open=counts["turned_away"],
        revenue=revenue,
        tips=tally.tips / 100,
        wages=wages,
        profit=round(revenue - wages, 2),
        utilisation=tally.worked / (chefs * makespan) if makespan else 0.0,
        log=kitchen.facts,
        commands=kitchen.commands,
        targets=kitchen.shift.targets,
    )


def facts_as_lines(facts: Sequence[Fact]) -> bytes:
    """One JSON object a line. Raises `RecipeError` if a recipe said what is no text."""
    try:
        return _encoder.encode_lines(facts)
    except (TypeError, ValueError):
        raise RecipeError(_not_text(facts)) from None


def _not_text(facts: Sequence[Fact]) -> str:
    """The first thing that cannot be written, in words."""
    for fact in facts:
        for name in fact.__struct_fields__:
            value = getattr(fact, name)
            try:
                _encoder.encode(value)
            except (TypeError, ValueError):
                order, line = getattr(fact, "order", 0), getattr(fact, "line", 0)
                where = f", line {line} of its recipe" if line else ""
                return f"order {order}{where}: {value!r} is not a text that can be written"
    return "the log cannot be written"


__all__ = ["Comparison", "KitchenError", "Result", "compare", "run"]
