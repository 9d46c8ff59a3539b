"""Measures stretches of wall time in which there is nothing to decide, to see or to learn.

    python tests/tools/stretches.py                     the first five shifts of the career
    python tests/tools/stretches.py fish-friday         these shifts
    python tests/tools/stretches.py --load fish-friday  how busy each is, in ten slices

Each shift is cooked in its own kitchen with its own seed: under every policy of the house, and as a
careful player played it (`tests/cookbook/games`). Seconds are of wall time at speed 1x: kitchen
seconds over the shift's tempo.

*To decide* is something as long as two dishes or more could get hands now or next: their hand is
up, or will be within `REACH`; or one hand is up while hands are free. What the player has picked
already is decided: where all of them are picked, nothing is left to decide.

*To see* is something when an order comes in (the last one rings the bell for last orders), a timer
rings, a dish is served, food burns, a guest leaves or makes another face; and as long as food loses
quality, or will within `REACH`, and nobody has come.

*To learn* counts for nothing here: notes are shown once, and a shift is played again. To look on
while one chop, stir or oven goes on is nothing, either.

A stretch is the time between two such moments, from the opening to the closing: the wait before the
first order and the clearing up after the last one are stretches as all others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift
from kitchen.game.service.hud.ticket import CONTENT, NERVOUS
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim import facts as f
from kitchen.sim.policy import POLICIES
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import TimerView
from tools.games import by_hand, kitchen_of

FIRST_FIVE = CAREER[:5]

LONGEST = 5.0
"""Seconds that a stretch lasts at most, in these."""

REACH = 3.0
"""Seconds ahead in which what comes is as good as there."""

HOUSE = tuple(name for name in POLICIES if name != "player")
"""The policies that decide by themselves."""

BY_HAND = "by hand"

SEEN = (
    f.Ordered, f.TimerRang, f.Served, f.FoodBurnt, f.Overcooked, f.RailFull, f.WalkedOut,
    f.TurnedAway,
)  # fmt: skip

SLICES = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """Nothing to decide or to see from ``start``, in kitchen seconds, for so many wall ``seconds``;
    meanwhile the chef was at ``doing``."""

    start: float
    seconds: float
    doing: str

    def __str__(self) -> str:
        minutes, seconds = divmod(int(self.start), 60)
        return f"{self.seconds:4.1f} s from {minutes}:{seconds:02d} ({self.doing})"


def games(name: str) -> Iterator[tuple[str, Result]]:
    """Who decides, and what comes of it, in the kitchen of that shift."""
    shift = load_shift(name)
    for policy in HOUSE:
        yield policy, run_shift(shift, kitchen_of(shift), policy=policy)
    yield BY_HAND, by_hand(name)


# -- stretches -------------------------------------------------------------------------------------


def stretches(result: Result, shift: Shift) -> list[Stretch]:
    """All of them, the longest first."""
    view, found, since = KitchenView(), [], 0.0
    for start, end in [*_somethings(view, result, REACH * shift.tempo), (result.makespan,) * 2]:
        if start > since:
            found.append(Stretch(since, (start - since) / shift.tempo, _doing(view, since, start)))
        since = max(since, end)
    return sorted(found, key=lambda stretch: -stretch.seconds)


def _somethings(view: KitchenView, result: Result, reach: float) -> Iterator[tuple[float, float]]:
    """From when to when there is something to decide or to see, in order of time. The view is at
    that moment."""
    for now, then, facts in _instants(result):
        view.fold(facts)
        if any(isinstance(fact, SEEN) for fact in facts):
            yield now, now
        faces = _faces(view)
        for start, end in pairwise(_cuts(view, now, then, reach)):
            middle = (start + end) / 2
            if _decides(view, middle, reach) or _spoils(view, middle, reach):
                yield start, end
            elif start in faces:
                yield start, start


def _instants(result: Result) -> Iterator[tuple[float, float, list[f.Fact]]]:
    """Each moment at which something happens, the next one, and what happens."""
    moments = [(t, list(facts)) for t, facts in groupby(result.facts, lambda fact: fact.t)]
    ends = [t for t, _ in moments[1:]] + [result.makespan]
    for (t, facts), end in zip(moments, ends, strict=True):
        yield t, end, facts


def _cuts(view: KitchenView, now: float, then: float, reach: float) -> list[float]:
    """From ``now`` to ``then``, where nothing happens: the moments at which it matters more what is
    to come, and those at which a guest makes another face."""
    cuts = [*_faces(view)]
    for timer in _timers(view):
        cuts.append(timer.until - reach)
        if timer.hold is not None:
            cuts.append(timer.until + timer.hold - reach)
    return [now, *sorted({cut for cut in cuts if now < cut < then}), then]


def _faces(view: KitchenView) -> set[float]:
    """When the guests who wait make another face."""
    return {
        order.placed + order.patience * (1.0 - left)
        for order in view.open_orders.values()
        if order.patience is not None and order.state == "open"
        for left in (CONTENT, NERVOUS)
    }


def _timers(view: KitchenView) -> list[TimerView]:
    return [timer for order in view.open_orders.values() for timer in order.timers]


def _decides(view: KitchenView, now: float, reach: float) -> bool:
    soon = {
        order.number
        for order in view.open_orders.values()
        for part in order.live_parts
        if part.timer is not None and part.timer.rang is None and part.state != "staring"
        and part.timer.left(now) <= reach
    }  # fmt: skip
    could = soon.union(view.line)
    if all(order in view.picks for order in could):
        return False
    free = any(chef.state == "free" for chef in view.chefs)
    return len(could) >= 2 or bool(view.line and free)


def _spoils(view: KitchenView, now: float, reach: float) -> bool:
    return any(
        timer.rang is not None and timer.hold is not None and now >= timer.rang + timer.hold - reach
        for timer in _timers(view)
    )


def _doing(view: KitchenView, start: float, end: float) -> str:
    """What the chefs did for most of that time."""
    done = {"hands free": end - start}
    for segment in (segment for chef in view.chefs for segment in chef.segments):
        until = end if segment.end is None else segment.end
        if (shared := min(until, end) - max(segment.start, start)) > 0.0:
            what = f"{segment.what or segment.kind}, {view.orders[segment.order].title}"
            done[what] = done.get(what, 0.0) + shared
            done["hands free"] -= shared
    return max(done, key=lambda what: done[what])


# -- the load --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """Of a slice of a shift, the means over its time."""

    orders: float
    """Guests who wait."""
    hands: float
    """Dishes that wait for hands."""


def loads(result: Result, slices: int = SLICES) -> list[Load]:
    """How busy a shift is, from its opening to its closing."""
    view, length = KitchenView(), result.makespan / slices
    sums = [[0.0, 0.0] for _ in range(slices)]
    for now, then, facts in _instants(result):
        view.fold(facts)
        waiting = sum(order.state == "open" for order in view.open_orders.values())
        for index, one in enumerate(sums):
            shared = min(then, (index + 1) * length) - max(now, index * length)
            if shared > 0.0:
                one[0] += shared * waiting
                one[1] += shared * len(view.line)
    return [Load(orders / length, hands / length) for orders, hands in sums]


def ends(result: Result, shift: Shift) -> tuple[float, float, float]:
    """Seconds of wall time before the first order, from the last one to the closing, and from the
    last guest's going to the closing."""
    came = [fact.t for fact in result.facts if isinstance(fact, f.Ordered)]
    went = [fact.t for fact in result.facts if isinstance(fact, f.Served | f.WalkedOut)]
    end = result.makespan
    first, last, gone = came[0], end - came[-1], end - max(went, default=end)
    return first / shift.tempo, last / shift.tempo, gone / shift.tempo


# -- the command -----------------------------------------------------------------------------------


def _tell(name: str) -> None:
    shift = load_shift(name)
    print(f"\n{name} (tempo {shift.tempo:g})")
    for policy, result in games(name):
        first, last, gone = ends(result, shift)
        print(
            f"  {policy:14}{result.makespan / shift.tempo:5.0f} s, {first:.1f} s to the first "
            f"order, {last:.0f} s after the last one, {gone:.1f} s after the last guest"
        )
        for stretch in stretches(result, shift)[:3]:
            print(f"    {'!' if stretch.seconds > LONGEST else ' '} {stretch}")


def _tell_load(name: str) -> None:
    print(f"\n{name}: guests who wait / dishes that wait for hands, in {SLICES} slices")
    for policy, result in games(name):
        row = "".join(f"{one.orders:5.1f}/{one.hands:3.1f}" for one in loads(result))
        print(f"  {policy:14}{row}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure stretches with nothing to do.")
    parser.add_argument("shifts", nargs="*", default=FIRST_FIVE, metavar="SHIFT")
    parser.add_argument("--load", action="store_true", help="print how busy the shifts are")
    given = parser.parse_args(arguments)
    for name in given.shifts:
        (_tell_load if given.load else _tell)(name)


if __name__ == "__main__":
    main()
