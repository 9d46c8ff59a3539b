"""The three changes that would have helped most, each a card with what its own run came to; and
what would not have helped, or would have harmed."""

from __future__ import annotations

import pygame

from kitchen.english import listed
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.lab.why.diagnosis import Diagnosis
from kitchen.lab.why.effects import Effect
from kitchen.report.why.sentence import THINGS, best_of
from kitchen.report.why.words import does, named

SHOWN = 3
CARD, GAP, FIGURE = 92.0, 8.0, 112.0  # logical px: high, between two, of the figure
EDGE: p.Colour = (0xE9, 0xD6, 0xB6)
GROUND: p.Colour = (0xFC, 0xF0, 0xDC)
Sizes = tuple[float, float]
SIZES: tuple[Sizes, ...] = (
    (19.0, 15.0), (18.0, 14.5), (17.0, 14.0), (16.0, 13.0), (15.0, 12.0), (14.0, 11.0),
    (13.0, 10.0),
)  # fmt: skip
"""Of a change and of what it came to: the first at which all cards have room."""
NOTES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
SEEKING = "The shift is cooked again with one thing changed after the other ..."
IMPOSSIBLE = "This shift cannot be cooked again on the side, so nothing was tried."
NOTHING = "Nothing that was tried would have helped."


def gain(one: Effect) -> tuple[str, str]:
    """What it gains, in a figure and a word: ``−10:29``, ``sooner``; ``+2``, ``plates``."""
    if one.plates:
        return f"+{one.plates}", "plate" if one.plates == 1 else "plates"
    if one.seconds:
        return f"−{fmt.taken(one.seconds)}", "sooner"
    return f"+{fmt.money(round(100 * one.dollars))}", "profit"


def came_to(one: Effect) -> str:
    """``Done in 18:15, 10/10 served``, and ``Profit +$3.14`` in a line of its own."""
    result = one.result
    if result is None:
        return ""
    money = fmt.money(abs(round(100 * one.dollars)))
    profit = f"{'−' if one.dollars < 0 else '+'}{money}" if one.dollars else "the same"
    return (
        f"Done in {fmt.taken(result.makespan)}, {result.served}/{result.orders} served\n"
        f"Profit {profit}"
    )


def notes(of: Diagnosis) -> list[str]:
    """What one would expect to help, and does not."""
    others = [one for one in of.effects if one.change.kind in THINGS]
    idle = [named(one.change) for one in others if one.verdict == "nothing"]
    harm = [one for one in others if one.verdict in ("harms", "stalls")]
    found = [f"Of no help: {listed(idle)}."] if idle else []
    told = [f"{named(one.change)} {does(one)}" for one in harm]
    return [*found, *([f"Worse: {listed(told)}."] if told else [])]


def draw_best_changes(
    layer: pygame.Surface, kit: Kit, of: Diagnosis, done: bool, possible: bool, box: Box
) -> None:
    """From the top of a box (logical px) down."""
    x, y, w, h = box
    best = best_of(of, SHOWN)
    sizes = next((s for s in SIZES if all(_fits(kit, one, s, w) for one in best)), SIZES[-1])
    for one in best:
        _card(layer, kit, one, sizes, (x, y, w, CARD))
        y += CARD + GAP
    says = notes(of) if done and possible else [SEEKING if possible else IMPOSSIBLE]
    if done and possible and not best:
        says.insert(0, NOTHING)
    _notes(layer, kit, says, (x + 4.0, y, w - 8.0, box[1] + h - y))


def _card(layer: pygame.Surface, kit: Kit, one: Effect, sizes: Sizes, box: Box) -> None:
    x, y, w, h = box
    stage = kit.stage
    area = stage.rect(*box)
    layer.blit(paint.box(area.size, stage.px(12.0), GROUND, EDGE, stage.line(1)), area)
    pill = stage.rect(x + w - FIGURE - 8.0, y + 8.0, FIGURE, h - 16.0)
    fill = p.mix(p.PAPER, p.MINT, 0.2)
    layer.blit(paint.box(pill.size, stage.px(10), fill, p.MINT_PAPER, stage.line(1.5)), pill)
    figure, what = gain(one)
    size, middle = kit.type.fitted(figure, 26.0, FIGURE - 14.0, "display"), x + w - FIGURE / 2 - 8.0
    kit.put(layer, kit.type.display(figure, size, p.MINT_PAPER), middle, y + 0.4 * h, "center")
    size = kit.type.fitted(what, 14.0, FIGURE - 14.0)
    kit.put(layer, kit.type.ui(what, size, p.MINT_PAPER), middle, y + 0.72 * h, "center")
    _told(layer, kit, _lines(kit, one, sizes, w), (x + 14.0, y, 0.0, h))


def _lines(kit: Kit, one: Effect, sizes: Sizes, w: float) -> list[tuple[str, float]]:
    """The change, and what it came to: each line with its size."""
    room, name = w - FIGURE - 34.0, named(one.change, one)
    heads = kit.lines(name[:1].upper() + name[1:], sizes[0], room, "bold")
    return [
        *((line, sizes[0]) for line in heads),
        *((line, sizes[1]) for line in kit.lines(came_to(one), sizes[1], room)),
    ]


def _fits(kit: Kit, one: Effect, sizes: Sizes, w: float) -> bool:
    return sum(_high(kit, size) for _, size in _lines(kit, one, sizes, w)) <= CARD - 8.0


def _told(layer: pygame.Surface, kit: Kit, lines: list[tuple[str, float]], box: Box) -> None:
    x, y, _, h = box
    y += (h - sum(_high(kit, size) for _, size in lines)) / 2
    for line, size in lines:
        head = size == lines[0][1]
        colours = (p.INK, "bold") if head else (p.PAPER_MUTED, "semibold")
        kit.put(layer, kit.type.ui(line, size, *colours), x, y + _high(kit, size) / 2)
        y += _high(kit, size)


def _notes(layer: pygame.Surface, kit: Kit, says: list[str], box: Box) -> None:
    x, y, w, h = box
    for size in NOTES:
        lines = [line for words in says for line in kit.lines(words, size, w)]
        if len(lines) * _high(kit, size) <= h:
            break
    for line in lines[: max(1, int(h / _high(kit, size)))]:
        kit.put(layer, kit.type.ui(line, size, p.PAPER_MUTED), x, y + _high(kit, size) / 2)
        y += _high(kit, size)


def _high(kit: Kit, size: float) -> float:
    """Of a line, in logical px."""
    return kit.type.grown(size) * 1.25
