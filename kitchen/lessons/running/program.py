"""A program of a lesson: ordinary Python with asyncio, made ready to run on a kitchen's loop.

Three things are done to it, none of which changes a line number. Its top level may await, so that
``asyncio.run(main())`` becomes what it means where a loop runs already: ``await main()``. Functions
that cook a dish are told apart (see `kitchen.lessons.running.tables`). And ``print`` writes into
the log.
"""

from __future__ import annotations

import ast
import linecache
import zlib
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import CodeType
from typing import Any

from kitchen.errors import RecipeError
from kitchen.sim.words import in_words

MARK = "__dish__"
"""What a function that cooks a dish is decorated with; no program has a name like this."""

RUNS = ("run_until_complete", "run")
"""What has a loop run something to its end."""

LARGEST = 200_000
"""Characters that a program may have."""


@dataclass(frozen=True)
class Program:
    """``dishes`` tells which functions cook one: the name of the function, and what its dish is
    called, where ``{name}`` stands for an argument of that name.

    Raises `RecipeError`, with the line, if it is no Python.
    """

    source: str
    name: str = "program.py"
    """Of its file, for messages."""
    dishes: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        _ = self.code  # to say now what is wrong

    @cached_property
    def file(self) -> str:
        """What Python calls its file: two that differ are two files."""
        return f"<{self.name} {zlib.crc32(self.source.encode('utf-8', 'surrogatepass')):08x}>"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.source.splitlines())

    @cached_property
    def code(self) -> CodeType:
        dishes = tuple((self.dishes or {}).items())
        return _compiled(self.source, self.name, self.file, dishes)

    def begin(self, names: dict[str, Any]) -> Coroutine[Any, Any, None]:
        """The coroutine that runs all of it, among these ``names``."""
        # Python looks up lines of source for what it says of errors and warnings.
        text = [f"{line}\n" for line in self.lines]
        linecache.cache[self.file] = len(self.source), None, text, self.file
        return _main(self.code, names)


async def _main(code: CodeType, names: dict[str, Any]) -> None:
    begun = eval(code, names)
    if begun is not None:  # something in it awaits
        await begun


@lru_cache(maxsize=64)
def _compiled(source: str, name: str, file: str, dishes: tuple[tuple[str, str], ...]) -> CodeType:
    if len(source) > LARGEST:
        raise RecipeError(f"{name}: too large: {LARGEST:,} characters at most")
    try:
        tree = ast.parse(source, file)
        for statement in tree.body:
            _Awaits().visit(statement)
        _Marks(dict(dishes)).visit(tree)
        ast.fix_missing_locations(tree)
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        compiled: CodeType = compile(tree, file, "exec", flags, dont_inherit=True)
    except SyntaxError as wrong:
        raise RecipeError(f"{name}:{wrong.lineno or 1}: {wrong.msg}") from wrong
    except (ValueError, RecursionError, MemoryError) as wrong:  # zero bytes, or nested too deep
        raise RecipeError(f"{name}:1: {in_words(wrong)}") from wrong
    return compiled


class _Awaits(ast.NodeTransformer):
    """At the top level: ``asyncio.run(x)`` and ``loop.run_until_complete(x)`` become ``await x``, a
    new loop is the one that runs, and closing it is left to who runs it."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        called = node.func
        if not isinstance(called, ast.Attribute):
            return node
        of_asyncio = isinstance(called.value, ast.Name) and called.value.id == "asyncio"
        if node.args and (called.attr == RUNS[0] or (called.attr == RUNS[1] and of_asyncio)):
            return ast.copy_location(ast.Await(node.args[0]), node)
        if called.attr in ("new_event_loop", "get_event_loop") and of_asyncio:
            called.attr = "get_running_loop"
        if called.attr == "close" and not node.args and not of_asyncio:
            return ast.copy_location(ast.Constant(None), node)
        return node


class _Marks(ast.NodeTransformer):
    def __init__(self, dishes: dict[str, str]) -> None:
        self._dishes = dishes

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self._mark(node)
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        self._mark(node)
        return node

    def _mark(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.generic_visit(node)
        if node.name in self._dishes:
            mark = ast.Call(ast.Name(MARK, ast.Load()), [ast.Constant(self._dishes[node.name])], [])
            for part in ast.walk(mark):
                ast.copy_location(part, node)
            node.decorator_list.append(mark)
