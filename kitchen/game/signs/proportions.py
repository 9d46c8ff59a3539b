"""A recipe's steps in their true proportions: as long as they take, and side by side if they are.

Hands are blocks, fire is thin bars. The same on tickets, in the recipe book and on cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.sim.plan import PlanStep

SHORTEST = 2.5  # logical px, of a step that would be shorter
HALVINGS = 24


@dataclass(frozen=True, slots=True)
class Pip:
    """One step: from where to where (logical px), in which row of how many."""

    left: float
    right: float
    hands: bool
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Fill:
    """The colours of a step's inside and of its edge."""

    inside: p.Colour
    edge: p.Colour


@lru_cache(maxsize=256)
def pips(plan: tuple[PlanStep, ...], width: float) -> tuple[Pip, ...]:
    """All steps of a plan in so much room, as the plan has them."""
    spans = _spans(plan)
    if not spans:
        return ()
    times = sorted({time for span in spans for time in span})
    places = _places(times, spans, width)
    rows = _rows(spans)
    return tuple(
        Pip(places[begin], places[end], step.kind == "hands", *rows[index])
        for index, (step, (begin, end)) in enumerate(zip(plan, spans, strict=True))
    )


def _spans(plan: Sequence[PlanStep]) -> list[tuple[float, float]]:
    """When each step begins and ends, what takes no time a little later. A plan that does not tell
    when its steps begin has them one after another."""
    told = any(step.at for step in plan)
    total = sum(step.seconds for step in plan) or 1.0
    least, clock, spans = total / 1000.0, 0.0, []
    for step in plan:
        begin = step.at if told else clock
        clock = begin + max(step.seconds, least)
        spans.append((begin, clock))
    return spans


def _places(
    times: list[float], spans: list[tuple[float, float]], width: float
) -> dict[float, float]:
    """Where each of these times is: at one scale, but for what would be too short to be seen."""
    stretches = list(pairwise(times))
    shortest = min(SHORTEST, width / max(1, len(stretches)))
    busy = [any(b <= begin and end <= e for b, e in spans) for begin, end in stretches]

    def lengths(scale: float) -> list[float]:
        return [
            max(shortest, (end - begin) * scale) if used else (end - begin) * scale
            for (begin, end), used in zip(stretches, busy, strict=True)
        ]

    low, high = 0.0, width / max(1e-9, times[-1] - times[0])
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if sum(lengths(middle)) <= width else (low, middle)
    places, x = {times[0]: 0.0}, 0.0
    for time, length in zip(times[1:], lengths(low), strict=True):
        x += length
        places[time] = x
    return places


def _rows(spans: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """The row of each step, and how many share its time: those of one time lie below each other."""
    chosen: list[int] = []
    for index, (begin, end) in enumerate(spans):
        taken = {
            row for row, (b, e) in zip(chosen, spans[:index], strict=True) if b < end and begin < e
        }
        chosen.append(next(row for row in range(len(spans)) if row not in taken))
    found = []
    for index, (begin, end) in enumerate(spans):
        beside = [r for r, (b, e) in zip(chosen, spans, strict=True) if b < end and begin < e]
        found.append((chosen[index], max(beside) + 1))
    return found


def planned(plan: Sequence[PlanStep]) -> list[Fill]:
    """Of a recipe that nobody cooks: hands in green, fire in blue, on paper."""
    hands, fire = Fill(p.MINT_PAPER, p.INK), Fill(p.STEAM, p.STEAM_PAPER)
    return [hands if step.kind == "hands" else fire for step in plan]


def draw_pips(
    surface: pygame.Surface, kit: Kit, row: Sequence[Pip], fills: Sequence[Fill], x: float,
    y: float, high: float,
) -> None:  # fmt: skip
    """From ``x`` on, the middle of all rows at ``y``; a block of hands is so high. Logical px."""
    s = kit.stage
    for pip, fill in zip(row, fills, strict=True):
        share = high / pip.rows
        middle = y - high / 2.0 + share * (pip.row + 0.5)
        tall = share * (1.0 if pip.hands else 0.55) - (1.0 if pip.rows > 1 and pip.hands else 0.0)
        left, right = s.px(x + pip.left), s.px(x + pip.right)
        gap = s.line(1) if right - left > s.px(3) else 0
        area = pygame.Rect(left, 0, max(s.line(1.5), right - left - gap), max(2, s.px(tall)))
        area.centery = s.px(middle)
        radius = s.line(1) if pip.hands else area.height // 2
        line = s.line(1)
        if min(area.size) <= 2 * line:
            surface.blit(paint.box(area.size, 0, fill.edge), area)
        else:
            surface.blit(paint.box(area.size, radius, fill.inside, fill.edge, line), area)
