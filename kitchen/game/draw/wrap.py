"""Wrapping: words that are too many for one line, on as few as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

W = TypeVar("W")


def wrapped(words: Iterable[W], fits: Callable[[Sequence[W]], bool]) -> list[list[W]]:
    """Each line takes words as long as they fit; a single word stands wherever it is. No
    words are one empty line."""
    lines: list[list[W]] = [[]]
    for so_far in wrapping(words, fits):
        lines = so_far
    return lines


def wrapping(words: Iterable[W], fits: Callable[[Sequence[W]], bool]) -> Iterator[list[list[W]]]:
    """The same a word at a time, for those who have no time to measure all of them at once: the
    lines so far."""
    lines: list[list[W]] = [[]]
    for word in words:
        if lines[-1] and not fits([*lines[-1], word]):
            lines.append([])
        lines[-1].append(word)
        yield lines
