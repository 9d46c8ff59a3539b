"""An improvement's card: a picture, what it does in the kitchen, and what that is in computing."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.cookbook.improvements import Improvement
from kitchen.game.controls.control import HOVER_SECONDS, Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.shadow import cast

WIDTH, HEIGHT = 336.0, 424.0  # logical px
STAGE_H = 164.0  # the picture's ground
PAD = 22.0
TITLE_Y, DOES_Y, RULE_Y, CONCEPT_Y = 198.0, 220.0, 284.0, 298.0
LIFT = 8.0
GROUNDS: dict[str, tuple[p.Colour, p.Colour]] = {
    "burner": ((0xFF, 0xE2, 0xAE), (0xFF, 0xC6, 0x72)),
    "knives": ((0xD3, 0xEA, 0xE3), (0xA6, 0xD1, 0xCB)),
    "oven": ((0xFB, 0xD9, 0xC6), (0xF0, 0xB1, 0x97)),
    "pots": ((0xE5, 0xDC, 0xF3), (0xC4, 0xB2, 0xE0)),
    "bench": ((0xDD, 0xEB, 0xC9), (0xB7, 0xD2, 0x98)),
    "boards": ((0xFB, 0xEF, 0xC4), (0xEA, 0xD0, 0x82)),
    "rail": ((0xD2, 0xE3, 0xF5), (0xA3, 0xC2, 0xE4)),
}
CHOSEN_SECONDS = 0.55
SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)


class ImprovementCard(Control):
    """``have``: how many of it the kitchen has already. ``act`` is told the improvement."""

    radius = 20.0

    def __init__(
        self, kit: Kit, box: Box, improvement: Improvement, have: int,
        act: Callable[[Improvement], object],
    ) -> None:  # fmt: skip
        super().__init__(kit, box)
        self.improvement = improvement
        self.have = have
        self._act = act
        self._picture = self._make()
        self._lift = Tween(0.0, 0.0, 0.0)
        self._since = 0.0
        self.gone = 0.0
        """How far it has sunk away, because another was chosen: 0 to 1."""
        self.chosen: float | None = None
        """Seconds since it was chosen."""

    def press(self) -> None:
        self._act(self.improvement)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        if self.gone >= 1.0:
            return
        x, y, _, _ = self.box
        pad = 2 * self.kit.stage.px(8)
        dy = self.sunk(touch) - LIFT * self._lifted(touch) + 60.0 * self.gone
        if self.chosen is not None:
            dy -= 14.0 * Tween(0.0, 1.0, CHOSEN_SECONDS / 2, out_back).at(self.chosen)
        self._picture.set_alpha(round(255 * (1.0 - self.gone)))
        at = (self.kit.stage.px(x) - pad, self.kit.stage.px(y + dy) - pad)
        canvas.blit(self._picture, at)

    def _lifted(self, touch: Touch) -> float:
        goal = 1.0 if touch.hovered and not touch.focused else 0.0
        if self._lift.end != goal:
            now = self._lift.at(touch.wall - self._since)
            self._lift, self._since = Tween(now, goal, HOVER_SECONDS), touch.wall
        return self._lift.at(touch.wall - self._since)

    # -- making --------------------------------------------------------------------------------

    def _make(self) -> pygame.Surface:
        """The card with its shadow, 2 x 8 logical px larger on every side."""
        kit, stage = self.kit, self.kit.stage
        size, blur, radius = stage.rect(0, 0, WIDTH, HEIGHT).size, stage.px(8), stage.px(20)
        card = paint.box(
            size, radius, p.PAPER, p.PAPER_EDGE, stage.line(2), (0xFB, 0xED, 0xD4)
        ).copy()
        self._ground(card)
        self._title(card)
        item = self.improvement
        kit.paragraph(card, item.does, 16, p.INK, (PAD, DOES_Y, WIDTH - 2 * PAD, 60), 21)
        rule = stage.rect(PAD, RULE_Y, WIDTH - 2 * PAD, 1.5)
        card.fill(p.PAPER_D, rule)
        self._concept(card)
        whole = paint.clear((size[0] + 4 * blur, size[1] + 4 * blur), paint.SHADOW)
        cast(whole, pygame.Rect((2 * blur, 2 * blur), size), radius, blur, 0.5)
        whole.blit(card, (2 * blur, 2 * blur))
        return whole

    def _ground(self, card: pygame.Surface) -> None:
        """A lit stage with the picture on it, and a badge with what it adds."""
        kit, stage, name = self.kit, self.kit.stage, self.improvement.name
        top, bottom = GROUNDS[name]
        area = stage.rect(12, 12, WIDTH - 24, STAGE_H)
        card.blit(paint.box(area.size, stage.px(14), top, None, 1, bottom), area)
        kit.put(card, kit.art.get(f"improve_{name}", height=142), WIDTH / 2 - 16, 95, "center")
        badge = self.improvement.badge
        words = kit.type.display(badge, 24, (255, 255, 255))
        wide = kit.type.width(badge, 24, "display") + 26
        pill = stage.rect(WIDTH - 26 - wide, 24, wide, 38)
        face = paint.pill(pill.size, p.MINT_PAPER, (255, 255, 255), stage.line(2.5))
        card.blit(face, pill)
        card.blit(words, words.get_rect(center=pill.center))

    def _title(self, card: pygame.Surface) -> None:
        kit, words = self.kit, self.improvement.title
        room = WIDTH - 2 * PAD - (70.0 if self.have else 0.0)
        size = kit.type.one_size((27.0, 24.0, 21.0, 18.0), [words], room, "display")
        kit.put(card, kit.type.display(words, size, p.INK), PAD, TITLE_Y)
        if self.have:
            note = kit.type.ui(f"have {self.have}", 14, p.MINT_PAPER, "bold")
            kit.put(card, note, WIDTH - PAD, TITLE_Y, "midright")

    def _concept(self, card: pygame.Surface) -> None:
        """The word that programs have for it; then its sentence."""
        kit = self.kit
        word, _, rest = self.improvement.concept.partition(": ")
        width = WIDTH - 2 * PAD
        word = f"In code: {word[:1].lower()}{word[1:]}"
        size = kit.type.one_size(SIZES, [word], width, weight="bold")
        title = (PAD, CONCEPT_Y, width, 22.0)
        kit.paragraph(card, word, size, p.MINT_PAPER, title, 22, "bold")
        rest = rest[:1].upper() + rest[1:]
        size = next((s for s in SIZES if len(kit.lines(rest, s, width)) <= 4), SIZES[-1])
        box = (PAD, CONCEPT_Y + 22, width, 92.0)
        kit.paragraph(card, rest, size, p.PAPER_MUTED, box, 22)
