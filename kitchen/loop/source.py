"""Reading the source of a frame that is suspended: what a line names, and what was called before.

Nothing of the user's is run for it: no property, no item of a class of his own. Whatever cannot be
read, or is not there, is simply not known.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import operator
import types
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

UNREAD = object()
"""In place of a value that nobody knows."""

LONGEST = 60
"""Characters of a name, at most."""

_SUMS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.Mod: operator.mod, ast.FloorDiv: operator.floordiv,
}  # fmt: skip

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_CLOSED = (*_FUNCTIONS, ast.Lambda, ast.ClassDef)
"""What is in these is not of the function that they stand in."""

Reads = ast.Name | ast.Attribute | ast.Subscript


class Sources:
    """The source of functions, parsed once for each file."""

    def __init__(self) -> None:
        self._functions: dict[str, dict[tuple[str, int], ast.AST]] = {}

    def function(self, frame: types.FrameType) -> ast.AST | None:
        """The definition that the frame runs; None: there is no source, or it is no `def`."""
        code = frame.f_code
        file = code.co_filename
        if file not in self._functions:
            text = "".join(linecache.getlines(file, frame.f_globals))
            self._functions[file] = _definitions(text)
        return self._functions[file].get((code.co_name, code.co_firstlineno))


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SystemError:  # CPython 3.11 may lose count of its depth if garbage goes meanwhile
        return ast.parse(text)


def _definitions(text: str) -> dict[tuple[str, int], ast.AST]:
    try:
        tree = _parsed(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError, SystemError):
        return {}
    found: dict[tuple[str, int], ast.AST] = {}
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS):
            first = min(node.lineno, *(d.lineno for d in node.decorator_list), node.lineno)
            found[node.name, first] = node
    return found


class Reading:
    """A suspended frame beside its source."""

    def __init__(self, frame: types.FrameType, sources: Sources) -> None:
        self.frame = frame
        self._function = sources.function(frame)

    @cached_property
    def locals(self) -> dict[str, Any]:
        return dict(self.frame.f_locals)

    @cached_property
    def here(self) -> tuple[tuple[int, float], tuple[int, float]]:
        """Where the await begins and ends, in lines and columns: its whole line, where Python was
        told to keep no columns."""
        positions = list(self.frame.f_code.co_positions())
        line, end, column, end_column = positions[self.frame.f_lasti // 2]
        if line is None or end is None or column is None or end_column is None:
            return (self.frame.f_lineno, -1.0), (self.frame.f_lineno, float("inf"))
        return (line, column), (end, end_column)

    # -- names ---------------------------------------------------------------------------------

    def name_of(self, thing: object) -> str | None:
        """What the source calls it at the line where the frame waits, else the variable that it is
        in; None: it has no name there."""
        for node in self._shown():
            if name := self._name_in(node, thing):
                return name if len(name) <= LONGEST else name[: LONGEST - 3] + "..."
        known = self.locals.items()
        return next((name for name, value in known if name != "self" and same(value, thing)), None)

    def _name_in(self, node: Reads, thing: object) -> str | None:
        if isinstance(node, ast.Subscript):
            key = _key_in(self.value(node.value), thing)
            return None if key is UNREAD else f"{ast.unparse(node.value)}[{key!r}]"
        if isinstance(node, ast.Name) and node.id == "self":
            return None
        return ast.unparse(node) if same(self.value(node), thing) else None

    def _shown(self) -> list[Reads]:
        """The variables that the line where the frame waits names, as they stand there; of a
        statement of several lines, all. In front is what is awaited or entered as it is."""
        line = self.frame.f_lineno
        found: dict[int, tuple[bool, bool, tuple[int, float], Reads]] = {}
        for statement in _open_nodes(self._function):
            if isinstance(statement, ast.stmt) and not isinstance(statement, _CLOSED):
                header = _header(statement)
                if statement.lineno <= line <= max((_end(p) for p in header), default=0):
                    for node in (node for part in header for node in [part, *_open_nodes(part)]):
                        if isinstance(node, Reads):
                            order = not self._awaits(node), node not in header, _start(node)
                            found[id(node)] = (*order, node)
        return [entry[-1] for entry in sorted(found.values(), key=lambda entry: entry[:-1])]

    def _awaits(self, node: ast.expr) -> bool:
        begin, end = self.here
        return begin <= _start(node) and _stop(node) <= end

    # -- values --------------------------------------------------------------------------------

    def value(self, node: ast.AST) -> Any:
        """What an expression stands for just now; `UNREAD` if that takes more than looking."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            return self.locals.get(node.id, self.frame.f_globals.get(node.id, UNREAD))
        if isinstance(node, ast.Attribute):
            return attribute(self.value(node.value), node.attr)
        if isinstance(node, ast.Subscript):
            return _item(self.value(node.value), self.value(node.slice))
        if isinstance(node, ast.Await | ast.NamedExpr):
            return self.value(node.value)
        if isinstance(node, ast.Tuple | ast.List):
            values = [self.value(inner) for inner in node.elts]
            return UNREAD if any(value is UNREAD for value in values) else values
        if isinstance(node, ast.BinOp):
            return _sum(node.op, self.value(node.left), self.value(node.right))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
            inside = self.value(node.args[0]) if node.args else UNREAD
            return len(inside) if isinstance(inside, list | tuple | dict) else UNREAD
        return UNREAD

    # -- calls ---------------------------------------------------------------------------------

    def calls(self) -> list[ast.Call]:
        """The calls of the function, in the order of the text."""
        found = [node for node in _open_nodes(self._function) if isinstance(node, ast.Call)]
        return sorted(found, key=_stop)

    def is_before(self, node: ast.expr) -> bool:
        """Whether it stands before the await."""
        return _stop(node) <= self.here[0]

    def loops(self, node: ast.expr | None = None) -> list[ast.For | ast.AsyncFor | ast.While]:
        """Those that an expression stands in, by default the await; outermost first."""
        line = self.here[0][0] if node is None else node.lineno
        return [
            loop for loop in _open_nodes(self._function)
            if isinstance(loop, ast.For | ast.AsyncFor | ast.While)
            and loop.lineno <= line <= _end(loop)
        ]  # fmt: skip


def same(value: object, thing: object) -> bool:
    """Whether it is that thing, or a condition that has that lock."""
    return value is thing or own_attributes(value).get("_lock", UNREAD) is thing


def own_attributes(thing: object) -> dict[str, Any]:
    """Of an object itself, its class left out; empty where they cannot be looked at."""
    try:
        own = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        return {}
    return own if type(own) is dict else {}


def attribute(thing: object, name: str) -> Any:
    """An attribute, without running anything for it; of a class, a slot or a module as well."""
    if thing is UNREAD:
        return UNREAD
    try:
        found = inspect.getattr_static(thing, name)
    except AttributeError:
        return UNREAD
    if isinstance(found, types.MemberDescriptorType):  # a slot
        try:
            return found.__get__(thing)
        except AttributeError:
            return UNREAD
    return found


def _item(inside: Any, key: Any) -> Any:
    if type(inside) in (list, tuple) and type(key) is int and -len(inside) <= key < len(inside):
        return inside[key]
    if isinstance(inside, dict) and type(key) in (int, str):
        return dict.get(inside, key, UNREAD)
    return UNREAD


def _key_in(inside: Any, thing: object) -> Any:
    """The place in a list, or the key in a dictionary, where it is; `UNREAD`: it is not there."""
    if isinstance(inside, dict):
        pairs: Any = dict.items(inside)
    elif isinstance(inside, list | tuple):
        pairs = enumerate(inside)
    else:
        return UNREAD
    keys = (key for key, value in pairs if same(value, thing))
    return next((key for key in keys if type(key) in (int, str)), UNREAD)


def _sum(how: ast.operator, left: Any, right: Any) -> Any:
    if type(left) is type(right) is int and type(how) in _SUMS:
        try:
            return _SUMS[type(how)](left, right)
        except ArithmeticError:
            pass
    return UNREAD


def _open_nodes(node: ast.AST | None) -> Iterator[ast.AST]:
    """All that stands in it, not inside its functions and classes; what encloses comes first."""
    todo = list(ast.iter_child_nodes(node))[::-1] if node is not None else []
    while todo:
        inner = todo.pop()
        yield inner
        if not isinstance(inner, _CLOSED):
            todo += list(ast.iter_child_nodes(inner))[::-1]


def _header(statement: ast.stmt) -> list[ast.expr]:
    """What is evaluated at its own line: not the body of a loop or of an ``async with``."""
    if isinstance(statement, ast.With | ast.AsyncWith):
        return [item.context_expr for item in statement.items]
    return [node for node in ast.iter_child_nodes(statement) if isinstance(node, ast.expr)]


def _start(node: ast.expr) -> tuple[int, float]:
    return node.lineno, node.col_offset


def _stop(node: ast.expr) -> tuple[int, float]:
    return node.end_lineno or 0, node.end_col_offset or 0


def _end(node: ast.AST) -> int:
    return getattr(node, "end_lineno", 0)
