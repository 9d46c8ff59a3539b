"""The verdict: which limit holds in the changed kitchen, and what keeps it from getting there."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint, palette
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox.layout import RADIUS, VERDICT
from kitchen.lab.limits import Limits
from kitchen.sim.view.kitchenview import KitchenView

ICONS = {
    "hands": "hand",
    "chefs": "chef_hat",
    "hob": "pot",
    "oven": "oven",
    "orders": "slip",
    "saved": "script",
}
ICON = 30.0
SIZE, SMALL = 17.0, 15.0
LAGS = 0.85
"""A kitchen that serves less than this share of its limit does not get there."""
CROWD = 3
"""Dishes in line for a station from which on that line is the reason."""
EARLY = 900.0
"""Seconds of kitchen time before which nobody can say."""


def remark(view: KitchenView, now: float, limits: Limits) -> str:
    """What keeps the kitchen below its limit so far; empty: nothing does, or it is too early."""
    served = view.served * 3600.0 / now if now else 0.0
    if now < EARLY or served >= LAGS * limits.holds.served or view.makespan is not None:
        return ""
    rate = f"So far it serves {served:.0f}"
    if view.walked_out > max(2, view.burnt):
        return f"{rate}: {fmt.count(view.walked_out, 'guest')} walked out."
    if view.burnt > 1:
        return f"{rate}: {view.burnt} dishes burnt and were begun again."
    kind, count = max(((k, len(line)) for k, line in view.wanting.items()), key=lambda kc: kc[1])
    if count < CROWD:
        return ""
    return f"{rate}: {count} dishes wait for {'an' if kind[0] in 'aeiou' else 'a'} {kind}."


class Finding:
    """Draws a sentence, and a picture of the limit that holds."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(self, canvas: pygame.Surface, words: str, limit: str) -> None:
        kit, stage = self._kit, self._kit.stage
        x, y, w, h = VERDICT
        area = stage.rect(*VERDICT)
        face = paint.box(area.size, stage.px(RADIUS), palette.PLUM, palette.SAFFRON,
                         stage.line(1.5), palette.AUBERGINE)  # fmt: skip
        canvas.blit(face, area)
        picture = kit.art.get(ICONS.get(limit, "pot"), height=ICON)
        kit.put(canvas, picture, x + 30, y + h / 2, "center")
        self._sentence(canvas, words, x + 56, w - 72, y + h / 2)

    def _sentence(
        self, canvas: pygame.Surface, words: str, left: float, room: float, middle: float
    ) -> None:
        """On one line if it fits, else smaller, on two."""
        kit = self._kit
        if kit.type.width(words, SIZE) <= room:
            kit.put(canvas, kit.type.ui(words, SIZE, palette.CREAM), left, middle)
            return
        lines = kit.lines(words, SMALL, room, most=2)
        for index, line in enumerate(lines):
            y = middle + (index - (len(lines) - 1) / 2) * 19.0
            kit.put(canvas, kit.type.ui(line, SMALL, palette.CREAM), left, y)
