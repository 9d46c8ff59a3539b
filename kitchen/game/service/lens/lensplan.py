"""Where the parts of the lens are."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw.box import Box
from kitchen.game.signs.layout import PANEL_H, PANEL_PAD, Layout

TITLE_H, LEGEND_H, FOOT_H = 34.0, 22.0, 20.0  # logical px
TOP = 8.0
GRAPH_H, GRAPH_SHARE, GAP = 200.0, 0.3, 8.0
"""Of what the panel is higher, the lower half gets this share."""


@dataclass(frozen=True, slots=True)
class LensPlan:
    """In logical px."""

    panel: Box
    title: Box
    legend: Box
    source: Box
    foot: Box
    """Over the last of the source, where there is something to be said of it."""
    graph: Box
    """Who waits for whom, on a panel of its own."""

    @property
    def face(self) -> Box:
        """All that is drawn of it."""
        x, y, w, h = self.panel
        return x + 4, y + 2, w - 8, h - 4


def lens_plan(layout: Layout) -> LensPlan:
    """On that screen."""
    x, y, w, all_of_it = layout.panel
    graph_h = GRAPH_H + GRAPH_SHARE * (all_of_it - PANEL_H)
    h = all_of_it - graph_h - GAP
    left, inner, top = x + PANEL_PAD, w - 2 * PANEL_PAD, y + TOP
    source = top + TITLE_H + LEGEND_H + 2
    end = y + h - 8
    return LensPlan(
        panel=(x, y, w, h),
        title=(left, top, inner, TITLE_H),
        legend=(left, top + TITLE_H, inner, LEGEND_H),
        source=(left, source, inner, end - source),
        foot=(left, end - FOOT_H, inner, FOOT_H),
        graph=(x, y + h + GAP, w, graph_h),
    )
