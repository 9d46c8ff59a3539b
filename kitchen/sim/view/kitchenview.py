"""Views: the state of a kitchen at one moment, folded from its facts and from nothing else.

A screen, a report and a test all read a `KitchenView`; only `KitchenView.fold` ever changes one.
Times are seconds of kitchen time. Methods that take ``now`` answer for that moment, which must not
be earlier than the last fact folded.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Literal

from kitchen.plain import INFINITY
from kitchen.sim import facts as f
from kitchen.sim.picks import Picks
from kitchen.sim.plan import CLEARING, SCRAPING, PlanStep, hands_of
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.decisions import Decisions
from kitchen.sim.view.line import HandView, orders_in_line
from kitchen.sim.view.losses import Losses
from kitchen.sim.view.orderview import OrderState, OrderView, PartView, TimerView
from kitchen.sim.view.score import CleanRun, Reached
from kitchen.sim.view.segment import Segment, SegmentKind, remove_segment
from kitchen.sim.view.whereabouts import Where, Worktop, whereabouts

Aid = Literal["calm", "hold", "patience"]
"""No patience at all; food that keeps longer; guests who wait longer."""

TABLES = 10
"""An order sits at the lowest free one; its guest waits at the door while all are taken."""


class KitchenView:
    """Everything there is to see of one kitchen."""

    def __init__(
        self,
        plans: Mapping[str, tuple[PlanStep, ...]] | None = None,
        menu: frozenset[str] = frozenset(),
        hands_pace: float = 1.0,
    ) -> None:
        self.plans = dict(plans or {})
        """By dish: how it goes when nobody has to wait. For ghosts and step pips."""
        self._planned: dict[str, float] = {}
        self.menu = menu
        """The titles of all dishes that may be ordered: short names must tell them apart."""
        self.hands_pace = hands_pace
        """Times the seconds of what the kitchen itself asks of hands: to scrape, to clear away."""
        self.opened: f.Opened | None = None
        self.time = 0.0
        """Time of the last fact folded."""
        self.facts = 0
        self._line: tuple[int, dict[int, int]] = -1, {}
        """Facts folded, and then the orders of `line`, with their places."""
        self.orders: dict[int, OrderView] = {}
        self.open_orders: dict[int, OrderView] = {}
        self.chefs: list[ChefView] = []
        self._ready_hands: dict[tuple[int, int], None] = {}
        self.picks = Picks()
        """Orders that the player wants next."""
        self.policy = ""
        self.food, self.guests = SlowTime(), SlowTime()
        """How fast what is done goes off, and patience goes by."""
        self.aids: dict[Aid, None] = {}
        """What the player was helped by so far, first things first."""
        self.stations: dict[str, list[int | None]] = {}
        """By kind: the order that holds each place."""
        self._wanting: dict[str, dict[tuple[int, int], None]] = {}
        self.tables: list[int | None] = [None] * TABLES
        """The order at each table, from table 1 on; None: it is free."""
        self._door: OrderedDict[int, OrderView] = OrderedDict()
        """Open orders that have no table, oldest first."""
        self._worktop = Worktop()
        self._moved: dict[int, set[int]] = {}
        """Orders that this instant has changed, and which parts of them."""
        self._stands: tuple[int, Worktop] = -1, self._worktop
        """Facts folded, and then where everything stands on the worktop, if no more happens."""
        self.revenue = 0
        """Cents paid and tipped so far."""
        self.tips = 0
        self.served = 0
        self.burnt = 0
        self.walked_out = 0
        self.turned_away = 0
        self.losses = Losses()
        self.clean_run = CleanRun()
        """Of plates served."""
        self.decisions = Decisions()
        self.hands_seconds = 0.0
        """Hands-on seconds begun so far, over all chefs."""
        self.makespan: float | None = None
        """Set when the kitchen has closed."""
        self._own: set[int] | None = None
        """Of a copy: the open orders that are not those of the view kept. None: it is no copy."""
        self._folds: dict[type[f.Fact], Callable[..., None]] = _folds(self)

    # -- reading -------------------------------------------------------------------------------

    def plan(self, order: OrderView) -> tuple[PlanStep, ...]:
        return self.plans.get(order.dish, ())

    def planned_hands(self, dish: str) -> float:
        """Hands-on seconds of a dish, if all goes as planned; infinity: nobody knows."""
        if dish not in self._planned:
            self._planned[dish] = hands_of(self.plans.get(dish, ()))
        return self._planned[dish]

    def next_hands(self, order: OrderView) -> str:
        """What hands would do next for a dish, if all goes as planned; empty: nobody knows."""
        if order.state in ("walked_out", "turned_away"):
            return CLEARING
        if order.burning is not None:
            return SCRAPING
        left = self.plan(order)[order.steps_done :]
        return next((step.what for step in left if step.kind == "hands"), "")

    @property
    def door(self) -> list[OrderView]:
        """Orders that wait for a table, oldest first."""
        return list(self._door.values())

    def wages(self, now: float) -> float:
        """Dollars of wages due at ``now``."""
        if self.opened is None:
            return 0.0
        until = now if self.makespan is None else self.makespan
        return self.opened.wage * self.opened.chefs * until

    def reached(self, now: float) -> Reached:
        """What the targets measure, as it is at ``now``."""
        return Reached(
            served=self.served,
            profit=round(self.revenue / 100 - self.wages(now), 2),
            tips=self.tips / 100,
            makespan=now if self.makespan is None else self.makespan,
            burnt=self.burnt,
            walked_out=self.walked_out,
            clean=self.clean_run.longest,
        )

    def worked(self, now: float) -> float:
        """Hands-on seconds done by ``now``, over all chefs."""
        ahead = sum(chef.until - now for chef in self.chefs if chef.until > now)
        return self.hands_seconds - ahead

    def utilisation(self, now: float) -> float:
        """Hands-on seconds over chefs times time so far; 0 at the start."""
        until = now if self.makespan is None else self.makespan
        return self.worked(now) / (len(self.chefs) * until) if until and self.chefs else 0.0

    @property
    def ready(self) -> list[tuple[int, int]]:
        """(order, part) in the order in which they raised their hands."""
        return list(self._ready_hands)

    @property
    def wanting(self) -> dict[str, list[tuple[int, int]]]:
        """By kind of station: (order, part) in line for one."""
        return {kind: list(line) for kind, line in self._wanting.items()}

    def whereabouts(self, order: OrderView) -> list[Where]:
        """Every place of every part of an order that is open."""
        return list(whereabouts(order, self._settled(), self._wanting))

    @property
    def worktop_places(self) -> int:
        """Up to which place of the worktop dishes stand on it."""
        return len(self._settled().taken)

    @property
    def line(self) -> list[int]:
        """The orders that wait for a chef, who gets one first in front: see `orders_in_line`."""
        return list(self._places())

    def place_in_line(self, order: int) -> int | None:
        """1 for whom the next free chef comes to; None if this order waits for no chef."""
        return self._places().get(order)

    def _places(self) -> dict[int, int]:
        if self._line[0] != self.facts:
            line = orders_in_line(self._hands_up(), self.policy, self.picks, self._kept())
            self._line = self.facts, dict(zip(line, range(1, len(line) + 1), strict=True))
        return self._line[1]

    def _hands_up(self) -> list[HandView]:
        """Longest up first."""
        hands = ((self.orders[order], part) for order, part in self._ready_hands)
        return [
            HandView(order, order.parts[part], self.planned_hands(order.dish))
            for order, part in hands
        ]

    def _kept(self) -> list[int]:
        """Orders that have a chef who stays with them."""
        if self.opened is None or self.opened.attention != "stay":
            return []
        return [c.order for c in self.chefs if c.state != "free" and c.order is not None]

    # -- copies --------------------------------------------------------------------------------

    def kept(self, like: KitchenView | None = None, changed: Container[int] = ()) -> KitchenView:
        """The same at this moment, for good: it is not to be folded on, but copied. Of ``like``,
        which was kept before, it takes the orders that have not ``changed`` since."""
        same = self._same()
        for number, order in self.open_orders.items():
            there = like.open_orders.get(number) if like is not None else None
            if there is None or number in changed or not _alike(order, there):
                there = order.copy()
            same.orders[number] = same.open_orders[number] = there
        for chef in same.chefs:
            same._point(chef)
        same._door = OrderedDict((number, same.orders[number]) for number in self._door)
        return same

    def copy(self) -> KitchenView:
        """Of one that is kept: the same at this moment, to be folded on. It has the orders of the
        one that is kept until something happens to them."""
        same = self._same()
        same._door, same._own = self._door.copy(), set()
        return same

    def own_all(self) -> None:
        """Whoever follows it from now on finds every order where it was."""
        for number in self.open_orders if self._own is not None else ():
            self._make_own(number)
        self._own = None

    def _same(self) -> KitchenView:
        """The same, but for the orders that are open: these are the very ones."""
        same = KitchenView({}, self.menu, self.hands_pace)
        for name in AS_IT_IS:
            setattr(same, name, getattr(self, name))
        for name in COPIED:
            setattr(same, name, getattr(self, name).copy())
        same.chefs = [chef.copy() for chef in self.chefs]
        same.stations = {kind: list(held) for kind, held in self.stations.items()}
        same._wanting = {kind: dict(line) for kind, line in self._wanting.items()}
        same._moved = {order: set(parts) for order, parts in self._moved.items()}
        return same

    def _make_own(self, number: int) -> None:
        """Something happens to an order: from now on it is not that of the view kept."""
        if self._own is None or number in self._own or number not in self.open_orders:
            return
        self._own.add(number)
        order = self.orders[number] = self.open_orders[number] = self.open_orders[number].copy()
        if number in self._door:
            self._door[number] = order
        for chef in self.chefs:
            self._point(chef)

    def _point(self, chef: ChefView) -> None:
        """See that what goes on of a chef's stretches is that of the order."""
        last = chef.segments[-1] if chef.segments else None
        if last is not None and last.end is None:
            chef.segments[-1] = self.orders[last.order].parts[last.part].segments[-1]

    # -- folding -------------------------------------------------------------------------------

    def fold(self, facts: Iterable[f.Fact]) -> list[f.Fact]:
        """Take in facts, in time order; return them, for effects."""
        folded = []
        for fact in facts:
            if fact.t != self.time:
                self._settle()
            self.time = fact.t
            self.facts += 1
            order = getattr(fact, "order", None)
            if order is not None and self._own is not None:
                self._make_own(order)
            self._folds[type(fact)](fact)
            self.losses.fold(fact)
            if order is not None:
                self._moved.setdefault(order, set()).add(getattr(fact, "part", 0))
            folded.append(fact)
        return folded

    def _settle(self) -> None:
        """An instant is over: find places on the worktop for whatever it has brought there."""
        if self._moved:
            self._bring_to(self._worktop)
            self._moved.clear()
            for chef in self.chefs:
                self._find(chef)

    def _bring_to(self, worktop: Worktop) -> None:
        worktop.settle((self.orders[order], parts) for order, parts in self._moved.items())

    def _settled(self) -> Worktop:
        """As it is when this instant is over, if nothing more happens in it: something may, so
        that nobody's looking changes who finds a place first."""
        if not self._moved:
            return self._worktop
        if self._stands[0] != self.facts:
            self._stands = self.facts, self._worktop.copy()
            self._bring_to(self._stands[1])
        return self._stands[1]

    def _opened(self, fact: f.Opened) -> None:
        self.opened = fact
        self.policy = fact.policy
        self.chefs = [ChefView(number) for number in range(1, fact.chefs + 1)]
        self.stations = {kind: [None] * count for kind, count in fact.stations.items()}
        self._wanting = {kind: {} for kind in fact.stations}

    def _ordered(self, fact: f.Ordered) -> None:
        order = OrderView(
            fact.order, fact.dish, fact.title, fact.price, fact.patience, fact.t, self.guests
        )
        self.orders[fact.order] = self.open_orders[fact.order] = order
        self._door[fact.order] = order
        self.decisions.see(self.policy, len(self.open_orders))
        self._seat()

    def _seat(self) -> None:
        """Give free tables to orders that have none, oldest first."""
        while self._door and None in self.tables:
            number, _ = self._door.popitem(last=False)
            self._make_own(number)
            order, place = self.orders[number], self.tables.index(None)
            self.tables[place], order.table = order.number, place + 1
            self._moved.setdefault(order.number, set())

    def _part(
        self,
        fact: f.Ready
        | f.Resumed
        | f.Stares
        | f.TimerSet
        | f.StationWanted
        | f.StationUnwanted
        | f.StationTaken,
    ) -> PartView:
        parts = self.orders[fact.order].parts
        if fact.part not in parts:
            parts[fact.part] = PartView(fact.part, since=fact.t)
        return parts[fact.part]

    def _segment(
        self, kind: SegmentKind, start: float, order: int, part: int, chef: int | None, what: str
    ) -> Segment:
        """Open a new segment of this part, closing the one before."""
        self._close_segment(order, part, start)
        segment = Segment(kind, start, None, order, part, chef, what)
        self.orders[order].segments.append(segment)
        self.orders[order].parts[part].segments.append(segment)
        return segment

    def _close_segment(self, order: int, part: int, at: float) -> None:
        own = self.orders[order].parts[part].segments
        if own and own[-1].end is None:
            own[-1].end = at
            if own[-1].start == at:
                remove_segment(self.orders[order].segments, own.pop())

    def _ready(self, fact: f.Ready) -> None:
        part = self._part(fact)
        part.state, part.since = "ready", fact.t
        self._ready_hands[fact.order, fact.part] = None
        self._leave_line(fact.order, part)
        burning = part.timer is not None and part.timer.burnt is not None
        kind: SegmentKind = "burning" if burning else "ready"
        self._segment(kind, fact.t, fact.order, fact.part, None, part.what)

    def _resumed(self, fact: f.Resumed) -> None:
        part = self._part(fact)
        self._ready_hands.pop((fact.order, fact.part), None)
        part.state, part.since, part.chef = "waiting", fact.t, fact.chef
        part.turns += 1
        if part.timer is not None and part.timer.rang is not None:
            part.timer = None
        self._close_segment(fact.order, fact.part, fact.t)
        chef = self.chefs[fact.chef - 1]
        self._free(chef, fact.t)
        chef.order, chef.part = fact.order, fact.part

    def _free(self, chef: ChefView, now: float) -> None:
        """Hands at rest; what comes next in the step says what they do."""
        if chef.state != "free":
            self._find(chef)
            chef.state, chef.since, chef.what = "free", now, ""
            if chef.segments and chef.segments[-1].end is None:
                self._make_own(chef.segments[-1].order)
                chef.segments[-1].end = now

    def _find(self, chef: ChefView) -> None:
        """Where on the worktop a chef is at work."""
        if chef.at == SOMEWHERE and chef.order is not None:
            place = self._worktop.place(chef.order, chef.part)
            chef.at = ("", place) if place is not None else None

    def _hands(self, fact: f.Hands) -> None:
        order, chef = self.orders[fact.order], self.chefs[fact.chef - 1]
        part = order.parts[fact.part]
        until = fact.t + fact.seconds
        part.state, part.since, part.what, part.line = "hands", fact.t, fact.what, fact.line
        part.chef, part.hands_until = fact.chef, until
        segment = self._segment("hands", fact.t, fact.order, fact.part, fact.chef, fact.what)
        segment.end = until
        self._free(chef, fact.t)
        chef.state, chef.since, chef.until, chef.what = "hands", fact.t, until, fact.what
        chef.order, chef.part, chef.at = fact.order, fact.part, _where(part)
        chef.segments.append(segment)
        self.hands_seconds += fact.seconds
        order.worked += fact.seconds
        self._step(order, part)

    def _left(self, fact: f.Left) -> None:
        chef = self.chefs[fact.chef - 1]
        self._free(chef, fact.t)
        part = self.orders[fact.order].parts[fact.part]
        part.chef = None
        if part.state == "hands":
            part.state, part.since = "waiting", fact.t
        running = part.segments[-1] if part.segments else None
        if part.state == "waiting" and part.timer is None and (not running or running.end):
            self._segment("blocked", fact.t, fact.order, fact.part, None, part.what)

    def _stares(self, fact: f.Stares) -> None:
        part, chef = self._part(fact), self.chefs[fact.chef - 1]
        part.state, part.since, part.chef = "staring", fact.t, fact.chef
        self._free(chef, fact.t)
        chef.state, chef.since, chef.what = "staring", fact.t, fact.what
        chef.order, chef.part, chef.at = fact.order, fact.part, _where(part)
        segment = self._segment("staring", fact.t, fact.order, fact.part, fact.chef, fact.what)
        chef.segments.append(segment)

    def _timer_set(self, fact: f.TimerSet) -> None:
        order, part = self.orders[fact.order], self._part(fact)
        part.timer = TimerView(
            fact.timer, fact.part, fact.what, fact.t, fact.seconds, fact.hold, fact.burn, fact.line,
            food=self.food,
        )  # fmt: skip
        part.what, part.line = fact.what, fact.line
        if part.state != "staring":
            part.state, part.since = "waiting", fact.t
            self._segment("cooking", fact.t, fact.order, fact.part, None, fact.what)
        self._step(order, part)

    def _step(self, order: OrderView, part: PartView) -> None:
        """A hands-on step or a timer has begun."""
        order.steps_done += 1
        part.steps_done += 1
        part.moves = 0

    def _timer_rang(self, fact: f.TimerRang) -> None:
        timer = self.orders[fact.order].parts[fact.part].timer
        if timer is not None and timer.number == fact.timer:
            timer.rang = fact.t

    def _timer_cut(self, fact: f.TimerCut) -> None:
        part = self.orders[fact.order].parts[fact.part]
        if part.timer is not None and part.timer.number == fact.timer:
            part.timer = None

    def _overcooked(self, fact: f.Overcooked) -> None:
        order = self.orders[fact.order]
        order.quality *= 1.0 - fact.lost
        order.clean = False

    def _burnt(self, fact: f.FoodBurnt) -> None:
        order = self.orders[fact.order]
        part = order.parts[fact.part]
        if part.timer is not None and part.timer.number == fact.timer:
            part.timer.burnt = fact.t
        order.clean = False
        self.burnt += 1
        self._segment("burning", fact.t, fact.order, fact.part, None, part.what)

    def _started_again(self, fact: f.StartedAgain) -> None:
        order = self.orders[fact.order]
        order.attempt, order.steps_done, order.quality = fact.attempt, 0, 1.0
        order.parts_before = max(order.parts)
        own = order.parts[0]
        own.steps_done, own.moves, own.turns = 0, 0, 1

    def _part_ended(self, fact: f.PartEnded) -> None:
        part = self.orders[fact.order].parts[fact.part]
        self._close_segment(fact.order, fact.part, fact.t)
        part.state, part.timer, part.chef = "gone", None, None

    def _station_wanted(self, fact: f.StationWanted) -> None:
        part = self._part(fact)
        part.wants = fact.station
        part.turns -= 1
        self._wanting[fact.station][fact.order, fact.part] = None

    def _station_unwanted(self, fact: f.StationUnwanted) -> None:
        self._leave_line(fact.order, self._part(fact))

    def _leave_line(self, order: int, part: PartView) -> None:
        """A part waits for its station no more. One whose wait was cut short has left before its
        task can say so, for that takes a chef."""
        if part.wants is not None:
            del self._wanting[part.wants][order, part.number]
            part.wants = None

    def _station_taken(self, fact: f.StationTaken) -> None:
        self.stations[fact.station][fact.place] = fact.order
        order = self.orders[fact.order]
        order.stations.append((fact.station, fact.place))
        part = self._part(fact)
        part.moves += 1
        part.holds.append((fact.station, fact.place))
        self._leave_line(fact.order, part)

    def _station_freed(self, fact: f.StationFreed) -> None:
        self.stations[fact.station][fact.place] = None
        order = self.orders[fact.order]
        order.stations.remove((fact.station, fact.place))
        part = order.parts[fact.part]
        part.moves += 1
        part.holds.remove((fact.station, fact.place))

    def _said(self, fact: f.Said) -> None:
        self.orders[fact.order].said.append(fact.text)

    def _served(self, fact: f.Served) -> None:
        order = self.orders[fact.order]
        order.quality, order.paid, order.tip = fact.quality, fact.paid, fact.tip
        self.revenue += fact.paid + fact.tip
        self.tips += fact.tip
        self.served += 1
        self.clean_run.served(order.clean)
        self._end(order, "served", fact.t)
        self._clear(order, fact.t)

    def _rail_full(self, fact: f.RailFull) -> None:
        self.orders[fact.order].found_room = False

    def _walked_out(self, fact: f.WalkedOut) -> None:
        self.walked_out += 1
        self.clean_run.walked_out()
        self._end(self.orders[fact.order], "walked_out", fact.t)

    def _turned_away(self, fact: f.TurnedAway) -> None:
        self.turned_away += 1
        self._end(self.orders[fact.order], "turned_away", fact.t)

    def _end(self, order: OrderView, state: OrderState, now: float) -> None:
        order.state, order.ended = state, now

    def _cleared(self, fact: f.Cleared) -> None:
        self._clear(self.orders[fact.order], fact.t)

    def _clear(self, order: OrderView, now: float) -> None:
        """The dish is gone, and its table is free."""
        order.cleared = True
        self._door.pop(order.number, None)
        for part in order.parts.values():
            self._ready_hands.pop((order.number, part.number), None)
            self._close_segment(order.number, part.number, now)
            part.state, part.timer, part.chef = "gone", None, None
        if self.open_orders.pop(order.number, None) and order.table is not None:
            self.tables[order.table - 1] = None
        self._seat()

    def _picked(self, fact: f.Picked) -> None:
        self.picks.append(fact.order)
        self.decisions.pick()

    def _picked_at(self, fact: f.PickedAt) -> None:
        if fact.order in self.picks:
            self.picks.remove(fact.order)
        self.picks.insert(fact.place, fact.order)
        self.decisions.pick()

    def _unpicked(self, fact: f.Unpicked) -> None:
        if fact.order in self.picks:
            self.picks.remove(fact.order)

    def _policy_changed(self, fact: f.PolicyChanged) -> None:
        self.policy = fact.policy
        self.decisions.see(fact.policy, len(self.open_orders))

    def _assisted(self, fact: f.Assisted) -> None:
        # Those of orders that are over, and of copies, stay as they were.
        self.food, self.guests = self.food.copy(), self.guests.copy()
        self.food.slow(fact.t, fact.hold)
        self.guests.slow(fact.t, INFINITY if fact.patience is None else fact.patience)
        for number in self.open_orders:
            self._make_own(number)
            order = self.open_orders[number]
            order.guests = self.guests
            for timer in order.timers:
                timer.food = self.food
        aids: list[tuple[Aid, bool]] = [
            ("calm", fact.patience is None),
            ("hold", fact.hold > 1.0),
            ("patience", fact.patience is not None and fact.patience > 1.0),
        ]
        self.aids |= {aid: None for aid, on in aids if on}

    def _closed(self, fact: f.Closed) -> None:
        self.makespan = fact.makespan


AS_IT_IS = (
    "plans", "_planned", "opened", "time", "facts", "policy", "food", "guests", "revenue", "tips",
    "served", "burnt", "walked_out", "turned_away", "hands_seconds", "makespan",
)  # fmt: skip
"""What of a view never changes in place."""

COPIED = (
    "orders", "open_orders", "_ready_hands", "picks", "aids", "tables", "_worktop", "losses",
    "clean_run", "decisions",
)  # fmt: skip
"""What does, and can be copied as it is."""


SOMEWHERE = ("", -1)
"""On the worktop, at a place that is found when the instant is over."""


def _where(part: PartView) -> tuple[str, int] | None:
    """Where hands are that work at it, or wait with it; in line they are nowhere."""
    if part.holds:
        return part.holds[0]
    return SOMEWHERE if part.wants is None else None


def _alike(order: OrderView, kept: OrderView) -> bool:
    """Whether the same is true of both that no fact of the order's own can change."""
    return order.table == kept.table and order.guests is kept.guests


def _folds(view: KitchenView) -> dict[type[f.Fact], Callable[..., None]]:
    """For each kind of fact the method of the same name: ``TimerSet`` is folded by `_timer_set`."""
    return {
        kind: getattr(view, "_" + str(kind.__struct_config__.tag))
        for kind in f.Fact.__subclasses__()
    }
