"""Where a tool tip stands: beside what it explains, and clear of what is to stay in sight."""

from __future__ import annotations

from functools import lru_cache

from kitchen.game.draw.box import Box
from kitchen.game.signs.layout import Layout

GAP, EDGE = 9.0, 6.0  # logical px; EDGE: kept clear of the screen's

Size = tuple[float, float]
Way = tuple[int, int]
"""The direction that a card comes from."""
Spot = tuple[float, float, Way]
"""The upper left corner of a card, and its way."""


@lru_cache(maxsize=256)
def place(box: Box, size: Size, layout: Layout, seen: tuple[Box, ...] = ()) -> Spot:
    """Beside a box: above what is low, below what is high, else at the side with more room.

    Never off the screen. ``seen``: what it should not hide, the most important first. Where all
    that is beside the box would, it is beside one of those, as near as can be.
    """
    near = _beside(box, size, layout)
    if not seen:
        return near[0]
    spots = [*near, *_farther(box, size, layout, seen)]
    return min(spots, key=lambda spot: [_hidden(spot, size, other) for other in (box, *seen)])


def _beside(box: Box, size: Size, layout: Layout) -> list[Spot]:
    """On the sides of a box where there is room; if there is none, where it covers the least."""
    x, y, w, h = box
    left_edge, top, panel_w, panel_h = layout.panel
    in_panel = x >= left_edge and top <= y < top + panel_h
    if in_panel:
        x, w = left_edge + EDGE, panel_w  # what else is in the panel is worth reading, too
    below, above, left, right = _around((x, y, w, h), size, layout)
    _, _, width, height = layout.stage
    sides = [right, left] if x + w / 2 < width / 2 else [left, right]
    tall = [below, above] if y + h / 2 < height / 2 else [above, below]
    order = [*sides, *tall] if h > 100 or in_panel else [*tall, *sides]
    fit = [spot for spot in order if _on_screen(spot, size, layout)]
    return fit or [(below[0], left[1], (0, 0))]


def _around(box: Box, size: Size, layout: Layout) -> tuple[Spot, Spot, Spot, Spot]:
    """Below a box, above, left and right of it, in the middle as far as the screen allows."""
    (x, y, w, h), (wide, high) = box, size
    _, _, width, height = layout.stage
    across = min(max(x + w / 2 - wide / 2, EDGE), width - EDGE - wide)
    upright = min(max(y + h / 2 - high / 2, EDGE), height - EDGE - high)
    return (
        (across, y + h + GAP, (0, -1)),
        (across, y - GAP - high, (0, 1)),
        (x - GAP - wide, upright, (1, 0)),
        (x + w + GAP, upright, (-1, 0)),
    )


def _farther(box: Box, size: Size, layout: Layout, seen: tuple[Box, ...]) -> list[Spot]:
    """Every meeting of a column and a row that are clear of one of the boxes; the nearest first."""
    sides = [_around(one, size, layout) for one in (box, *seen)]
    rows = {spot[1] for four in sides for spot in four}
    columns = {(spot[0], spot[2]) for four in sides for spot in four}
    spots = [(x, y, way) for x, way in columns for y in rows]
    fit = [spot for spot in spots if _on_screen(spot, size, layout)]
    return sorted(fit, key=lambda spot: (_far(spot, size, box), spot))


def _on_screen(spot: Spot, size: Size, layout: Layout) -> bool:
    _, _, width, height = layout.stage
    x, y, _ = spot
    return EDGE <= x <= width - EDGE - size[0] and EDGE <= y <= height - EDGE - size[1]


def _far(spot: Spot, size: Size, box: Box) -> float:
    """From the edges of a card to those of a box."""
    (x, y, w, h), (a, b, _) = box, spot
    across = max(0.0, x - a - size[0], a - x - w)
    return across + max(0.0, y - b - size[1], b - y - h)


def _hidden(spot: Spot, size: Size, box: Box) -> float:
    """How much of a box a card covers, in square px."""
    (x, y, w, h), (a, b, _) = box, spot
    across = min(x + w, a + size[0]) - max(x, a)
    return max(0.0, across) * max(0.0, min(y + h, b + size[1]) - max(y, b))
