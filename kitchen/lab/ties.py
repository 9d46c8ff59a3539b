"""Ties: which dishes of a kitchen wait for which, now or at a moment of the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kitchen.errors import KitchenError
from kitchen.lab.shadow import Shadow
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.loop.relations import Edge, Node
from kitchen.loop.source import Sources
from kitchen.loop.stall import Stalled
from kitchen.runs.service import Service
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.work.kitchen import Kitchen

NOBODY = AwaitGraph()

STRIDE = 60.0
"""Seconds of kitchen time from one look at the clock to the next."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The await graph of one kitchen, at the end of everything that happens at that moment."""

    graph: AwaitGraph = NOBODY
    orders: Mapping[int, int] = field(default_factory=dict)
    """The order that each task is of, by number of its node."""
    lack: Literal["", "time", "doubles"] = ""
    """Why there are none: it takes a little longer to find out; or there can be no doubles that
    cook it again."""

    def tasks_of(self, order: int) -> list[Node]:
        """Its own task first, then those that its recipe has begun."""
        return [self.graph.nodes[node] for node, of in self.orders.items() if of == order]


def ties_of(kitchen: Kitchen, sources: Sources | None = None) -> Ties:
    """As they are now. It changes nothing in that kitchen."""
    from kitchen.loop.looking import Looks  # only where somebody asks

    parts = [part for dish in kitchen.dishes.values() for part in dish.parts]
    looks = Looks([part.task for part in parts], sources=sources)
    numbers = {glance.task: number for number, glance in enumerate(looks.each)}
    return Ties(looks.graph(), {numbers[p.task]: p.order for p in parts if p.task in numbers})


def ties_told(view: KitchenView) -> Ties:
    """What facts alone tell: who waits for which station, and who has it."""
    orders = list(view.open_orders.values())
    nodes = [Node(n, "task", f"order {o.number} ({o.dish})") for n, o in enumerate(orders)]
    edges: list[Edge] = []
    numbers = {order.number: n for n, order in enumerate(orders)}
    for kind, places in (view.opened.stations if view.opened is not None else {}).items():
        number = len(nodes)
        held = [n for n, o in enumerate(orders) for has, _ in o.stations if has == kind]
        line = tuple(numbers[o] for o, _ in view.wanting.get(kind, ()) if o in numbers)
        nodes.append(Node(number, "station", kind, taken=len(held), places=places, line=line))
        edges += [Edge("held", number, n) for n in held]
        edges += [Edge("waits", n, number) for n in line]
    graph = AwaitGraph(tuple(nodes), tuple(edges))
    return Ties(graph, {n: order for order, n in numbers.items()})


NO_TIES, NO_TIME, NO_DOUBLES = Ties(), Ties(lack="time"), Ties(lack="doubles")


class TieFinder:
    """Of the kitchens of one service. `leave` it in the end.

    The present is read from its own tasks. A moment of the past is cooked again by doubles, from
    the last one that was asked for if that is earlier, else from the beginning.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._sources = Sources()
        self._shadow: Shadow | None = None
        self._found: tuple[object, Ties] | None = None

    def now(self, mode: str) -> Ties:
        """Those of that kitchen as it is."""
        kitchen = self._service.kitchens[mode]
        key = mode, None, kitchen.facts.count
        if self._found is None or self._found[0] != key:
            self._found = key, ties_of(kitchen, self._sources)
        return self._found[1]

    def then(self, mode: str, time: float, seconds: float) -> Ties:
        """Those of that kitchen as it was at that kitchen time. If so much wall time is not enough
        to find out, it goes on when asked again."""
        if not self._service.leaves_no_trace:
            return NO_DOUBLES
        key = mode, time, 0
        if self._found is not None and self._found[0] == key:
            return self._found[1]
        shadow = self._cooked(mode, time, seconds)
        if shadow is None:
            return NO_TIME
        self._found = key, ties_of(shadow.kitchen, self._sources)
        return self._found[1]

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._shadow is not None:
            self._shadow.leave()
            self._shadow = None

    def _cooked(self, mode: str, time: float, seconds: float) -> Shadow | None:
        """A double of that kitchen at that time; None: it is not there yet."""
        if self._shadow is None or self._shadow.mode != mode or time < self._shadow.loop.now:
            self.leave()
            self._shadow = Shadow(self._service, mode, STRIDE)
        try:
            return self._shadow if self._shadow.go(time, seconds) is not None else None
        except (KitchenError, Stalled):  # so has the other one ended: what is left is how it stood
            return self._shadow
