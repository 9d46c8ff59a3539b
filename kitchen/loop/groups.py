"""Task groups and gathers: tasks that were begun together, and go on when all of them are done."""

from __future__ import annotations

import asyncio
import contextlib
import types
from collections.abc import Iterator
from typing import Any

from kitchen.loop.await_chain import AnyTask, await_chain, frame_of, frames
from kitchen.loop.lock_holders import entered_by
from kitchen.loop.relations import NodeKind
from kitchen.loop.source import attribute, own_attributes
from kitchen.loop.users_own import of_asyncio, users_own

_GATHER: Any = getattr(asyncio.tasks, "_GatheringFuture", ())
"""What `asyncio.gather` gives; if there is no such class, no gather is ever seen."""


def group_kind(thing: object) -> NodeKind | None:
    """None: it is neither."""
    if isinstance(thing, asyncio.TaskGroup):
        return "task group"
    return "gather" if isinstance(thing, _GATHER) else None


def members_of(group: object) -> list[Any]:
    """The tasks that it is made of, and the gathers within it: of a task group those alone that are
    not done, of a gather all, in the order in which they were given."""
    opened = isinstance(group, asyncio.TaskGroup)
    found = own_attributes(group).get("_tasks") if opened else getattr(group, "_children", None)
    known = found if isinstance(found, list | set) else ()
    return list(dict.fromkeys(one for one in known if asyncio.isfuture(one)))


def state_of(group: object) -> tuple[str, int, int | None]:
    """``2 tasks``, ``1 of 3 done``; how many tasks a task group has, how many of a gather's are
    done; and how many those are."""
    members = members_of(group)
    if isinstance(group, asyncio.TaskGroup):
        return f"{len(members)} task{'' if len(members) == 1 else 's'}", len(members), None
    done = sum(one.done() for one in members)
    return f"{done} of {len(members)} done", done, len(members)


def begun_by(group: object) -> AnyTask | None:
    """The task that has opened it; of a gather nobody knows."""
    parent = own_attributes(group).get("_parent_task")
    return parent if isinstance(parent, asyncio.Task) else None


def awaited_group(future: object, inner: list[types.FrameType]) -> Any:
    """The group that a task waits for: that future itself, or what is in the hands of asyncio's
    functions that it is suspended in; None: none."""
    if group_kind(future) is not None:
        return future
    for frame in inner:
        name = frame.f_code.co_name
        held = {"__aexit__": "self", "_aexit": "self", "wait_for": "fut"}.get(name, "")
        if group_kind(found := frame.f_locals.get(held)) is not None:
            return found
    return None


def groups_of(task: AnyTask) -> Iterator[tuple[str, Any]]:
    """The task groups that a task is inside of and not at the end of, outermost first, and the
    gathers that it has and does not wait for; with the names that they have there, or none."""
    chain = await_chain(task)
    for link in chain:
        frame = frame_of(link)
        if frame is None or not users_own(frame.f_code.co_filename):
            continue
        known = dict(frame.f_locals)
        names = {id(value): name for name, value in known.items()}
        for thing in entered_by(link, chain):
            for group in _opened(thing):
                yield names.get(id(group), ""), group
        for name, value in known.items():
            if group_kind(value) == "gather" and not value.done():
                yield name, value
    for frame in frames(task):  # at the end of one, its way out runs, and is on no stack any more
        own = frame.f_locals.get("self") if of_asyncio(frame) else None
        if isinstance(own, asyncio.TaskGroup):
            yield "", own


def _opened(thing: object) -> list[asyncio.TaskGroup]:
    """The task groups that whoever is inside that context manager has opened."""
    if isinstance(thing, asyncio.TaskGroup):
        return [thing]
    if isinstance(thing, contextlib.AsyncExitStack):
        ways_out = [way for _, way in attribute(thing, "_exit_callbacks")]
        inside = [way.__self__ for way in ways_out if isinstance(way, types.MethodType)]
        return [group for one in inside for group in _opened(one)]
    return []
