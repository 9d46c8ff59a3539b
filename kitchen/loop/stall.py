"""The stall report: nothing is ready, no timer runs, and yet there are tasks that wait."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitchen.loop.await_chain import UNKNOWN, AnyTask
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.loop.waiting_for import A_CHEF, TOLD, some_of

if TYPE_CHECKING:
    from kitchen.loop.looking import Glance


@dataclass(frozen=True, slots=True)
class Waiting:
    """One task that waits for ever."""

    name: str
    where: str
    """File name and line of the innermost await that is the user's own, ``"?"`` if none is."""
    what: str
    """By the name of the variable, where the source shows one."""
    held_by: tuple[str, ...] = ()
    """The tasks that have it, as far as that can be seen: of a lock, a semaphore or a station."""
    lost: bool = False
    """It is a lock, and whoever took it has ended without giving it back."""

    def __str__(self) -> str:
        at = "" if self.where == UNKNOWN else f" at {self.where}"
        return f"{self.name} waits for {self.what}{at}{self._held}"

    @property
    def _held(self) -> str:
        if self.lost:
            return ", held by nobody that is left"
        if not self.held_by:
            return ""
        who, verb = ("whom", "keep") if self.what == A_CHEF else ("which", "hold")
        if self.held_by == (self.name,):
            return f", {who} it {verb}s itself"
        return f", {who} {some_of(self.held_by)} {verb}{'s' if len(self.held_by) == 1 else ''}"


class Stalled(RuntimeError):
    """Nothing can ever happen again, and tasks are pending.

    ``waiting`` says of each task where it waits and for what; ``cycle`` holds the names of tasks
    that wait for one another in a circle, and is empty where there is no circle; ``graph`` is the
    await graph, which ``print`` draws. The message names `TOLD` tasks at most.
    """

    def __reduce__(self) -> tuple[type[Stalled], tuple[object, ...]]:
        return type(self), (self.waiting, self.cycle, self.graph)

    def __init__(
        self,
        waiting: tuple[Waiting, ...] = (),
        cycle: tuple[str, ...] = (),
        graph: AwaitGraph | None = None,
    ) -> None:
        self.waiting = waiting
        self.cycle = cycle
        self.graph = graph or AwaitGraph()
        lines = [str(w) for w in waiting[:TOLD]]
        if len(waiting) > TOLD:
            lines.append(f"and {len(waiting) - TOLD} more wait")
        if len(cycle) == 1:
            lines.append(f"{cycle[0]} waits for itself")
        elif cycle:
            names = " > ".join([*cycle[:TOLD], "..."] if len(cycle) > TOLD else cycle)
            lines.append(f"they wait for one another: {names} > {cycle[0]}")
        super().__init__(
            "the kitchen has stalled: " + ("; ".join(lines) or "nobody is left to act")
        )


def describe_stall(
    tasks: Iterable[AnyTask], told: Collection[AnyTask] | None = None
) -> tuple[tuple[Waiting, ...], tuple[str, ...], AwaitGraph]:
    """What every pending task waits for, a circle among them if there is one, and the await graph;
    of ``told`` alone, where not all are to be told of."""
    from kitchen.loop.circles import some_circle  # nearly nothing ever stalls
    from kitchen.loop.looking import Looks

    looks = Looks(tasks, told)
    needs = {look.task: look.want.needs for look in looks.each}
    cycle = some_circle({task: [t for t in some if t in needs] for task, some in needs.items()})
    names = tuple(task.get_name() for task in cycle)
    return tuple(map(_waiting, looks.each)), names, looks.graph([cycle] if cycle else [])


def _waiting(look: Glance) -> Waiting:
    want = look.want
    held_by = tuple(other.get_name() for other in want.needs) if want.held else ()
    return Waiting(look.task.get_name(), look.where, want.what, held_by, want.lost)
