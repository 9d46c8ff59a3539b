"""The header: title, what is compared, and what the strips mean."""

from __future__ import annotations

import pygame

from kitchen.cookbook.words import word_of
from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.legend import LEGEND
from kitchen.game.results.standings import Standings
from kitchen.game.signs.loopwords import whose_turn
from kitchen.game.signs.wordtext import WordText, fitted
from kitchen.sim.view.segment import SegmentKind

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
GAP = 14.0  # logical px


def title(standings: Standings) -> str:
    return f"Same orders, {kitchens(standings).lower()}"


def kitchens(standings: Standings) -> str:
    """``Four kitchens``; the player's own may be one more."""
    return {4: "Four kitchens", 5: "Five kitchens"}[len(standings.entries)]


def about(standings: Standings, shared: bool) -> str:
    """What is being compared, and what a line is."""
    shift, orders = standings.shift, standings.own.result.orders
    line = "Dishes that never meet share a line" if shared else "One line is one dish"
    clock = "; every strip uses the same clock."
    if standings.own.yours:
        turn = whose_turn(standings.autopilots[0].result.policy)
        clock = f". In the other rows an autopilot picked: {turn}."
    return f"{shift.title or shift.name}: {fmt.count(orders, 'order')}. {line}{clock}"


def about_shortly(standings: Standings) -> str:
    shift, orders = standings.shift, standings.own.result.orders
    return f"{shift.title or shift.name}: {fmt.count(orders, 'order')}."


def decided(standings: Standings) -> tuple[str, str]:
    """The word that the shift is about, and how it decided it; empty where it did not."""
    word = word_of(standings.shift.name)
    own = standings.own
    told = word.told(own.result.facts, own.view) if word is not None else ""
    return (word.word, f"decided it: {told}") if word is not None and told else ("", "")


def draw_header(
    canvas: pygame.Surface, kit: Kit, standings: Standings, shared: bool, room: float
) -> None:
    """``room``: how far right it may reach, in logical px."""
    width = room - layout.TITLE_X
    words = kit.type.display(title(standings), 34, p.INK)
    kit.put(canvas, words, layout.TITLE_X, layout.TITLE_Y)
    word, told = decided(standings)
    if word:
        found = fitted(kit, word, told, SIZES, width, 1)
        _draw_decided(canvas, kit, about_shortly(standings), found, width)
        return
    line = kit.type.elide(about(standings, shared), 15, width)
    kit.put(canvas, kit.type.ui(line, 15, p.PAPER_MUTED), layout.TITLE_X, layout.ABOUT_Y)


def _draw_decided(
    canvas: pygame.Surface, kit: Kit, before: str, text: WordText, room: float
) -> None:
    """In one line; what comes before it only if there is room for that."""
    x = layout.TITLE_X
    wide = kit.type.width(before, text.size) + GAP
    if wide + text.width <= room:
        kit.put(canvas, kit.type.ui(before, text.size, p.PAPER_MUTED), x, layout.ABOUT_Y)
        x += wide
    text.draw(canvas, x, layout.ABOUT_Y, 0.0, p.STEAM_PAPER, p.INK)


def kinds(standings: Standings) -> list[SegmentKind]:
    """What occurs in any of the strips, in the order of the legend."""
    found = {
        "cooking" if segment.kind == "staring" else segment.kind
        for entry in standings.entries
        for order in entry.view.orders.values()
        for segment in order.segments
    }
    return [kind for kind in LEGEND if kind in found]
