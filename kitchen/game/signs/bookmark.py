"""A bookmark: a moment of a service that somebody wants to find again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """``time`` is in seconds of kitchen time; ``words`` say what happens there, in one or two."""

    time: float
    words: str
    own: bool = False
    """The player put it there; else it marks what went wrong."""
