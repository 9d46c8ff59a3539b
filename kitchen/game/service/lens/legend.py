"""The legend of the lens: the kinds of time, and how much of each a dish has taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.service.lens.costbar import ALWAYS, NAMES, SHORT, CostBar, tone
from kitchen.runs.linecosts import Cost
from kitchen.runs.spells import TIME_KINDS, TimeKind

SIZE, LEAST = 14.0, 12.0
SWATCH, GAP, APART = 18.0, 5.0, 14.0  # logical px; within one kind, and from one to the next
LEAST_APART = 8.0

WAYS: tuple[tuple[Mapping[TimeKind, str], float], ...] = (
    (NAMES, SIZE), (SHORT, SIZE), (SHORT, LEAST), ({}, SIZE), ({}, LEAST),
)  # fmt: skip
"""Names and sizes, the fullest first; without a name, the form alone tells what it is."""


class Legend:
    """Draws it into ``box``, in logical px."""

    def __init__(self, kit: Kit, box: Box) -> None:
        self._kit, self._box = kit, box
        self._bar = CostBar(kit)

    def draw(self, surface: pygame.Surface, total: Cost, grain: float) -> None:
        (x, y, _, h), kinds = self._box, kinds_of(total)
        figures = {kind: fmt.duration(total.of(kind), grain) for kind in kinds}
        names, size, apart = self._way(kinds, figures)
        for kind in kinds:
            self._bar.piece(surface, kind, x, y + h / 2, SWATCH)
            x += SWATCH + GAP
            texts = (names.get(kind, ""), p.LILAC, "medium"), (figures[kind], tone(kind), "bold")
            for words, colour, weight in texts:
                if words:
                    drawn = self._kit.type.ui(words, size, colour, weight)
                    self._kit.put(surface, drawn, x, y + h / 2)
                    x += drawn.get_width() / self._kit.stage.k + GAP
            x += apart - GAP

    def _way(
        self, kinds: Sequence[TimeKind], figures: Mapping[TimeKind, str]
    ) -> tuple[Mapping[TimeKind, str], float, float]:
        """The first way to tell it for which there is room, and how far apart the kinds are."""
        for names, size in WAYS:
            room = self._box[2] - sum(
                self._width(names.get(k, ""), figures[k], size) for k in kinds
            )
            apart = room / max(1, len(kinds) - 1)
            if apart >= LEAST_APART:
                break
        return names, size, min(apart, APART)

    def _width(self, name: str, figure: str, size: float) -> float:
        width = self._kit.type.width
        named = width(name, size, weight="medium") + GAP if name else 0.0
        return SWATCH + GAP + named + width(figure, size, weight="bold")


def kinds_of(total: Cost) -> list[TimeKind]:
    """Those that are told: three always, the others where there was any of it."""
    return [kind for kind in TIME_KINDS if kind in ALWAYS or total.of(kind)]
