"""Notes in the margin: one for every line on which a recipe waits, whatever the recipe."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.cookbook.awaitnotes import ANOTHER, NEVER, await_notes
from kitchen.menu import menu


def waits(source: str) -> set[int]:
    """The lines on which it waits, as Python's own grammar has them."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Await | ast.AsyncFor):
            found.add(node.lineno)
        elif isinstance(node, ast.AsyncWith):
            found |= {item.context_expr.lineno for item in node.items}
        elif isinstance(node, ast.comprehension) and node.is_async:
            found.add(node.target.lineno)
    return found


@pytest.mark.parametrize("name", menu())
def test_every_await_of_the_menu_has_a_note_of_its_own_kind(name: str) -> None:
    lines = menu()[name].source
    notes, places = await_notes(lines), waits(dedent("\n".join(lines)))
    head = next(i for i, line in enumerate(lines, 1) if line.startswith("async def"))
    assert [note.line for note in notes] == sorted(places or {head})
    for note in notes:
        assert note.leaves and note.stays and ANOTHER[0] not in note.leaves
        assert (NEVER[0] in note.leaves) == (not places)


STATEMENTS = (
    'await cook.timer("boil", 30, hold=9)',
    "await cook.timer(what, long)",
    "await asyncio.sleep(5)",
    "await asyncio.gather(a(), b())",
    "await asyncio.wait_for(a(), 9)",
    "await event.wait()",
    "dish = await queue.get()",
    "await helper()",
    "await task",
    "print(await (await one()))",
    "async with cook.station(kind): pass",
    "async with lock: pass",
    "async with asyncio.TaskGroup() as group, asyncio.timeout(8): group.create_task(a())",
    "async for dish in queue: pass",
    "found = [x async for x in stream]",
    'cook.hands("chop", 3)',
    "await asyncio.to_thread(chop)",
    "await (a() if late else b())",
    "for _ in range(3): await one()",
)


@given(st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=8), st.booleans())
def test_every_await_of_any_recipe_has_a_note(statements: list[str], nested: bool) -> None:
    body = [f"    {statement}" for statement in statements]
    if nested:
        body = ["    async def helper() -> None:", *(f"    {line}" for line in body)]
        body.append("    await helper()")
    lines = ("@recipe()", "async def dish(cook: Cook) -> None:", *body)
    notes, places = await_notes(lines), waits("\n".join(lines))
    assert [note.line for note in notes] == sorted(places or {2})
    assert all(note.leaves.strip() and note.stays.strip() for note in notes)


def test_the_seconds_are_those_that_pass_in_this_kitchen() -> None:
    lines = ("async def dish(cook):", '    await cook.timer("boil", 30)')
    (plain,) = await_notes(lines)
    assert plain.leaves.startswith("30 s of fire") and plain.stays.endswith("for 30 s")
    (slower,) = await_notes(lines, {2: {60.0, 45.5}})
    assert slower.leaves.startswith("45.5 s or 60 s of fire")


def test_what_cannot_be_read_has_no_notes() -> None:
    assert await_notes(()) == () and await_notes(("async def dish(",)) == ()
