"""The distribution of simulated solutions of a step: what a player's own figures stand beside.

It lies in the folder of the lesson, and is made by ``python -m kitchen.lessons.writing.simulate``.
"""

from __future__ import annotations

import tokenize
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from pathlib import Path

import msgspec

from kitchen.errors import key_first
from kitchen.files import read_whole, reason
from kitchen.lessons.lesson import Lesson, LessonError, id_of
from kitchen.lessons.steps import AnyStep

FILE = "distribution.json"

LARGEST_FILE = 1_000_000
"""Bytes."""

SLOWEST_SHARE = 0.99
"""Of the solutions: what comes after them stands with the last of them."""

Values = list[tuple[int, int]]
"""A value and how many solutions have it, the smallest first."""


class Distribution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``makespan`` is in whole seconds of kitchen time. Of ``tried`` programs those that work are
    counted."""

    tried: int
    makespan: Values
    lines: Values

    def __post_init__(self) -> None:
        for name in ("makespan", "lines"):
            values = getattr(self, name)
            if not values or any(count < 1 or value < 0 for value, count in values):
                raise ValueError(f"{name}: pairs of a value from 0 and a number from 1")
            if values != sorted(values):
                raise ValueError(f"{name}: the smallest first")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    steps: dict[str, Distribution]


@dataclass(frozen=True)
class Bin:
    """So many solutions are from ``low`` to below ``high``."""

    low: float
    high: float
    count: int


def distribution_of(lesson: Lesson, step: AnyStep) -> Distribution | None:
    """None: none was made. Raises `LessonError`, which names file, key and reason."""
    path = lesson.folder / FILE
    return read_distributions(path).get(id_of(step)) if path.exists() else None


@lru_cache(maxsize=8)
def read_distributions(path: Path) -> dict[str, Distribution]:
    """By the ids of their steps. Raises `LessonError`."""
    try:
        return msgspec.json.decode(read_whole(path, LARGEST_FILE), type=_File).steps
    except OSError as error:
        raise LessonError(f"{path}: {reason(error)}") from error
    except msgspec.ValidationError as error:
        raise LessonError(f"{path}: {key_first(str(error))}") from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise LessonError(f"{path}: not JSON: {error}") from error


def written(distributions: dict[str, Distribution]) -> bytes:
    """As `read_distributions` reads them, a line for each list."""
    steps = [
        f'  "{name}": {{\n   "tried": {found.tried},\n   "makespan": {_row(found.makespan)},\n'
        f'   "lines": {_row(found.lines)}\n  }}'
        for name, found in distributions.items()
    ]
    joined = ",\n".join(steps)
    return f'{{\n "steps": {{\n{joined}\n }}\n}}\n'.encode()


def _row(values: Values) -> str:
    return f"[{', '.join(f'[{value}, {count}]' for value, count in values)}]"


# -- figures -------------------------------------------------------------------------------------


def lines_of(text: str) -> int:
    """The lines of a program that say anything: neither empty ones nor comments count, and one that
    goes on over several counts once."""
    try:
        tokens = list(tokenize.generate_tokens(StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError, ValueError):
        return sum(bool(line.partition("#")[0].strip()) for line in text.splitlines())
    return sum(token.type == tokenize.NEWLINE for token in tokens)


def best(values: Values) -> int:
    return values[0][0]


def beats(values: Values, mine: float) -> float:
    """The share of the solutions that need more than ``mine``."""
    return sum(count for value, count in values if value > mine) / _all(values)


def bars(values: Values, marks: Sequence[float], count: int) -> list[Bin]:
    """``count`` bars side by side, from the smallest to the largest value or mark; the few that are
    far beyond stand in the last one."""
    low, high = float(min([best(values), *marks])), float(max([_usual_end(values), *marks]))
    width = max((high - low) / count, 1.0)
    counts = [0] * count
    for value, number in values:
        counts[min(count - 1, int((value - low) / width))] += number
    return [Bin(low + i * width, low + (i + 1) * width, n) for i, n in enumerate(counts)]


def _usual_end(values: Values) -> int:
    left = _all(values) * SLOWEST_SHARE
    for value, count in values:
        left -= count
        if left <= 0:
            return value
    return values[-1][0]


def _all(values: Values) -> int:
    return sum(count for _, count in values)
