"""A recipe's source with the seconds that really pass in a kitchen of another pace.

A number is replaced only where it is provably the time of a call of the recipe's own cook: a
literal, in the function whose parameter the cook is. Whatever else decides a time stays as written.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kitchen.game.signs.moment import Source
from kitchen.sim.shift.pace import Pace, paced
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift

TIMES = ("seconds", "hold", "burn")
"""What calls name their times; the first is also the second argument."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Where a number stands: its line, from 0, and from which byte of it to which."""

    line: int
    begin: int
    end: int
    text: str
    """What is to stand there."""


def sources_of(shift: Shift, keeps: float = 1.0) -> dict[str, Source]:
    """The source of every dish of a shift as its kitchens cook it, by name. Food ``keeps`` so many
    times as long as the shift has it."""
    pace = replace(shift.pace, hold=shift.pace.hold * keeps)
    return {
        name: true_source(recipe, pace, name in shift.prepped)
        for name, recipe in shift.recipes().items()
    }


def true_source(recipe: Recipe, pace: Pace, prepped: bool = False) -> Source:
    """``prepped``: the work that it begins with is done before the doors open."""
    lines = [line.encode() for line in recipe.source]
    found = sorted(_literals(recipe.source, pace, prepped), key=lambda one: (one.line, one.begin))
    for literal in reversed(found):
        line = lines[literal.line]
        lines[literal.line] = line[: literal.begin] + literal.text.encode() + line[literal.end :]
    return Source(tuple(line.decode() for line in lines), recipe.name)


def _literals(lines: tuple[str, ...], pace: Pace, prepped: bool) -> Iterator[Literal]:
    if (pace.hands, pace.timers, pace.hold) == (1.0, 1.0, 1.0) and not prepped:
        return
    text = "\n".join(lines)
    plain = textwrap.dedent(text)
    indent = len(lines[0]) - len(plain.splitlines()[0]) if plain.strip() else 0
    try:
        tree = ast.parse(plain)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    function = next((node for node in tree.body if isinstance(node, ast.AsyncFunctionDef)), None)
    if function is None or not function.args.args:
        return
    cook = function.args.args[0].arg
    if _is_hidden(function, cook):
        return
    first = _first_hands(function, cook) if prepped else None
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and (what := _of_the_cook(call, cook)):
            for number, factor in _times(call, what, pace, call is first):
                yield _literal(number, factor, indent)


def _is_hidden(function: ast.AsyncFunctionDef, cook: str) -> bool:
    """Whether the name may stand for something else than the recipe's cook somewhere in it."""
    own = function.args.args[0]
    return any(
        (isinstance(node, ast.arg) and node.arg == cook and node is not own)
        or (isinstance(node, ast.Name) and node.id == cook and not isinstance(node.ctx, ast.Load))
        or (isinstance(node, ast.ExceptHandler | ast.MatchAs) and node.name == cook)
        or (isinstance(node, ast.alias) and (node.asname or node.name) == cook)
        for node in ast.walk(function)
    )


def _of_the_cook(call: ast.Call, cook: str) -> str:
    """``hands`` or ``timer``, if it is one of these; else empty."""
    method = call.func
    if not (isinstance(method, ast.Attribute) and isinstance(method.value, ast.Name)):
        return ""
    return method.attr if method.value.id == cook and method.attr in ("hands", "timer") else ""


def _first_hands(function: ast.AsyncFunctionDef, cook: str) -> ast.Call | None:
    """The work that it begins with, where the first statement but for helpers is just that."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    helpers = (ast.FunctionDef, ast.AsyncFunctionDef)
    first = next((line for line in body if not isinstance(line, helpers)), None)
    if not (isinstance(first, ast.Expr) and isinstance(first.value, ast.Call)):
        return None
    return first.value if _of_the_cook(first.value, cook) == "hands" else None


def _times(
    call: ast.Call, what: str, pace: Pace, done: bool
) -> Iterator[tuple[ast.Constant, float]]:
    """The literal times of a call, each with the factor by which it is longer."""
    factors = dict.fromkeys(TIMES, pace.hold)
    factors["seconds"] = 0.0 if done else pace.hands if what == "hands" else pace.timers
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return
    named = [(TIMES[index - 1], argument) for index, argument in enumerate(call.args) if index]
    named += [(keyword.arg or "", keyword.value) for keyword in call.keywords]
    for name, value in named:
        literal = isinstance(value, ast.Constant) and type(value.value) in (int, float)
        if literal and factors.get(name, 1.0) != 1.0:
            yield value, factors[name]  # type: ignore[misc]


def _literal(number: ast.Constant, factor: float, indent: int) -> Literal:
    value = paced(float(number.value), factor)  # type: ignore[arg-type]
    begin, end = number.col_offset + indent, number.end_col_offset or 0
    return Literal(number.lineno - 1, begin, end + indent, short(value))


def short(seconds: float) -> str:
    """As somebody would write it: to a tenth of a second, below ten to a hundredth."""
    return f"{seconds:.{1 if seconds >= 10 or seconds == 0 else 2}f}".rstrip("0").rstrip(".")
