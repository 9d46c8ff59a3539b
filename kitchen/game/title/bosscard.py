"""The card of a boss: large, in lamplight, with its hands and its fire in their true proportion."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import duration
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.signs.aids import mitt
from kitchen.game.signs.proportions import draw_pips, pips, planned
from kitchen.game.title.bookcard import LEFT
from kitchen.game.title.layout import BOSS, boss_place
from kitchen.game.title.shiftcard import ShiftCard
from kitchen.game.title.spread import Offer

PICTURE: Box = (8.0, 8.0, 144.0, 122.0)
DISH, FLOOR, LAMP = 96.0, 120.0, 34.0
TITLE_Y, CODE_Y, BAR_Y, WORDS_Y, LINE = 147.0, 170.0, 191.0, 215.0, 19.0
ROOM = 138.0
STAR, STAR_STEP, STAR_Y = 17.0, 17.0, 233.0
SIZES = (13.5, 13.0, 12.0, 11.0, 10.0)
NIGHT: tuple[Colour, Colour] = ((0x8F, 0x4B, 0x3C), (0x3A, 0x22, 0x38))
TABLE: Colour = (0xC9, 0x8E, 0x55)


def takes(offer: Offer) -> tuple[str, str]:
    """``5:00 hands``, ``no fire``: of one order."""
    plan = offer.steps()
    hands = sum(step.seconds for step in plan if step.kind == "hands")
    fire = sum(step.seconds for step in plan if step.kind != "hands")
    return f"{duration(hands)} hands", f"{duration(fire)} fire" if fire else "no fire"


class BossCard(ShiftCard):
    """Side by side with the other one."""

    def _picture(self, face: pygame.Surface) -> None:
        stage = self.kit.stage
        area = stage.rect(*PICTURE)
        face.blit(paint.box(area.size, stage.px(9), NIGHT[0], None, 1, NIGHT[1]), area)
        x, y, w, h = PICTURE
        table = stage.rect(x, y + h - 16, w, 16)
        face.blit(paint.box(table.size, stage.px(6), TABLE), table)
        middle = x + w / 2
        self.kit.put(face, self.kit.art.get("lamp", LAMP), middle, y, "midtop")
        self._dish(face, self.offer.dishes[0], DISH, middle, FLOOR)

    def _words(self, face: pygame.Surface) -> None:
        kit, offer = self.kit, self.offer
        title, size = kit.type.told_at((20, 19, 18, 17), (offer.title,), ROOM, "display")
        kit.put(face, kit.type.display(title, size, palette.INK), LEFT, TITLE_Y)
        room = ROOM - 2 * STAR if offer.helped else ROOM
        code, small = kit.type.told_at((14, 13, 12), (offer.concept,), room, "code", "medium")
        kit.put(face, kit.type.code(code, small, palette.STEAM_PAPER), LEFT, CODE_Y)
        plan = offer.steps()
        draw_pips(face, kit, pips(plan, ROOM), planned(plan), LEFT, BAR_Y, 16.0)
        tints = (palette.MINT_PAPER, palette.STEAM_PAPER)
        for row, (words, tint) in enumerate(zip(takes(offer), tints, strict=True)):
            room = ROOM if row == 0 else ROOM - 3 * STAR_STEP - 4
            told, fitted = kit.type.told_at(SIZES, (words,), room, weight="bold")
            kit.put(face, kit.type.ui(told, fitted, tint, "bold"), LEFT, WORDS_Y + row * LINE)

    def _foot(self, face: pygame.Surface) -> None:
        """Stars, small, at the right."""
        kit, offer = self.kit, self.offer
        self._stars(face, BOSS[0] - LEFT, STAR_Y, STAR, STAR_STEP)
        if offer.helped:
            kit.put(face, mitt(kit, 1.3 * STAR), BOSS[0] - LEFT, CODE_Y, "midright")


def draw_or(kit: Kit, canvas: pygame.Surface) -> None:
    """Between the two."""
    x, y, w, _ = boss_place(0)
    middle, high = (x + w + boss_place(1)[0]) / 2, y + 66
    words = kit.type.ui("or", 16, palette.INK, "bold")
    area = kit.stage.rect(middle - 19, high - 14, 38, 28)
    line = kit.stage.line(2)
    canvas.blit(paint.pill(area.size, palette.PAPER, palette.INK, line), area)
    kit.put(canvas, words, middle, high, "center")
