"""Who imports whom in `kitchen`, wherever in a file, for type checkers as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import kitchen

ROOT = Path(kitchen.__file__).parent

Graph = Mapping[str, frozenset[str]]


@cache
def modules() -> Mapping[str, Path]:
    """Every file of the package, by the name that imports it."""
    paths = sorted(ROOT.rglob("*.py"))
    names = (".".join(path.relative_to(ROOT.parent).with_suffix("").parts) for path in paths)
    return {name.removesuffix(".__init__"): path for name, path in zip(names, paths, strict=True)}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """The modules that a file imports; of ``from a import b`` both a and a.b."""
    return frozenset(imports_in(tree(path)))


def imports_in(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            yield from (alias.name for alias in inner.names)
        elif isinstance(inner, ast.ImportFrom):
            assert not inner.level and inner.module is not None, "imports are absolute"
            yield inner.module
            yield from (f"{inner.module}.{alias.name}" for alias in inner.names)


@cache
def graph() -> Graph:
    """The modules of ours that each imports. Who names a module of a package means that one and
    not the package."""
    return {name: frozenset(_ours(path)) - {name} for name, path in modules().items()}


def _ours(path: Path) -> Iterator[str]:
    names = imported(path) & modules().keys()
    for name in names:
        if not any(other.startswith(f"{name}.") for other in names):
            yield name


def circles(arrows: Graph) -> list[list[str]]:
    """Modules that lead back to themselves, those of one circle together."""
    reach = {name: _reached(name, arrows) for name in arrows}
    found = {
        tuple(sorted(other for other in reach[name] if name in reach[other]))
        for name in arrows
        if name in reach[name]
    }
    return sorted(map(list, found))


def _reached(name: str, arrows: Graph) -> set[str]:
    reached: set[str] = set()
    ahead = list(arrows[name])
    while ahead:
        if (next_one := ahead.pop()) not in reached:
            reached.add(next_one)
            ahead.extend(arrows[next_one])
    return reached
