"""Edits: what somebody who learns may do to a program, at random: the lines in another order, one
of them gone or twice there, an ``await`` more or less, a task, a gather, a lock.

Work and fire stay as they are (`LASTS`): a dish that is not cooked is no solution.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable

Lines = list[str]
Edit = Callable[[Lines, random.Random], Lines | None]
"""Gives other lines; None: there is nothing in these that it could change."""

LASTS = re.compile(r"\b(hands|timer|sleep|asyncio\.run)\(")
STAYS = re.compile(rf"{LASTS.pattern}|^\s*(return|raise|break|continue|print)\b")
"""What keeps its place: behind it nothing might ever be reached, or it tells of what is done."""
HEADER = re.compile(r"\s*(async |def |class |if |for |while |try|except|finally|else|with |@|from |"
                    r"import )")  # fmt: skip
CALL = r"[\w.]+\([^()]*\)"
TASK = re.compile(rf"^(\s*)(\w+) = asyncio\.create_task\(({CALL})\)$")
AWAIT_CALL = re.compile(rf"^(\s*)await ({CALL})$")
AWAITED = re.compile(rf"^(\s*)await ({CALL}|\w+)$")
GATHER = re.compile(r"^(\s*)(?:(\w+) = )?await asyncio\.gather\((.+)\)$")
WITH = re.compile(r"^(\s*)async with (.+):$")
LOCK = re.compile(r"^\s*(\w+) = asyncio\.(?:Lock|Semaphore|BoundedSemaphore)\(.*\)$", re.MULTILINE)


def plain(text: str) -> str:
    """The same program with each statement on one line, without comments and empty lines; as it is
    if it is no Python."""
    try:
        return ast.unparse(ast.parse(text)) + "\n"
    except (SyntaxError, ValueError, RecursionError):
        return text


def calls_itself(text: str) -> bool:
    """Whether a function of the program calls itself, be it by way of others."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return False
    defined = (ast.FunctionDef, ast.AsyncFunctionDef)
    called = {
        node.name: {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
        for node in ast.walk(tree)
        if isinstance(node, defined)
    }
    reached = {name: set(names) & called.keys() for name, names in called.items()}
    for _ in reached:
        for name, names in reached.items():
            reached[name] = names.union(*(reached[other] for other in names))
    return any(name in names for name, names in reached.items())


def edited(text: str, random: random.Random, times: int) -> str:
    """The text after so many edits, each of which could be made."""
    lines = text.splitlines()
    for _ in range(times):
        for edit in random.sample(EDITS, len(EDITS)):
            if (found := edit(lines, random)) is not None and found != lines:
                lines = found
                break
    return "\n".join(lines) + "\n"


# -- lines ---------------------------------------------------------------------------------------


def swap(lines: Lines, random: random.Random) -> Lines | None:
    """Two plain lines of one block change places."""
    free = [i for i in _plain(lines) if not STAYS.search(lines[i])]
    at = _one([i for i in free if i + 1 in free], random)
    if at is None or _indent(lines[at]) != _indent(lines[at + 1]):
        return None
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


def move(lines: Lines, random: random.Random) -> Lines | None:
    """A plain line goes to another place of its block or the next."""
    free = [i for i in _plain(lines) if not STAYS.search(lines[i])]
    at, to = _one(free, random), _one(_plain(lines), random)
    if at is None or to is None or at == to:
        return None
    moved = _indent(lines[to]) + lines[at].strip()
    rest = lines[:at] + lines[at + 1 :]
    return [*rest[:to], moved, *rest[to:]]


def drop(lines: Lines, random: random.Random) -> Lines | None:
    """A line that is neither work nor fire goes; ``pass`` keeps a block."""
    at = _one([i for i in _plain(lines) if not LASTS.search(lines[i])], random)
    if at is None:
        return None
    alone = _indent(lines[at - 1]) < _indent(lines[at]) and (
        at + 1 == len(lines) or _indent(lines[at + 1]) < _indent(lines[at])
    )
    return lines[:at] + ([f"{_indent(lines[at])}pass"] if alone else []) + lines[at + 1 :]


def twice(lines: Lines, random: random.Random) -> Lines | None:
    at = _one([i for i in _plain(lines) if not LASTS.search(lines[i])], random)
    return None if at is None else lines[: at + 1] + lines[at:]


# -- await, tasks, gather ------------------------------------------------------------------------


def no_await(lines: Lines, random: random.Random) -> Lines | None:
    return _changed(lines, random, r"\bawait (?!timer|asyncio\.sleep)", "")


def more_await(lines: Lines, random: random.Random) -> Lines | None:
    return _changed(lines, random, rf"^(\s*)({CALL})$", r"\1await \2", LASTS)


def no_task(lines: Lines, random: random.Random) -> Lines | None:
    """The coroutine itself in the place of its task."""
    return _changed(lines, random, rf"asyncio\.create_task\(({CALL})\)", r"\1")


def begin_task(lines: Lines, random: random.Random) -> Lines | None:
    """``await f()`` begins a task, and waits for it some lines later."""
    at = _one([i for i, line in enumerate(lines) if AWAIT_CALL.match(line)], random)
    if at is None or LASTS.search(lines[at]):
        return None
    space, call = AWAIT_CALL.match(lines[at]).groups()  # type: ignore[union-attr]
    name = f"task_{at + 1}"
    end = at + 1
    while end < len(lines) and _indent(lines[end]) == space and random.random() < 0.7:
        end += 1
    begun, waits = f"{space}{name} = asyncio.create_task({call})", f"{space}await {name}"
    return [*lines[:at], begun, *lines[at + 1 : end], waits, *lines[end:]]


def await_at_once(lines: Lines, random: random.Random) -> Lines | None:
    """A task and its await become one line, where either of them is."""
    at = _one([i for i, line in enumerate(lines) if TASK.match(line)], random)
    if at is None:
        return None
    _, name, call = TASK.match(lines[at]).groups()  # type: ignore[union-attr]
    waits = next((i for i, line in enumerate(lines) if line.strip() == f"await {name}"), None)
    if waits is None or waits < at:
        return None
    here = random.choice((at, waits))
    joined = [*lines]
    joined[here] = f"{_indent(lines[here])}await {call}"
    del joined[waits if here == at else at]
    return joined


def gathered(lines: Lines, random: random.Random) -> Lines | None:
    """Awaits that follow one another become a gather."""
    found = [i for i, line in enumerate(lines) if AWAITED.match(line) and not LASTS.search(line)]
    at = _one([i for i in found if i + 1 in found], random)
    if at is None or _indent(lines[at]) != _indent(lines[at + 1]):
        return None
    end = at
    while end in found and _indent(lines[end]) == _indent(lines[at]):
        end += 1
    what = ", ".join(line.strip().removeprefix("await ") for line in lines[at:end])
    return [*lines[:at], f"{_indent(lines[at])}await asyncio.gather({what})", *lines[end:]]


def not_gathered(lines: Lines, random: random.Random) -> Lines | None:
    """A gather becomes an await for each, one after the other."""
    at = _one([i for i, line in enumerate(lines) if GATHER.match(line)], random)
    if at is None:
        return None
    space, name, what = GATHER.match(lines[at]).groups()  # type: ignore[union-attr]
    if "*" in what:
        return None
    ones, begun = _arguments(what), []
    if random.random() < 0.6 and all(re.fullmatch(CALL, one) for one in ones):
        begun = [f"{space}task_{i} = asyncio.create_task({one})" for i, one in enumerate(ones)]
        ones = [f"task_{i}" for i in range(len(ones))]
    if random.random() < 0.3:
        random.shuffle(ones)
    waits = [f"{space}await {one}" for one in ones]
    if name:
        waits = [f"{space}{name} = [{', '.join(f'await {one}' for one in ones)}]"]
    return [*lines[:at], *begun, *waits, *lines[at + 1 :]]


def other_order(lines: Lines, random: random.Random) -> Lines | None:
    """What a gather is given, in another order; or one of it less."""
    at = _one([i for i, line in enumerate(lines) if GATHER.match(line)], random)
    if at is None:
        return None
    match = GATHER.match(lines[at])
    assert match is not None
    ones = _arguments(match[3])
    random.shuffle(ones)
    if len(ones) > 1 and random.random() < 0.2:
        ones.pop()
    line = lines[at][: match.start(3)] + ", ".join(ones) + ")"
    return [*lines[:at], line, *lines[at + 1 :]]


# -- locks ---------------------------------------------------------------------------------------


def no_lock(lines: Lines, random: random.Random) -> Lines | None:
    """A block under ``async with`` without it."""
    at = _one([i for i, line in enumerate(lines) if WITH.match(line)], random)
    if at is None or "station" in lines[at]:
        return None
    end = _end_of_block(lines, at)
    return [*lines[:at], *(line.removeprefix("    ") for line in lines[at + 1 : end]), *lines[end:]]


def more_lock(lines: Lines, random: random.Random) -> Lines | None:
    """A plain line under one of the locks that there are."""
    names = LOCK.findall("\n".join(lines))
    at = _one(_plain(lines), random)
    if at is None or not names or LOCK.match(lines[at]):
        return None
    space = _indent(lines[at])
    block = [f"{space}async with {random.choice(names)}:", f"    {lines[at]}"]
    return [*lines[:at], *block, *lines[at + 1 :]]


def wider_lock(lines: Lines, random: random.Random) -> Lines | None:
    """The line after a block under a lock goes into it."""
    found = [i for i, line in enumerate(lines) if WITH.match(line)]
    at = _one(found, random)
    if at is None:
        return None
    end = _end_of_block(lines, at)
    if end not in _plain(lines) or _indent(lines[end]) != _indent(lines[at]):
        return None
    return [*lines[:end], f"    {lines[end]}", *lines[end + 1 :]]


EDITS: tuple[Edit, ...] = (
    swap, move, drop, twice, no_await, more_await, no_task, begin_task, await_at_once, gathered,
    not_gathered, other_order, no_lock, more_lock, wider_lock,
)  # fmt: skip


# -- what all of them need -----------------------------------------------------------------------


def _plain(lines: Lines) -> list[int]:
    """The lines that are statements of one line in a block."""
    return [
        i for i, line in enumerate(lines)
        if line.startswith(" ") and line.strip() and not HEADER.match(line)
        and not line.rstrip().endswith((":", "(", ",", ")\\")) and line.strip()[0] not in "#)\"'"
    ]  # fmt: skip


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _one(found: list[int], random: random.Random) -> int | None:
    return random.choice(found) if found else None


def _end_of_block(lines: Lines, header: int) -> int:
    end = header + 1
    while end < len(lines) and len(_indent(lines[end])) > len(_indent(lines[header])):
        end += 1
    return end


def _changed(
    lines: Lines, random: random.Random, old: str, new: str, but: re.Pattern[str] | None = None
) -> Lines | None:
    """One line that has the old in it, with the new in its place."""
    found = [i for i in _plain(lines) if re.search(old, lines[i])]
    at = _one([i for i in found if but is None or not but.search(lines[i])], random)
    if at is None:
        return None
    return [*lines[:at], re.sub(old, new, lines[at], count=1), *lines[at + 1 :]]


def _arguments(text: str) -> list[str]:
    """Cut at commas outside brackets."""
    found, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return [one.strip() for one in found if one.strip()]
