"""The header: title, what is compared, and what the strips mean."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.legend import LEGEND
from kitchen.game.results.standings import Standings
from kitchen.sim.view.segment import SegmentKind


def title(standings: Standings) -> str:
    count = {4: "four", 5: "five"}[len(standings.entries)]
    return f"Same orders, {count} kitchens"


def about(standings: Standings, shared: bool) -> str:
    """What is being compared, and what a line is."""
    shift, orders = standings.shift, standings.own.result.orders
    line = "Dishes that never meet share a line" if shared else "One line is one dish"
    return (
        f"{shift.title or shift.name}, seed {standings.seed}: {fmt.count(orders, 'order')}. "
        f"{line}; every strip uses the same clock."
    )


def draw_header(
    canvas: pygame.Surface, kit: Kit, standings: Standings, shared: bool, room: float
) -> None:
    """``room``: how far right it may reach, in logical px."""
    width = room - layout.TITLE_X
    words = kit.type.display(title(standings), 34, p.INK)
    kit.put(canvas, words, layout.TITLE_X, layout.TITLE_Y)
    line = kit.type.elide(about(standings, shared), 15, width)
    kit.put(canvas, kit.type.ui(line, 15, p.PAPER_MUTED), layout.TITLE_X, layout.ABOUT_Y)


def kinds(standings: Standings) -> list[SegmentKind]:
    """What occurs in any of the strips, in the order of the legend."""
    found = {
        "cooking" if segment.kind == "staring" else segment.kind
        for entry in standings.entries
        for order in entry.view.orders.values()
        for segment in order.segments
    }
    return [kind for kind in LEGEND if kind in found]
