"""Results: how a kitchen did, or four with the same orders, once they have closed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from kitchen.errors import KitchenError, RecipeError
from kitchen.plain import told
from kitchen.runs.fair import SameTime, dishes_per_dollar, in_same_time, speedup
from kitchen.runs.gist import Gist
from kitchen.sim.commands import AnyCommand
from kitchen.sim.facts import Fact, Said, Served
from kitchen.sim.log import Log
from kitchen.sim.view.score import Star, longest_clean, stars
from kitchen.sim.work.kitchen import Kitchen

AT_ONCE = 10_000
"""Facts that are written at once for the digest."""

_encoder = msgspec.json.Encoder()

AS_HTML: dict[type, Callable[[Any], str]] = {}
"""How a notebook is shown what stands here, by class: filled by who knows how to draw it."""


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
    gist: Gist | None = field(default=None, repr=False, compare=False)
    """What is told of facts that were not kept; None: they were."""

    def _repr_html_(self) -> str | None:
        return AS_HTML[Result](self) if Result in AS_HTML else None

    @cached_property
    def facts(self) -> list[Fact]:
        """Everything that happened, in order of time. Raises `KitchenError` if the facts went as
        they came about; all other figures are there."""
        return self.log.in_order()

    @cached_property
    def lines(self) -> bytes:
        """The facts as ``--facts`` writes them: one JSON object a line, in order of time."""
        return facts_as_lines(self.facts)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of `lines`, in hexadecimal."""
        if self.gist is not None:
            return self.gist.digest
        digest = hashlib.sha256()
        for first in range(0, len(self.facts), AT_ONCE):  # all lines take as much room as all facts
            digest.update(facts_as_lines(self.facts[first : first + AT_ONCE]))
        return digest.hexdigest()

    @property
    def stars(self) -> tuple[Star, ...]:
        """The targets of the shift, earned or not."""
        return stars(self.targets, self)

    @cached_property
    def clean(self) -> int:
        """The longest run of plates served with nothing overcooked or burnt, nobody walking out."""
        return longest_clean(self.facts) if self.gist is None else self.gist.clean

    @cached_property
    def served_at(self) -> dict[int, float]:
        """When each order that was served was, in seconds of kitchen time, by its number."""
        if self.gist is not None:
            return self.gist.served_at
        return {fact.order: fact.t for fact in self.facts if isinstance(fact, Served)}

    @property
    def said(self) -> list[Said]:
        """What the recipes said, in order of time."""
        if self.gist is not None:
            return self.gist.said
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
            "facts": self.log.count,
            "digest": self.digest,
        }


@dataclass(frozen=True)
class Comparison:
    """The same orders in the four kitchens, in the order of `kitchen.sim.shift.modes.MODES`."""

    shift: str
    seed: int
    kitchens: tuple[Result, ...]

    def _repr_html_(self) -> str | None:
        return AS_HTML[Comparison](self) if Comparison in AS_HTML else None

    def speedup(self, result: Result) -> float | None:
        """How many times sooner than the blocking kitchen this one was done; None: it served other
        dishes, so that its time says nothing. Raises `KitchenError` for what is no `Result`."""
        return speedup(_result(result, "the speed-up is that of"), self.kitchens[0])

    def in_same_time(self, result: Result) -> SameTime:
        """What this kitchen (``one``) and the blocking one (``other``) had served when the first of
        the two closed. Raises `KitchenError` for what is no `Result`."""
        return in_same_time(_result(result, "the same time is that of"), self.kitchens[0])

    def as_json(self) -> dict[str, Any]:
        """What ``kitchen compare --json`` prints."""
        return {
            "shift": self.shift,
            "seed": self.seed,
            "kitchens": [k.as_json() | self._compared(k) for k in self.kitchens],
        }

    def _compared(self, result: Result) -> dict[str, Any]:
        same = self.in_same_time(result)
        return {
            "speedup": self.speedup(result),
            "in_same_time": {
                "seconds": same.seconds, "served": same.one, "blocking_served": same.other,
            },
            "dishes_per_dollar": dishes_per_dollar(result),
        }  # fmt: skip


def _result(value: Any, words: str) -> Result:
    if not isinstance(value, Result):
        raise KitchenError(f"{words} a Result, not {told(value)}")
    return value


def result_of(kitchen: Kitchen, gist: Gist | None = None) -> Result:
    """The result of a kitchen that has closed; ``gist`` is that of its facts, if it has not kept
    them. Raises what ended it, if that was an error."""
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
        orders=tally.orders,
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
        gist=gist,
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
