"""The wire: a run as bytes, from the process in which it came about to the one that shows it.

Nothing that a program could have made is executed to read them: they hold plain data alone.
"""

from __future__ import annotations

from typing import Any, Union

import msgspec

from kitchen.errors import KitchenError
from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Printed, Run, Trouble
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.runs.spells import Spell
from kitchen.sim.facts import Fact

KINDS_OF_FACT: Any = Union[tuple(Fact.__subclasses__())]  # noqa: UP007 - made of a list


class _Wire(msgspec.Struct, frozen=True):
    """The fields of a `Run`, in its words."""

    source: str
    name: str
    dishes: dict[str, str]
    facts: list[KINDS_OF_FACT]
    printed: list[Printed]
    trouble: Trouble | None
    makespan: float
    titles: dict[int, str]
    ended: dict[int, str]
    tasks: dict[int, str]
    spells: list[Spell]
    part_of: dict[int, list[int]]
    lost: tuple[str, ...]
    graph: AwaitGraph | None


def packed(run: Run) -> bytes:
    wire = _Wire(
        run.program.source, run.program.name, dict(run.program.dishes or {}), list(run.facts),
        run.printed, run.trouble, run.makespan, dict(run.titles), dict(run.ended),
        dict(run.tasks), list(run.spells), dict(run.part_of), run.lost, run.graph,
    )  # fmt: skip
    try:
        return msgspec.msgpack.encode(wire)
    except UnicodeEncodeError:  # half a letter, which a program may print and nobody can write
        return msgspec.msgpack.encode(_whole(msgspec.to_builtins(wire)))


def unpacked(data: bytes) -> Run:
    """Raises `KitchenError` for what `packed` has not made."""
    try:
        wire = msgspec.msgpack.decode(data, type=_Wire)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise KitchenError(f"no run: {error}") from error
    return Run(
        Program(wire.source, wire.name, wire.dishes), wire.facts, wire.printed, wire.trouble,
        wire.makespan, wire.titles, wire.ended, wire.tasks, wire.spells, wire.part_of, wire.lost,
        wire.graph,
    )  # fmt: skip


def _whole(thing: Any) -> Any:
    """The same with a question mark for each half of a letter."""
    if isinstance(thing, str):
        return thing.encode("utf-8", "replace").decode()
    if isinstance(thing, dict):
        return {_whole(key): _whole(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_whole(one) for one in thing]
    return thing
