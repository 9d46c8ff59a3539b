"""Notes in the margin of a recipe: what every place where it waits means, in plain words, and what
the same line means to a chef who stays. Found in the source of any recipe, a user's own as well.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kitchen.cookbook.wordlines import called, tree_of

Seconds = Mapping[int, Collection[float]]
"""By line of a source: how long the timers that are set there really run in this kitchen."""


@dataclass(frozen=True, slots=True)
class AwaitNote:
    """``leaves``: to a chef who may go; ``stays``: to one who stays at every pot."""

    line: int
    """From 1 within the source."""
    leaves: str
    stays: str


Way = tuple[str, str]
"""To a chef who leaves, and to one who stays."""

NEVER: Way = (
    "no await anywhere: the hands never let go",
    "just the same: there is nothing to walk away from",
)
PARTS: Way = ("its parts cook at once; it goes on when all are done", "one part after the other")
ANOTHER: Way = (
    "waits for something else: the chef may go",
    "the chef stands here until it is done",
)
IN_TURN: Way = ("waits for each of them in turn: the chef may go", "the chef stands here for each")
FREE: Way = ("waits until it is free: the chef may go", "the chef stands here until it is free")

CALLS: Mapping[str, Way] = {
    "gather": PARTS,
    "TaskGroup": PARTS,
    "wait": ("waits for some of its parts: the chef may go", "one part after the other"),
    "wait_for": (
        "waits so long and no longer, then gives up",
        "cannot give up: the chef stands here",
    ),
    "timeout": (
        "waits so long and no longer, then gives up",
        "cannot give up: the chef stands here",
    ),
    "timeout_at": ("waits till then and no longer", "cannot give up: the chef stands here"),
    "get": ("waits until something is handed over", "the chef stands here until it comes"),
    "put": (
        "waits until there is room to hand it over",
        "the chef stands here until there is room",
    ),
    "join": ("waits until all of it has been dealt with", "the chef stands here until then"),
    "acquire": FREE,
    "Lock": FREE,
    "Semaphore": FREE,
    "BoundedSemaphore": FREE,
    "Condition": FREE,
    "to_thread": ("another pair of hands does it: the chef may go", "the chef does it alone"),
    "run_in_executor": ("another pair of hands does it: the chef may go", "the chef does it alone"),
    "shield": ("waits, and is not stopped half-way", "the chef stands here until it is done"),
}
"""By the last word of what is called."""


def await_notes(lines: tuple[str, ...], seconds: Seconds | None = None) -> tuple[AwaitNote, ...]:
    """One note for each line on which a recipe waits, in their order; a recipe that waits nowhere
    has one at its head. None where the source cannot be read."""
    tree = tree_of(lines)
    if tree is None:
        return ()
    found: dict[int, list[Way]] = {}
    for line, way in _waits(tree, seconds or {}):
        found.setdefault(line, []).append(way)
    if not found:
        head = next((n for n in tree.body if isinstance(n, ast.AsyncFunctionDef)), None)
        found = {head.lineno: [NEVER]} if head is not None else {}
    return tuple(_note(line, found[line]) for line in sorted(found))


def _note(line: int, ways: list[Way]) -> AwaitNote:
    leaves, stays = (list(dict.fromkeys(told)) for told in zip(*ways, strict=True))
    return AwaitNote(line, "; ".join(leaves), "; ".join(stays))


def _waits(tree: ast.Module, seconds: Seconds) -> Iterator[tuple[int, Way]]:
    own = {n.name for n in ast.walk(tree) if isinstance(n, ast.AsyncFunctionDef)}
    for node in ast.walk(tree):
        match node:
            case ast.Await(value=value):
                yield node.lineno, _awaited(value, own, seconds.get(node.lineno, ()))
            case ast.AsyncWith(items=items):
                for item in items:
                    yield item.context_expr.lineno, _entered(item.context_expr)
            case ast.AsyncFor():
                yield node.lineno, IN_TURN
            case ast.comprehension(is_async=1, target=target):
                yield target.lineno, IN_TURN


def _awaited(value: ast.expr, own: Collection[str], seconds: Collection[float]) -> Way:
    match value:
        case ast.Call() as call if called(call) == "timer":
            return _timer(call, seconds)
        case ast.Call() as call if called(call) == "sleep":
            return _sleep(call)
        case ast.Call(args=[]) as call if called(call) == "wait":
            return "waits for a signal: the chef may go", "the chef stands here until it comes"
        case ast.Call(func=ast.Name(id=name)) if name in own:
            return f"goes on in {name}, and waits where that waits", f"does {name} to its end"
        case ast.Call() as call if called(call) in CALLS:
            return _limited(CALLS[called(call)], call)
        case ast.Name(id=name):
            return f"waits until {name} is done: the chef may go", f"does {name} to its end"
    return ANOTHER


def _timer(call: ast.Call, seconds: Collection[float]) -> Way:
    """``hold`` is the third of its arguments."""
    literal = _number(_argument(call, 1, "seconds"))
    told = sorted({*seconds} or ({literal} if literal is not None else set()))
    how_long = " or ".join(f"{second:g} s" for second in told)
    leaves = f"{how_long} of fire: the chef may go" if told else "the fire works: the chef may go"
    hold = _number(_argument(call, 2, "hold"))
    if hold is not None:
        leaves += f"; it keeps for {hold:g} s"
    return leaves, f"the chef stands here for {how_long}" if told else "the chef stands here"


def _sleep(call: ast.Call) -> Way:
    seconds = _number(_argument(call, 0, "delay"))
    if seconds is None:
        return "nothing to do: the chef may go", "the chef stands here"
    if not seconds:
        return "lets the others have a turn", "nothing happens"
    return (
        f"nothing to do for {seconds:g} s: the chef may go",
        f"the chef stands here for {seconds:g} s",
    )


def _entered(thing: ast.expr) -> Way:
    if not isinstance(thing, ast.Call):
        return FREE
    if called(thing) == "station":
        kind = thing.args[0] if thing.args else None
        name = kind.value if isinstance(kind, ast.Constant) else "place"
        stays = f"the chef stands here until one {name!s} is free"
        return f"waits if no {name!s} is free: the chef may go", stays
    return _limited(CALLS.get(called(thing), ANOTHER), thing)


def _limited(way: Way, call: ast.Call) -> Way:
    """With the seconds after which it gives up, where they are written down."""
    place = {"wait_for": 1, "timeout": 0}.get(called(call))
    limit = _number(_argument(call, place, "timeout")) if place is not None else None
    return way if limit is None else (way[0].replace("so long", f"{limit:g} s"), way[1])


def _argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    named = next((word.value for word in call.keywords if word.arg == name), None)
    given = call.args[place] if len(call.args) > place else None
    return named if named is not None else given


def _number(value: ast.expr | None) -> float | None:
    literal = isinstance(value, ast.Constant) and type(value.value) in (int, float)
    return float(value.value) if literal else None  # type: ignore[union-attr]
