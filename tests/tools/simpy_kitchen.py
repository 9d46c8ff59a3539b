"""The rules of the kitchen once more, as an independent SimPy model.

It shares no code with the simulation. The tests compare the two, order by order, and the benchmark
races them, so it is written for speed as well: it keeps the result and nothing else, claims a free
place without an event, and spends one timeout on all the work up to the next wait.

Cancellation is SimPy's interrupt. As in asyncio it takes effect where a task waits, never during
hands-on work, and a task is told of it only when a chef resumes it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from simpy import Environment, Event, Interrupt, Process

SCRAPE_S = 20.0
CLEAR_AWAY_S = 10.0

HandsStep: TypeAlias = tuple[Literal["hands"], float]
TimerStep: TypeAlias = tuple[Literal["timer"], float, float | None]
"""Seconds until the ring, and seconds of hold after it (None: it never spoils)."""
StationStep: TypeAlias = "tuple[Literal['station'], str, Plan]"
TogetherStep: TypeAlias = "tuple[Literal['together'], list[Plan]]"
Step: TypeAlias = "HandsStep | TimerStep | StationStep | TogetherStep"
Plan: TypeAlias = "list[Step]"
"""What a recipe does, as data."""


def hands(seconds: float) -> Step:
    return ("hands", seconds)


def timer(seconds: float, hold: float | None = None) -> Step:
    return ("timer", seconds, hold)


def station(kind: str, *plan: Step) -> Step:
    return ("station", kind, list(plan))


def together(*parts: Plan) -> Step:
    return ("together", list(parts))


Waits: TypeAlias = Generator[Event, Any, None]

MODES = {
    "blocking": (1, "stay"),
    "concurrent": (1, "leave"),
    "parallel": (10, "stay"),
    "hybrid": (10, "leave"),
}
"""By mode: how many chefs, and whether they stay with the pot."""


class PlainOrder(NamedTuple):
    at: float
    plan: Plan
    patience: float | None = None


class PlainShift(NamedTuple):
    orders: Sequence[PlainOrder]
    """In order of arrival."""
    stations: Mapping[str, int]


class End(NamedTuple):
    """How an order ended. ``cleared`` is when its dish let go of its chef for good."""

    order: int
    kind: Literal["served", "walked_out"]
    at: float
    cleared: float
    quality: float


class Burnt(Exception):
    """The chef came too late."""


class Cancelled(Exception):
    """A chef resumed a task that nobody wants any more."""


class Places:
    """Chefs, or stations of one kind: some are free, or tasks stand in line for them."""

    __slots__ = ("env", "free", "line", "then")

    def __init__(self, env: Environment, count: int, then: Places | None = None) -> None:
        self.env = env
        self.free = count
        self.line: deque[Event] = deque()
        self.then = then
        """Who gets a place out of the line claims one of these at once. The event's value is that
        claim: who gets a station that the chef left raises a hand in that very moment."""

    def claim(self) -> Event | None:
        """Take a free place at once, or return the event of getting one."""
        if self.free:
            self.free -= 1
            return None
        turn = Event(self.env)
        self.line.append(turn)
        return turn

    def give_back(self) -> None:
        if self.line:
            self.line.popleft().succeed(self.then and self.then.claim())
        else:
            self.free += 1

    def withdraw(self, turn: Event) -> None:
        """Leave the line, or give back what was granted in this very instant."""
        if turn.triggered:
            self.give_back()
        else:
            self.line.remove(turn)


def unbroken(event: Event) -> Waits:
    """Wait to the end: a cancelled task hears of it later."""
    try:
        yield event
    except Interrupt:
        yield event


class Kitchen:
    """One shift in one kitchen. ``run`` it once, then read the result."""

    def __init__(self, shift: PlainShift, mode: str, places: type[Places] = Places) -> None:
        chefs, attention = MODES[mode]
        self.env = env = Environment()
        self.stay = attention == "stay"
        self.chefs = places(env, chefs)
        then = None if self.stay else self.chefs
        self.stations = {kind: places(env, count, then) for kind, count in shift.stations.items()}
        self.makespan = 0.0
        self.hands = 0.0
        """Hands-on seconds."""
        self.ends: list[End] = []
        env.process(self.arrivals(shift.orders))

    def run(self) -> Kitchen:
        self.env.run()
        return self

    def arrivals(self, orders: Sequence[PlainOrder]) -> Waits:
        env = self.env
        for number, (at, plan, patience) in enumerate(orders, 1):
            if at > env.now:
                yield env.timeout(at - env.now)
            dish = Dish(self, number, plan)
            if patience is not None:
                env.timeout(patience).callbacks.append(dish.walk_out)


class Task:
    """A dish, or a part of one: a process that needs a chef whenever it does not wait."""

    __slots__ = ("cancelled", "env", "kitchen", "process", "quality", "turns", "work")

    process: Process

    def __init__(self, kitchen: Kitchen, turns: Places) -> None:
        self.kitchen = kitchen
        self.env = kitchen.env
        self.turns = turns
        """The line in which it raises its hand."""
        self.work = 0.0
        """Hands-on seconds asked for, not yet spent."""
        self.quality = 1.0
        self.cancelled = False

    def cancel(self) -> None:
        if self.process.is_alive and not self.cancelled:
            self.cancelled = True
            self.process.interrupt()

    def follow(self, plan: Plan) -> Waits:
        for step in plan:
            if step[0] == "hands":
                self.work += step[1]
            elif step[0] == "timer":
                yield from self.timer(step[1], step[2])
            elif step[0] == "station":
                yield from self.station(step[1], step[2])
            else:
                yield from self.together(step[1])

    def spend(self, waiting: float = 0.0) -> Waits:
        """The work asked for, and then perhaps a stare at the pot: a cancel has to wait."""
        self.kitchen.hands += self.work
        work, self.work = self.work, 0.0
        yield from unbroken(self.env.timeout(work + waiting))

    def settle(self) -> Waits:
        """Spend the work before touching what dishes share."""
        if self.work:
            yield from self.spend()
            if self.cancelled:
                raise Cancelled

    def hand_up(self) -> Waits:
        """Wait for a chef. A cancelled task keeps its turn: it has to hear of it."""
        turn = self.turns.claim()
        if turn is not None:
            yield from unbroken(turn)

    def hear_of_it(self) -> Waits:
        """Raise a hand to be told of the cancel, and move only when all who were cancelled at the
        same time have raised theirs."""
        yield self.turns.claim() or self.env.timeout(0.0)

    def timer(self, seconds: float, hold: float | None) -> Waits:
        if self.kitchen.stay:
            yield from self.spend(seconds)
            if self.cancelled:
                raise Cancelled
            return
        if self.work:
            yield from self.spend()
        self.turns.give_back()
        rings_at = self.env.now + seconds
        try:
            if not self.cancelled:
                yield self.env.timeout(seconds)
            yield from self.hand_up()
        except Interrupt:
            yield from self.hear_of_it()
        if self.cancelled:
            raise Cancelled
        if hold is not None:
            self.look(self.env.now - rings_at - hold, hold)

    def look(self, late: float, burn: float) -> None:
        """See what ``late`` seconds past the hold have done to the food."""
        if late >= burn:
            raise Burnt
        if late > 0.0:
            self.quality *= 1.0 - late / burn

    def station(self, kind: str, plan: Plan) -> Waits:
        yield from self.settle()
        places = self.kitchen.stations[kind]
        place = places.claim()
        if place is not None:
            yield from self.stand_in_line(places, place)
        try:
            if self.cancelled:
                raise Cancelled
            yield from self.follow(plan)
            yield from self.settle()
        finally:
            places.give_back()

    def stand_in_line(self, places: Places, place: Event) -> Waits:
        if self.kitchen.stay:
            return (yield from unbroken(place))
        self.turns.give_back()
        try:
            yield place
        except Interrupt:
            if not place.triggered:
                places.withdraw(place)
                yield from self.hear_of_it()
                raise Cancelled from None
        if places.then is None:
            yield from self.hand_up()
        elif place.value is not None:
            yield from unbroken(place.value)

    def together(self, plans: list[Plan]) -> Waits:
        """Parts raise their hands in order of creation; then the chef turns to one of them."""
        if self.work:
            yield from self.spend()
        if self.kitchen.stay and self.turns is self.kitchen.chefs:
            self.turns = Places(self.env, 1)  # the dish's own chef, for its parts in turns
            self.turns.claim()
        group = Group(self.env)
        group.parts = [Part(self, plan, group) for plan in plans]
        group.left = len(plans)
        self.turns.give_back()
        yield from self.wait_for(group)
        for part in group.parts:
            self.quality *= part.quality
        if group.burnt:
            raise Burnt
        if self.cancelled:
            raise Cancelled

    def wait_for(self, group: Group) -> Waits:
        """As TaskGroup does: come when all have ended, at the first failure, or when cancelled."""
        if self.cancelled:  # since it set them to work: they are in line before it, and may begin
            yield from self.hear_of_it()
        else:
            yield from self.news_of(group)
        while True:
            if self.cancelled:
                group.abort()
            if not group.left:
                return
            self.turns.give_back()
            yield from self.news_of(group)

    def news_of(self, group: Group) -> Waits:
        group.news = Event(self.env)
        try:
            yield group.news
        except Interrupt:
            return (yield from self.hear_of_it())
        yield from self.hand_up()


class Group:
    """The parts of a dish that are made together."""

    __slots__ = ("aborted", "burnt", "left", "news", "parts")

    def __init__(self, env: Environment) -> None:
        self.parts: list[Part] = []
        self.left = 0
        self.burnt = False
        self.aborted = False
        self.news = Event(env)

    def abort(self) -> None:
        if not self.aborted:
            self.aborted = True
            for part in self.parts:
                part.cancel()

    def tell(self) -> None:
        if not self.news.triggered:
            self.news.succeed()


class Part(Task):
    """A part of a dish, with its hand up from the start."""

    __slots__ = ()

    def __init__(self, parent: Task, plan: Plan, group: Group) -> None:
        super().__init__(parent.kitchen, parent.turns)
        self.process = self.env.process(self.run(plan, group, self.turns.claim()))

    def run(self, plan: Plan, group: Group, turn: Event | None) -> Waits:
        if turn is not None:
            yield from unbroken(turn)
        try:
            if not self.cancelled:
                yield from self.follow(plan)
                if self.work:
                    yield from self.spend()
        except Cancelled:
            pass
        except Burnt:
            group.burnt = self.cancelled = True
            if not group.aborted:
                group.abort()
                group.tell()
        group.left -= 1
        if not group.left:
            group.tell()
        self.turns.give_back()


class Dish(Task):
    """An order, from its arrival until it is served or cleared away."""

    __slots__ = ("gone", "number")

    def __init__(self, kitchen: Kitchen, number: int, plan: Plan) -> None:
        super().__init__(kitchen, kitchen.chefs)
        self.number = number
        self.gone = 0.0
        """When the customer walked out."""
        self.process = self.env.process(self.run(plan, self.turns.claim()))

    def walk_out(self, _: Event) -> None:
        if self.process.is_alive:
            self.gone = self.env.now
            self.cancel()

    def run(self, plan: Plan, turn: Event | None) -> Waits:
        chefs = self.kitchen.chefs
        if turn is not None:
            try:
                yield turn
            except Interrupt:
                chefs.withdraw(turn)
                return self.end("walked_out", self.gone)
        try:
            yield from self.make(plan)
        except Cancelled:
            self.kitchen.hands += CLEAR_AWAY_S
            yield self.env.timeout(CLEAR_AWAY_S)
            self.end("walked_out", self.gone)
        else:
            self.end("served", self.env.now)
        chefs.give_back()

    def make(self, plan: Plan) -> Waits:
        """Follow the plan, from the start again as often as the food burns."""
        while True:
            try:
                yield from self.follow(plan)
                return (yield from self.settle())
            except Burnt:
                if self.cancelled:
                    raise Cancelled from None
                self.quality = 1.0
                self.work = SCRAPE_S
                yield from self.settle()

    def end(self, kind: Literal["served", "walked_out"], at: float) -> None:
        now = self.kitchen.makespan = self.env.now
        self.kitchen.ends.append(End(self.number, kind, at, now, self.quality))
