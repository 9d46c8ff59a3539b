"""What comes of a dish that waits for hands: how long it will hold them, and how long it keeps.

Plain arithmetic on a view and its plans. Times are seconds of kitchen time.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from kitchen.plain import INFINITY
from kitchen.sim.plan import CLEAR, CLEARING, SCRAPE, SCRAPING, PlanStep
from kitchen.sim.shift.pace import paced
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView


@dataclass(frozen=True, slots=True)
class Block:
    """Hands-on steps that follow one another: what holds a chef who comes now."""

    seconds: float
    steps: tuple[str, ...]
    """What hands will do, in order; none: they are not needed for long."""


@dataclass(frozen=True, slots=True)
class Fuse:
    """How long food that is done keeps."""

    falls: float
    """Seconds until its quality begins to fall; 0 or less: it falls."""
    burns: float
    """Seconds until it burns."""


def coming_block(view: KitchenView, order: OrderView) -> Block | None:
    """What the next chef who comes to a dish will do there before letting go, if all goes as
    planned; None: nobody knows."""
    if order.state != "open":
        return Block(paced(CLEAR, view.hands_pace), (CLEARING,))
    if not view.plan(order):
        return None
    if order.burning is not None:
        again = _turn(view, _steps_of(view, order, 0))
        seconds = paced(SCRAPE, view.hands_pace)
        return Block(fsum((seconds, again.seconds)), (SCRAPING, *again.steps))
    part = next_part(view, order)
    return _coming(view, order, part) if part is not None else None


def next_part(view: KitchenView, order: OrderView) -> PartView | None:
    """The part that hands come to next: of those with their hands up the one whose is up longest;
    if there is none, the part that says most about the dish."""
    up = (part for number, part in view.ready if number == order.number)
    part = next(up, None)
    return order.leading if part is None else order.parts[part]


def fuse(order: OrderView, now: float) -> Fuse | None:
    """How long what is done of a dish keeps; None: for ever, or it burns already."""
    spoils = [t for t in order.timers if t.rang is not None and t.burns_at < INFINITY]
    if not spoils or order.burning is not None:
        return None
    falls = min(timer.falls_at for timer in spoils)
    return Fuse(falls - now, min(timer.burns_at for timer in spoils) - now)


def _coming(view: KitchenView, order: OrderView, part: PartView) -> Block | None:
    """As the plan has it, unless the part has left the plan."""
    steps, done = _steps_of(view, order, part.number), part.steps_done
    if done > len(steps) or (done and steps[done - 1].what != part.what):
        return None
    rest, turn = steps[done:], part.turns + 1
    if part.state == "hands":  # what it does now is not what comes
        rest = [step for step in rest if step.turn >= turn]
    if rest and rest[0].turn > turn:
        return Block(0.0, ())
    return _turn(view, rest, part.moves + (part.wants is not None))


def _steps_of(view: KitchenView, order: OrderView, number: int) -> list[PlanStep]:
    """What is planned for one part. One that is made again numbers its parts from where it was."""
    planned = number - order.parts_before if number else 0
    return [step for step in view.plan(order) if step.part == planned]


def _turn(view: KitchenView, steps: list[PlanStep], moved: int = 0) -> Block:
    """The hands-on steps of the first turn in a plan, up to the first station that it has to wait
    for. So many moves between stations before the first step are behind it."""
    taken: list[PlanStep] = []
    free = {kind: places.count(None) for kind, places in view.stations.items()}
    line = {kind: len(line) for kind, line in view.wanting.items()}
    for step in steps:
        if step.kind != "hands" or step.turn != steps[0].turn:
            break
        if not _gets_there(step.moves[moved if step is steps[0] else 0 :], free, line):
            break
        taken.append(step)
    return Block(fsum(step.seconds for step in taken), tuple(step.what for step in taken))


def _gets_there(
    moves: tuple[tuple[str, int], ...], free: dict[str, int], line: dict[str, int]
) -> bool:
    """Whether hands need not wait for any of these stations. What they give back goes to the first
    in line."""
    for kind, move in moves:
        if move < 0 and line.get(kind):
            line[kind] -= 1
        elif move > 0 and not free.get(kind):
            return False
        else:
            free[kind] = free.get(kind, 0) - move
    return True
