"""The words of the picture of who waits for whom: names, fills, sentences. All of it is pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from kitchen.game.draw import format as fmt
from kitchen.game.service.explain.explanation import listed
from kitchen.game.signs.states import order_state
from kitchen.game.signs.tables import figure, named
from kitchen.game.signs.titles import short_title
from kitchen.lab.ties import Ties
from kitchen.loop.relations import GROUPS, Circle, Node, Relations, is_thing
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.terminal import one_line

FEW = 3
"""Names that a sentence has room for."""


CHEF = Node(-1, "chef", "a chef")
"""Any of them: who has one, and who wants one, is seen without an await graph."""


def _is_a_word(name: str) -> bool:
    return " " not in name


class Names:
    """A kitchen at one moment, with what is known of who waits for whom in it."""

    def __init__(self, ties: Ties, view: KitchenView, now: float) -> None:
        self.graph: Relations = ties.graph
        self._ties, self._view, self._now = ties, view, now

    # -- dishes --------------------------------------------------------------------------------

    def order(self, node: Node) -> int | None:
        return self._ties.orders.get(node.number)

    def title(self, order: int) -> str:
        """``Soft eggs``."""
        found = self._view.orders.get(order)
        return f"order {order}" if found is None else found.title.rstrip(".")

    def full(self, order: int) -> str:
        """``8 Soft eggs``, as everywhere."""
        return named(self._view, order) if order in self._view.orders else f"order {order}"

    def brief(self, order: int) -> str:
        """``5 Risotto``, of a mushroom risotto: as short as it is told from the others."""
        found = self._view.orders.get(order)
        if found is None:
            return self.full(order)
        return f"{figure(found)} {short_title(found.title, _is_a_word, self._view.menu)}"

    def tone(self, order: int) -> Literal["waits", "wants", "works"]:
        """Waits for something or somebody; has its hand up; is at work, or on the fire."""
        found = self._view.orders.get(order)
        state = "done" if found is None else order_state(found)
        if state in ("ready", "burning"):
            return "wants"
        return "works" if state in ("hands", "cooking", "staring") else "waits"

    def since(self, order: int) -> str:
        """For how long a hand has been up: ``+47s``."""
        found = self._view.orders.get(order)
        leading = None if found is None else found.leading
        if leading is None or self.tone(order) == "works":
            return ""
        return f"+{fmt.elapsed(self._now - leading.since)}"

    def at_work(self) -> list[int]:
        """The orders that have a chef, by chef."""
        having = [c.order for c in self._view.chefs if c.state != "free"]
        return [order for order in having if order in self._view.orders and order is not None]

    def ready(self) -> Sequence[int]:
        """Whose hands are up, in the order in which they are served."""
        return list(dict.fromkeys(self._view.line))

    # -- things --------------------------------------------------------------------------------

    def short(self, node: Node) -> str:
        """On a chip."""
        order = self.order(node)
        if order is None:
            return one_line(node.name.removeprefix("the ")) or node.kind
        own = node.name.startswith(("order ", "Task-"))  # nobody has named it
        return self.title(order) if own else one_line(node.name)

    def told(self, node: Node) -> str:
        """In a sentence: ``the hob``, ``the lock 'tongs'``, ``a chef``."""
        order = self.order(node)
        if order is not None:
            return self.full(order)
        if node.kind == "timer":
            return f"'{one_line(node.name)}'"
        if node.kind == "lock" and node.name.isidentifier():
            return f"the {node.name}"
        label = one_line(node.label)
        return label if label.startswith(("a ", "an ", "the ")) else f"the {label}"

    def fill(self, node: Node) -> str:
        if node.until is not None:
            return fmt.remaining(node.until - self._now)
        quiet = ("chef", "future", "task", "lock", "task group")
        return "" if node.kind in quiet else node.fill

    def line(self, node: Node) -> list[int]:
        """The orders that wait for it, in the order in which they will have it."""
        if node.kind == "chef":
            return list(self.ready())
        return self._orders(self.graph.behind(node))

    def having(self, node: Node) -> list[int]:
        """The orders that have it."""
        if node.kind == "chef":
            return list(dict.fromkeys(self.at_work()))
        if node.kind == "task":
            return self._orders(self.graph.waits_for(node))
        return self._orders(self.graph.held_by(node))

    def _orders(self, nodes: Sequence[Node]) -> list[int]:
        found = (self.order(node) for node in nodes)
        return list(dict.fromkeys(order for order in found if order is not None))

    def groups(self, order: int | None) -> list[Node]:
        """The task groups and gathers that an order's tasks have begun or wait for, with those
        within."""
        tasks = [] if order is None else self._ties.tasks_of(order)
        todo = [n for task in tasks for n in (*self.graph.begun(task), *self.graph.waits_for(task))]
        found: dict[int, Node] = {}
        while todo:
            node = todo.pop(0)
            if node.kind in GROUPS and node.number not in found:
                found[node.number] = node
                todo += self.graph.made_of(node)
        return list(found.values())

    @cached_property
    def contested(self) -> list[Node]:
        """The things that somebody has and others wait for, the longest line first."""
        found = [node for node in self.graph.things if node.line and self.graph.held_by(node)]
        return sorted(found, key=lambda node: -len(node.line))

    def about(self, order: int | None) -> Node | None:
        """What the picture around a dish is about: what it waits for in a line; else what others
        wait for that it has; else the group that it waits for; else the chef, if it has one; else
        its timer, or whatever else is to come. Without a dish, what most wait for. None: nobody
        waits for anybody."""
        tasks = [] if order is None else self._ties.tasks_of(order)
        wanted = [node for task in tasks for node in self.graph.waits_for(task)]
        alone = [node for node in wanted if node.kind in ("timer", "future")]
        groups = [node for node in wanted if node.kind in GROUPS]
        lines = [node for node in wanted if is_thing(node) and node not in alone]
        held = [node for task in tasks for node in self.graph.holds(task) if node.line]
        held = [node for node in held if node.kind not in ("task", "chef")]
        if lines:
            return lines[0]
        if held:
            return max(held, key=lambda node: len(node.line))
        if groups:
            return groups[0]
        if order in self.at_work():
            return CHEF
        return next(iter([*alone, *self.contested]), None)


def phase_words(names: Names, view: KitchenView) -> str:
    """What the loop of the kitchen is doing: it runs a step, is about to, or waits for a timer."""
    working = [chef.order for chef in view.chefs if chef.state == "hands" and chef.order]
    if working:
        told = [names.brief(order) for order in working[:FEW]]
        more = len(working) - len(told)
        return f"the loop runs {listed([*told, f'{more} more'] if more else told)}"
    if view.line:
        return "the loop has a step ready"
    timers = (timer for order in view.open_orders.values() for timer in order.timers)
    rings = [timer.until for timer in timers if timer.rang is None]
    return f"the loop waits until {fmt.clock(min(rings))}" if rings else "no timer runs"


def circle_words(names: Names, circle: Circle, chosen: int | None) -> str:
    """``8 Soft eggs holds the tongs and waits for the board, held by 10 Steak.`` Of a large circle
    only how large it is."""
    nodes = [names.graph.nodes[number] for number in circle]
    tasks = [at for at, node in enumerate(nodes) if node.kind == "task"]
    if len(tasks) > FEW:
        return f"{len(tasks)} wait for one another in a circle: nobody will ever go on."
    at = next((at for at in tasks if names.order(nodes[at]) == chosen), tasks[-1])
    before, here = nodes[at - 1], nodes[at]
    after, then = nodes[(at + 1) % len(nodes)], nodes[(at + 2) % len(nodes)]
    holds = f"holds {names.told(before)} and " if is_thing(before) else ""
    if after.kind in GROUPS:
        one = names.graph.next_task(circle, at)
        return f"{names.told(here)} {holds}waits for {names.told(one)}, of {names.told(after)}."
    if after.kind == "task":
        return f"{names.told(here)} {holds}waits for {names.told(after)}."
    by = "itself" if then is here else names.told(then)
    return f"{names.told(here)} {holds}waits for {names.told(after)}, held by {by}."


def dish_words(names: Names, chosen: int | None, about: Node | None) -> str:
    """What is said below the picture around a dish."""
    if about is None:
        return "Nobody waits for anybody."
    if about.kind == "chef":
        return _chef_words(names, chosen)
    line, having = names.line(about), names.having(about)
    by = f", held by {few(names, having)}" if having else ""
    if chosen in line:
        return f"{names.full(chosen)} waits for {names.told(about)}{by}.{_behind(line, chosen)}"
    if chosen in having:
        return f"{names.full(chosen)} holds {names.told(about)}; {_wait(names, line)} for it."
    return f"{_wait(names, line)} for {names.told(about)}{by}."


def _chef_words(names: Names, chosen: int | None) -> str:
    line, having = list(names.ready()), names.at_work()
    busy = f", who is busy with {few(names, having)}" if having else ""
    if chosen is not None and chosen in line:
        return f"{names.full(chosen)} waits for a chef{busy}.{_behind(line, chosen)}"
    if chosen in having:
        waits = _wait(names, line) if line else "nobody waits"
        return f"{names.full(chosen)} has a chef; {waits} for one."
    return f"{_wait(names, line)} for a chef{busy}."


def _behind(line: Sequence[int], order: int) -> str:
    behind = len(line) - 1 - line.index(order)
    return f" {fmt.count(behind, 'more waits', 'more wait')} behind it." if behind else ""


def _wait(names: Names, line: Sequence[int]) -> str:
    return f"{few(names, line)} {'waits' if len(line) == 1 else 'wait'}"


def few(names: Names, orders: Sequence[int]) -> str:
    """One by its name, several by their short ones."""
    if len(orders) == 1:
        return names.full(orders[0])
    told = [names.brief(order) for order in orders[:FEW]]
    more = len(orders) - len(told)
    return listed([*told, f"{more} more"] if more > 0 else told)
