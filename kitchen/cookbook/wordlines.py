"""Which lines of a recipe carry a word: found in its source, of any recipe.

Lines count from 1 within the source, as facts count them.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from textwrap import dedent

Finder = Callable[[ast.AST], Iterator[int]]
"""From a node of the source to the lines that carry the word there."""


def tree_of(lines: tuple[str, ...]) -> ast.Module | None:
    """The source as Python reads it; None where it cannot."""
    try:
        return ast.parse(dedent("\n".join(lines)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def lines_of(finder: Finder, lines: tuple[str, ...]) -> frozenset[int]:
    tree = tree_of(lines)
    if tree is None:
        return frozenset()
    return frozenset(line for node in ast.walk(tree) for line in finder(node))


def called(call: ast.Call) -> str:
    """The last word of what is called: ``gather`` of ``asyncio.gather(...)``."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def of_a_call(name: str) -> Finder:
    """``gather(...)``, however it is imported."""

    def find(node: ast.AST) -> Iterator[int]:
        if isinstance(node, ast.Call) and called(node) == name:
            yield node.lineno

    return find


def of_a_timer(node: ast.AST) -> Iterator[int]:
    """A timer that is awaited."""
    match node:
        case ast.Await(value=ast.Call() as call) if called(call) == "timer":
            yield node.lineno


def of_a_hold(node: ast.AST) -> Iterator[int]:
    """A timer after which the food keeps for so long and no longer."""
    if isinstance(node, ast.Call) and called(node) == "timer" and _holds(node):
        yield node.lineno


def of_a_rescue(node: ast.AST) -> Iterator[int]:
    """What is done with food that burnt, from the ``except`` on."""
    if isinstance(node, ast.ExceptHandler) and "Burnt" in _names(node.type):
        yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)


def of_hands_alone(node: ast.AST) -> Iterator[int]:
    """The head of a recipe that awaits nothing."""
    waits = (ast.Await, ast.AsyncWith, ast.AsyncFor)
    for function in node.body if isinstance(node, ast.Module) else ():
        alone = not any(isinstance(inner, waits) for inner in ast.walk(function))
        if isinstance(function, ast.AsyncFunctionDef) and alone:
            yield function.lineno


def of_nothing(node: ast.AST) -> Iterator[int]:
    """The kitchen's own code carries it, no recipe."""
    return iter(())


def _holds(timer: ast.Call) -> bool:
    return len(timer.args) > 2 or any(word.arg == "hold" for word in timer.keywords)


def _names(node: ast.AST | None) -> set[str]:
    inner = ast.walk(node) if node is not None else ()
    return {n.id if isinstance(n, ast.Name) else n.attr for n in inner
            if isinstance(n, ast.Name | ast.Attribute)}  # fmt: skip
