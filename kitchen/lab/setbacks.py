"""Setbacks: the orders that cost a kitchen most, each with what went wrong first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kitchen.sim import facts as f
from kitchen.sim.shift.payment import payment
from kitchen.sim.view.losses import Losses, Lost


@dataclass(frozen=True, slots=True)
class Delay:
    """A stretch in which an order got no further for want of hands, or of a station. Seconds of
    kitchen time."""

    since: float
    until: float
    station: str | None = None
    """What kind of station it waited for; None: for hands."""

    @property
    def seconds(self) -> float:
        return self.until - self.since


@dataclass(frozen=True, slots=True)
class Setback:
    """An order of which something was lost."""

    order: int
    lost: Lost
    """What went wrong first; of food that only lost quality, the dearest."""
    delay: Delay
    """For what it was lost: until then."""
    gone: float | None
    """When the guest went, unserved, in seconds of kitchen time; None: was served."""
    cents: int
    """How much less its guest paid and tipped than for a perfect dish at once."""
    wasted: float
    """Hands-on seconds for nothing: food burnt and was made again."""


def setbacks(facts: Sequence[f.Fact]) -> list[Setback]:
    """All of a kitchen that has closed, the dearest first; of some as dear, the one that wasted
    more work, then the one that came first."""
    own: dict[int, list[f.Fact]] = defaultdict(list)
    for fact in facts:
        if (order := getattr(fact, "order", None)) is not None:
            own[order].append(fact)
    losses: dict[int, list[Lost]] = defaultdict(list)
    for lost in Losses.of(facts).all:
        losses[lost.order].append(lost)
    found = [_setback(own[order], lost) for order, lost in losses.items()]
    return sorted(found, key=lambda s: (-s.cents, -s.wasted, s.lost.t, s.order))


def _setback(own: Sequence[f.Fact], losses: Sequence[Lost]) -> Setback:
    grave = [lost for lost in losses if lost.kind != "spoilt"]
    lost = grave[0] if grave else max(losses, key=lambda one: one.cents)
    gone = next((fact.t for fact in own if isinstance(fact, f.WalkedOut | f.TurnedAway)), None)
    wasted = sum(one.wasted or 0.0 for one in losses)
    return Setback(lost.order, lost, _delay(own, lost), gone, _missing(own), wasted)


def _missing(own: Sequence[f.Fact]) -> int:
    price = next(fact.price for fact in own if isinstance(fact, f.Ordered))
    got = sum(fact.paid + fact.tip for fact in own if isinstance(fact, f.Served))
    return sum(payment(price, 1.0, 1.0)) - got


def _delay(own: Sequence[f.Fact], lost: Lost) -> Delay:
    """From when the food was done; else the longest delay of a guest who is gone."""
    before = [fact for fact in own if fact.t <= lost.t]
    if lost.kind in ("burnt", "spoilt"):
        rang = [f_.t for f_ in before if isinstance(f_, f.TimerRang) and f_.part == lost.part]
        return Delay(rang[-1], lost.t)
    whole = Delay(before[0].t, lost.t)
    return max(delays(before, lost.t), key=lambda delay: delay.seconds, default=whole)


def delays(own: Sequence[f.Fact], until: float) -> Iterator[Delay]:
    """All waits of one order's parts; what goes on ends at ``until``."""
    since: dict[tuple[int, str | None], float] = {}
    for fact in own:
        if isinstance(fact, f.Ready):
            since[fact.part, None] = fact.t
        elif isinstance(fact, f.StationWanted):
            since[fact.part, fact.station] = fact.t
        elif isinstance(fact, f.Resumed | f.StationTaken | f.StationUnwanted):
            what = None if isinstance(fact, f.Resumed) else fact.station
            if (begun := since.pop((fact.part, what), None)) is not None:
                yield Delay(begun, fact.t, what)
    for (_, what), begun in since.items():
        yield Delay(begun, until, what)
