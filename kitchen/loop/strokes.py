"""Strokes: what the lines of a drawing are made of, where there are only letters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strokes:
    """What lines are drawn with."""

    across: str
    down: str
    corners: tuple[str, str, str, str]
    """Upper left, upper right, lower left, lower right."""
    branch: str
    last: str
    arrow: str
    """Down."""
    back: str
    """To the left."""
    ahead: str
    """Down, beside what belongs to a branch that is not the last."""


BOXES = Strokes("─", "│", ("┌", "┐", "└", "┘"), "├─", "└─", "▼", "◄", "│  ")
ASCII = Strokes("-", "|", ("+", "+", "+", "+"), "|-", "`-", "v", "<", "|  ")
