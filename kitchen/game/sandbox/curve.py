"""What one plot shows, as numbers: two kitchens' values over time, and a bound they obey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kitchen.game.draw import format as fmt
from kitchen.game.sandbox import scale
from kitchen.lab.measures import STEP, Measures


@dataclass(frozen=True, slots=True)
class Topic:
    """What a plot is about: ``unit`` stands beside its title, ``of`` picks a measure."""

    title: str
    unit: str
    of: Callable[[Measures], tuple[float, ...]]
    factor: float = 1.0
    """From the measure to what the axis counts."""
    least: float = 0.0
    """The axis shows at least so much."""
    most: float | None = None
    """And never more."""
    seconds: bool = False
    """Written as a duration."""

    def words(self, value: float) -> str:
        """A value at the end of a line."""
        if self.seconds:
            return fmt.duration(value)
        return f"{value:.0f}%" if self.most == 100.0 else f"{value:.1f}"

    def tick(self, value: float, end: float) -> str:
        return fmt.clock(value) if self.seconds else scale.number(value, end)

    def top(self, values: list[float]) -> float:
        """Where its axis ends."""
        end = (scale.top_of_times if self.seconds else scale.top)(values, self.least)
        return end if self.most is None else min(end, self.most)


SUBJECTS = (
    Topic("Throughput", "dishes an hour", lambda m: m.throughput, least=4.0),
    Topic("Utilisation", "% of the chefs' time", lambda m: m.utilisation, 100.0, 100.0, 100.0),
    Topic("Waiting", "for hands or a station", lambda m: m.waiting, least=20.0,
            seconds=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A value that the changed kitchen cannot pass, and why: ``hands``, ``ovens``, ``orders``."""

    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Curves:
    """All that one plot draws; equal ones look the same."""

    before: tuple[float, ...]
    after: tuple[float, ...]
    bound: LimitLine | None
    span: float
    """Seconds of kitchen time along the axis."""
    top: float
    """Where the other axis ends."""


def curves(
    subject: Topic, before: Measures, after: Measures, bound: LimitLine | None, now: float
) -> Curves:
    span = scale.span(now)
    rows = [tuple(v * subject.factor for v in subject.of(m)) for m in (before, after)]
    shown = [value for row in rows for value in row[: int(span / STEP) + 1]]
    if bound is not None:
        shown.append(bound.value)
    return Curves(rows[0], rows[1], bound, span, subject.top(shown))
