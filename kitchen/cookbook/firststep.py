"""The first step of a recipe: the work that can be done before anybody orders it."""

from __future__ import annotations

import ast
from functools import lru_cache
from textwrap import dedent

from kitchen.sim.shift.recipe import Recipe


@lru_cache(maxsize=1024)
def first_step(recipe: Recipe) -> str | None:
    """What the hands do first, as the recipe's source says: ``"chop tomatoes"``.

    None where a recipe does not begin with work whose name is written down, or has no source.
    """
    try:
        tree = ast.parse(dedent("\n".join(recipe.source)))
    except SyntaxError:
        return None
    function = tree.body[0] if tree.body else None
    if not isinstance(function, ast.AsyncFunctionDef):
        return None
    return next((_work(line) for line in function.body if not _tells_nothing(line)), None)


def _tells_nothing(line: ast.stmt) -> bool:
    """A docstring, or a helper that is only defined."""
    says = isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
    return says or isinstance(line, ast.FunctionDef | ast.AsyncFunctionDef)


def _work(line: ast.stmt) -> str | None:
    match line:
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(attr="hands"), args=[ast.Constant(value=str(what)), *_]
            )
        ):
            return what
    return None
