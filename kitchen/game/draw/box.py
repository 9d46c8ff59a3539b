"""Boxes of the layout, and whether a point is in one."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""x, y, width and height in logical px."""

Pos = tuple[float, float]
"""A point in logical px."""


def inside(box: Box, pos: Pos | None) -> bool:
    """Whether the point is in the box; a pointer that is nowhere is in none."""
    if pos is None:
        return False
    return 0 <= pos[0] - box[0] < box[2] and 0 <= pos[1] - box[1] < box[3]
