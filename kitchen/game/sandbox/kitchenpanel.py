"""One of the two kitchens: its name and brigade, the scene, and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox.layout import HEAD_H, NUMBERS_H, RADIUS, SCENE_SHOWN_H
from kitchen.game.sandbox.markings import CHANGED, Marking
from kitchen.game.sandbox.numbers import Number
from kitchen.game.sandbox.strokes import stroke
from kitchen.lab.sandbox import Sandbox

SAMPLE_W = 30.0  # of the line that stands for this kitchen in the plots
LARGE = 3
SHARES = (1.0, 0.9, 1.1, 1.35, 1.25)
"""How wide the numbers' columns are, against one another."""

Fragment = tuple[str, str]
"""Words about a kitchen, and the rule that they tell of."""


class KitchenPanel:
    """Everything around the scene. ``box`` is all of it, in logical px."""

    def __init__(self, kit: Kit, look: Marking, box: Box) -> None:
        self._kit, self._look, self.box = kit, look, box
        x, y, w, _ = box
        self.scene: Box = (x, y + HEAD_H, w, SCENE_SHOWN_H)
        self.foot: Box = (x, y + HEAD_H + SCENE_SHOWN_H, w, NUMBERS_H)

    def bake(self, canvas: pygame.Surface) -> None:
        kit, stage = self._kit, self._kit.stage
        area = stage.rect(*self.box)
        canvas.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        x, y, _, _ = self.box
        kit.put(canvas, self._sample(), x + 14, y + HEAD_H / 2)
        name = kit.type.display(self._look.words, 19, palette.CREAM)
        kit.put(canvas, name, x + 14 + SAMPLE_W + 10, y + HEAD_H / 2)
        self._names_until = x + 14 + SAMPLE_W + 10 + name.get_width() / stage.k

    def _sample(self) -> pygame.Surface:
        """The line of this kitchen in the plots, with its dot."""
        stage, look = self._kit.stage, self._look
        size = stage.rect(0, 0, SAMPLE_W, 14).size
        large = paint.clear((size[0] * LARGE, size[1] * LARGE), look.colour)
        w, h = large.get_size()
        thick = look.thick * stage.k * LARGE
        stroke(large, [(thick, h / 2), (w - thick, h / 2)], (*look.colour, 255), thick, look.style)
        pygame.draw.circle(large, look.colour, (w - 4.5 * stage.k * LARGE, h / 2),
                           4.5 * stage.k * LARGE)  # fmt: skip
        return pygame.transform.smoothscale(large, size)

    # -- a frame -------------------------------------------------------------------------------

    def draw_rules(self, canvas: pygame.Surface, sandbox: Sandbox, changed: Iterable[str]) -> None:
        """What the kitchen has, right in its head; what was changed stands out."""
        kit, marked = self._kit, set(changed)
        room = self.box[0] + self.box[2] - 14 - self._names_until - 12
        words = [self._fragment(text, name in marked) for text, name in fragments(sandbox)]
        gap = kit.stage.px(12)
        while sum(word.get_width() + gap for word in words) - gap > room * kit.stage.k:
            words.pop()
        right = self.box[0] + self.box[2] - 14
        for word in reversed(words):
            kit.put(canvas, word, right, self.box[1] + HEAD_H / 2, "midright")
            right -= (word.get_width() + gap) / kit.stage.k

    def _fragment(self, words: str, marked: bool) -> pygame.Surface:
        colour = palette.SAFFRON if marked else palette.LILAC
        return self._kit.type.ui(words, 13, colour, "bold" if marked else "medium")

    def draw_numbers(
        self, canvas: pygame.Surface, own: Sequence[Number], other: Sequence[Number]
    ) -> None:
        """Each with what it is called; in the changed kitchen also how much more or less."""
        x, y, w, h = self.foot
        each, left = w / sum(SHARES), x
        for number, there, share in zip(own, other, SHARES, strict=True):
            middle = left + each * share / 2
            left += each * share
            beside = number.beside(there) if self._look is CHANGED else ""
            self._draw_number(canvas, number, beside, middle, y + h / 2)

    def _draw_number(
        self, canvas: pygame.Surface, number: Number, beside: str, middle: float, y: float
    ) -> None:
        kit = self._kit
        words = kit.type.display(number.words, 21, palette.CREAM)
        more = kit.type.ui(beside, 13, palette.SAFFRON, "bold") if beside else None
        wide = words.get_width() + (more.get_width() + kit.stage.px(4) if more else 0)
        left = middle - wide / kit.stage.k / 2
        kit.put(canvas, words, left, y - 8)
        if more is not None:
            kit.put(canvas, more, left + (wide - more.get_width()) / kit.stage.k, y - 7)
        label = kit.type.ui(number.label, 12, palette.LILAC, "medium")
        kit.put(canvas, label, middle, y + 12, "center")


def fragments(sandbox: Sandbox) -> list[Fragment]:
    """A kitchen in a few words, each with the rule that it tells of."""
    does = sandbox.attention + ("s" if sandbox.chefs == 1 else "")
    return [
        (fmt.count(sandbox.chefs, "chef"), "chefs"),
        (does, "attention"),
        (fmt.count(sandbox.hobs, "hob"), "hobs"),
        (fmt.count(sandbox.ovens, "oven"), "ovens"),
        (sandbox.policy, "policy"),
    ]
