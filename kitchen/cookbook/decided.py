"""What decided a shift that is over: a condition for each word, measured by its facts.

Each gives a sentence that follows its word, with the figures; empty where it decided nothing. Times
are seconds of kitchen time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kitchen.english import counted, span, spelled
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

Decided = Callable[[Sequence[f.Fact], KitchenView], str]

MOST_WORK = 0.5
"""Letting go decides a shift in which this share of all work was done while something cooked."""
LAST = 0.1
"""The share of a guest's patience that counts as the last moment."""
MANY = 10
"""So often must more than one dish have been ready for their order to decide a shift."""

Stretch = tuple[float, float]
"""From when to when."""


def by_letting_go(facts: Sequence[f.Fact], view: KitchenView) -> str:
    cooking = union(stretches(view.orders.values(), "cooking"))
    hands = stretches(view.orders.values(), "hands")
    meanwhile, work = sum(overlap(one, cooking) for one in hands), length(hands)
    if not work or meanwhile < MOST_WORK * work:
        return ""
    return f"while food cooked by itself, the hands did {span(meanwhile)} of other work."


def by_parts_at_once(facts: Sequence[f.Fact], view: KitchenView) -> str:
    """Guests who would have left if the parts of their dish had cooked one after the other."""
    saved = [order for order in view.orders.values() if _needed_both_fires(order)]
    if not saved:
        return ""
    whose = "its" if len(saved) == 1 else "their"
    guests = counted(len(saved), "guest")
    return f"{guests} would have left if the parts of {whose} dish had cooked in turn."


def by_the_line_for_a_station(facts: Sequence[f.Fact], view: KitchenView) -> str:
    waits = in_line(facts)
    left = sum(wait > 0.0 and view.orders[n].state == "walked_out" for n, wait in waits.items())
    if not left:
        return ""
    waited = span(sum(waits.values()))
    return f"dishes waited {waited} in all for a free place; {spelled(left)} of their guests left."


def by_beginning_again(facts: Sequence[f.Fact], view: KitchenView) -> str:
    again = [fact for fact in facts if isinstance(fact, f.StartedAgain)]
    if not again:
        return ""
    begun = {(fact.order, fact.attempt): fact.t for fact in again}
    twice = sum(
        fact.seconds for fact in facts if isinstance(fact, f.Hands)
        and any(fact.order == order and fact.t < t for (order, _), t in begun.items())
    )  # fmt: skip
    dishes = counted(len(again), "dish", "dishes")
    them = "it" if len(again) == 1 else "them"
    return f"{dishes} burnt and began again, and {span(twice)} of work was lost with {them}."


def by_hands_that_never_let_go(facts: Sequence[f.Fact], view: KitchenView) -> str:
    """Food that spoilt, and guests who left, while hands were on a dish that has no fire."""
    whole = [o for o in view.orders.values() if o.worked and not _ever(o, "cooking")]
    held = union(stretches(whole, "hands"))
    spoilt = sum(isinstance(x, f.FoodBurnt) and inside(x.t, held) for x in facts)
    left = sum(isinstance(x, f.WalkedOut) and inside(x.t, held) for x in facts)
    what = [counted(spoilt, "pan") + " burnt"] if spoilt else []
    what += [f"{counted(left, 'guest')} left"] if left else []
    if not what:
        return ""
    return f"while the hands could not let go for {span(length(held))}, {' and '.join(what)}."


def by_giving_up(facts: Sequence[f.Fact], view: KitchenView) -> str:
    """Dishes that stopped waiting for a station and were served all the same."""
    gave_up = {fact.order for fact in facts if isinstance(fact, f.StationUnwanted)}
    served = sum(view.orders[number].state == "served" for number in gave_up)
    if not served:
        return ""
    which = "the line for an oven" if served == 1 else "their line for an oven"
    return f"{counted(served, 'dish', 'dishes')} gave up {which}, and came to the table after all."


def by_coming_late(facts: Sequence[f.Fact], view: KitchenView) -> str:
    left = sum(order.state == "walked_out" for order in view.orders.values())
    close = sum(
        order.state == "served" and order.patience_left(order.ended or 0.0) < LAST
        for order in view.orders.values()
    )
    if not left and not close:
        return ""
    plates = f"{counted(close, 'plate')} came at the last moment"
    what = ([plates] if close else []) + ([f"{counted(left, 'guest')} left"] if left else [])
    return f"{', and '.join(what)}."


def by_a_full_rail(facts: Sequence[f.Fact], view: KitchenView) -> str:
    turned = [view.orders[fact.order] for fact in facts if isinstance(fact, f.RailFull)]
    if not turned:
        return ""
    worth = sum(order.price for order in turned) / 100
    return f"{counted(len(turned), 'guest')} found the rail full: ${worth:,.2f} went elsewhere."


def by_the_order_of_hands(facts: Sequence[f.Fact], view: KitchenView) -> str:
    """How often the next hands could have gone to more than one dish."""
    ready: set[tuple[int, int]] = set()
    choices = 0
    for fact in facts:
        if isinstance(fact, f.Ready):
            ready.add((fact.order, fact.part))
        elif isinstance(fact, f.Resumed):
            choices += len({order for order, _ in ready}) > 1
            ready.discard((fact.order, fact.part))
        elif isinstance(fact, f.Cleared | f.PartEnded):
            ready = {hand for hand in ready if hand[0] != fact.order or hand[1] != _part(fact)}
    if choices < MANY:
        return ""
    return f"{choices} times more than one dish was ready, and one had to be next."


# -- measures ----------------------------------------------------------------------------------


def stretches(orders: Iterable[OrderView], kind: str) -> list[Stretch]:
    return [
        (segment.start, segment.end)
        for order in orders
        for segment in order.segments
        if segment.kind == kind and segment.end is not None
    ]


def union(found: Iterable[Stretch]) -> list[Stretch]:
    """The same time, each moment of it once, oldest first."""
    merged: list[Stretch] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def length(found: Iterable[Stretch]) -> float:
    return sum(end - start for start, end in found)


def overlap(one: Stretch, others: Iterable[Stretch]) -> float:
    """How much of it lies within others, which do not touch each other."""
    return sum(max(0.0, min(one[1], end) - max(one[0], start)) for start, end in others)


def inside(t: float, found: Iterable[Stretch]) -> bool:
    return any(start <= t < end for start, end in found)


def in_line(facts: Iterable[f.Fact]) -> dict[int, float]:
    """By order: how long its parts stood in line for a station."""
    since: dict[tuple[int, int], float] = {}
    waited: dict[int, float] = {}
    for fact in facts:
        if isinstance(fact, f.StationWanted):
            since[fact.order, fact.part] = fact.t
        elif isinstance(fact, f.StationTaken | f.StationUnwanted):
            start = since.pop((fact.order, fact.part), fact.t)
            waited[fact.order] = waited.get(fact.order, 0.0) + fact.t - start
    return waited


def _needed_both_fires(order: OrderView) -> bool:
    """Whether it was served in time only because its fires burnt at once."""
    if order.state != "served" or order.deadline is None or order.ended is None:
        return False
    fires = stretches([order], "cooking")
    return order.ended + length(fires) - length(union(fires)) > order.deadline


def _ever(order: OrderView, kind: str) -> bool:
    return any(segment.kind == kind for segment in order.segments)


def _part(fact: f.Cleared | f.PartEnded) -> int:
    return fact.part if isinstance(fact, f.PartEnded) else 0
