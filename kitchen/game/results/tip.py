"""The tip: what the dish under the pointer does at that time."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.format import clock
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.shadow import cast
from kitchen.game.results import layout
from kitchen.game.results.standings import ClosedKitchen
from kitchen.game.results.striplines import segment_at
from kitchen.game.signs.tables import name_of
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.orderview import OrderView
from kitchen.sim.view.segment import Segment

PAD, ICON, MOST = 12.0, 30.0, 420.0
ENDS = {"served": "served", "walked_out": "walked out", "turned_away": "turned away",
        "open": "open"}  # fmt: skip


def tip_lines(entry: ClosedKitchen, order: OrderView, t: float) -> list[str]:
    """The dish; what it does at ``t``; when it came and went."""
    end = entry.makespan
    segment = segment_at(order, t, end)
    lines = [name_of(order)]
    if segment is not None:
        start, until = segment.start, segment.until(end)
        lines.append(f"{does(segment)}, {clock(start)} to {clock(until)}")
    gone = f", {ENDS[order.state]} {clock(order.ended)}" if order.ended is not None else ""
    lines.append(f"Ordered {clock(order.placed)}{gone}")
    return lines


def does(segment: Segment) -> str:
    """``chop: chef 2, hands on``."""
    what = segment.what
    return {
        "hands": f"{what}: hands of chef {segment.chef}",
        "cooking": f"{what}: cooking, nobody needed",
        "staring": f"{what}: chef {segment.chef} stands and waits",
        "ready": "Waiting for a chef",
        "burning": f"{what}: burning",
        "blocked": "Waiting for a station or another part",
    }[segment.kind].strip(": ")


def draw_tip(
    canvas: pygame.Surface, kit: Kit, lines: list[str], dish: str, pos: tuple[float, float]
) -> None:
    """Beside the pointer, and inside the card."""
    sizes = [(lines[0], 15.0, "bold"), *((line, 13.5, "medium") for line in lines[1:])]
    shown = [(kit.type.elide(t, s, MOST, weight=w), s, w) for t, s, w in sizes]
    wide = max(kit.type.width(t, s, weight=w) for t, s, w in shown) + ICON + 3 * PAD
    tall = 20.0 * len(shown) + 14.0
    x, y = pos[0] + 16, pos[1] + 18
    if y + tall > layout.FOOT[1] + 60:
        y = pos[1] - tall - 10
    x = min(x, layout.CARD[0] + layout.CARD[2] - wide - 12)
    box = kit.stage.rect(x, y, wide, tall)
    blur = kit.stage.px(7)
    cast(canvas, box.move(0, kit.stage.px(3)), kit.stage.px(10), blur, 0.6)
    canvas.blit(paint.panel(box.size, kit.stage.px(10), kit.stage.line(1)), box)
    picture = kit.art.get(icon(dish), ICON, ICON)
    kit.put(canvas, picture, x + PAD + ICON / 2, y + tall / 2, "center")
    for index, (text, size, weight) in enumerate(shown):
        colour = p.CREAM if index == 0 else p.LILAC
        words = kit.type.ui(text, size, colour, weight)
        kit.put(canvas, words, x + 2 * PAD + ICON, y + 17.0 + 20.0 * index)
