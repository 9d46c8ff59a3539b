"""The scenery: wall, lamp light and worktop, over the whole window. It never moves."""

from __future__ import annotations

import random

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.light import pool, sideways
from kitchen.game.draw.palette import Colour
from kitchen.game.title.layout import COUNTER_Y, FRONT_Y, HOB_W, LAMP, LAMP_W, POT, WORKTOP

BRICK_W, BRICK_H, JOINT = 58.0, 29.0, 2.4  # logical px
BRICK_SEED = 7
TONES = 5  # brightnesses of bricks
JOINTS: Colour = (0x1B, 0x37, 0x3F)
WARM: Colour = (0xD8, 0xB8, 0x80)
BULB: Colour = (0xFF, 0xE9, 0xB0)
DARK: Colour = (0x12, 0x16, 0x20)
WOOD_EDGE: Colour = (0xF3, 0xCB, 0x94)
WOOD_DARK: Colour = (0x7A, 0x4A, 0x2C)
FRONT_TOP: Colour = (0x3E, 0x2C, 0x48)
FRONT_BOTTOM: Colour = (0x1D, 0x11, 0x26)


class Scenery:
    """``picture`` covers the window; what stands on the stage is drawn on its `canvas`."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        stage = kit.stage
        self.picture = pygame.Surface(stage.size)
        self.canvas = stage.canvas(self.picture)
        left, top = (-corner / stage.k for corner in stage.origin)
        self._edges = left, top, stage.size[0] / stage.k, stage.size[1] / stage.k
        self._wall()
        self._light()
        self._counter()
        self._lamp()
        self._hob()

    def _rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """A box of the stage on the whole picture."""
        return self._kit.stage.rect(x, y, w, h).move(self._kit.stage.origin)

    # -- the wall ------------------------------------------------------------------------------

    def _wall(self) -> None:
        self.picture.fill(JOINTS)
        left, top, wide, _ = self._edges
        chance = random.Random(BRICK_SEED)
        row = int(top // BRICK_H) - 1
        while row * BRICK_H < COUNTER_Y:
            shift = BRICK_W / 2 if row % 2 else 0.0
            for column in range(int(left // BRICK_W) - 1, int((left + wide) // BRICK_W) + 2):
                tone = chance.randrange(TONES)
                self._brick(column * BRICK_W + shift, row * BRICK_H + 1.0, tone)
            row += 1

    def _brick(self, x: float, y: float, tone: int) -> None:
        """A face with a lit upper edge and a dark lower one."""
        stage = self._kit.stage
        box = self._rect(x, y, BRICK_W - JOINT, BRICK_H - JOINT)
        face = palette.mix(palette.WALL, JOINTS, 0.38 - 0.32 * tone / (TONES - 1))
        low = palette.mix(face, JOINTS, 0.42)
        self.picture.blit(paint.box(box.size, stage.px(3), low), box)
        upper = (box.w, box.h - stage.line(1.5))
        lower = palette.mix(face, JOINTS, 0.12)
        self.picture.blit(paint.box(upper, stage.px(3), face, None, 1, lower), box)
        lit = palette.mix(face, BULB, 0.13)
        self.picture.fill(
            lit, (box.x + stage.px(4), box.y + stage.line(2), box.w - stage.px(8), stage.line(1.4))
        )

    def _light(self) -> None:
        """Warm over the stove, cold and dark towards the edges."""
        left, top, wide, _ = self._edges
        px = self._kit.stage.px
        for x, y, w, h, colour, strength in (
            (290.0, 250.0, 860.0, 640.0, WARM, 0.40),
            (LAMP[0], 96.0, 300.0, 250.0, BULB, 0.42),
            (330.0, 420.0, 420.0, 240.0, WARM, 0.30),
        ):
            glow = pool((px(w), px(h)), colour, strength)
            box = self._rect(x - w / 2, y - h / 2, w, h)
            self.picture.blit(glow, box)
        shade = self._rect(left, top, wide, 0)
        ceiling = paint.gradient((shade.w, px(70)), (*DARK, 105), (*DARK, 0))
        self.picture.blit(ceiling, shade)
        corner = sideways((px(170), px(COUNTER_Y - top)), DARK, 0.34, 0.0)
        self.picture.blit(corner, shade)
        far = sideways((px(900), px(COUNTER_Y - top)), DARK, 0.0, 0.72)
        self.picture.blit(far, (self._rect(380, 0, 1, 1).x, shade.y))
        beyond = self._rect(1280, top, max(0.0, left + wide - 1280), COUNTER_Y - top)
        if beyond.w > 0:
            self.picture.blit(paint.gradient(beyond.size, (*DARK, 184), (*DARK, 184)), beyond)

    def _lamp(self) -> None:
        stage, art = self._kit.stage, self._kit.art
        lamp = art.get("lamp", LAMP_W)
        foot = lamp.get_rect(midbottom=(stage.px(LAMP[0]), stage.px(LAMP[1])))
        cord = pygame.Rect(0, 0, stage.line(3.4), foot.top + stage.px(4) + stage.origin[1])
        cord.midtop = (foot.centerx + stage.origin[0], 0)
        self.picture.fill(palette.NIGHT, cord)
        self.canvas.blit(lamp, foot)

    # -- the worktop ---------------------------------------------------------------------------

    def _counter(self) -> None:
        left, _, wide, high = self._edges
        px, line = self._kit.stage.px, self._kit.stage.line
        top = self._rect(left, COUNTER_Y, wide, WORKTOP)
        far, near = (palette.mix(palette.WOOD, WOOD_DARK, share) for share in (0.46, 0.10))
        self.picture.blit(paint.gradient(top.size, far, near), top)
        for index, (share, alpha) in enumerate(((0.22, 34), (0.38, 22), (0.55, 40), (0.74, 26))):
            tone = WOOD_DARK if index % 2 == 0 else WOOD_EDGE
            grain = paint.gradient((top.w, line(1.2)), (*tone, alpha), (*tone, alpha))
            self.picture.blit(grain, (top.x, top.y + round(top.h * share)))
        warm = pool((px(460), px(60)), BULB, 0.34)
        self.picture.set_clip(top)
        self.picture.blit(warm, self._rect(70, COUNTER_Y - 20, 1, 1))
        self.picture.set_clip(None)
        back = paint.gradient((top.w, px(7)), (*DARK, 90), (*DARK, 0))
        self.picture.blit(back, top)
        self.picture.fill(WOOD_EDGE, self._rect(left, FRONT_Y - 7, wide, 5))
        self.picture.fill(WOOD_DARK, self._rect(left, FRONT_Y - 2, wide, 3))
        front = self._rect(left, FRONT_Y + 1, wide, high - FRONT_Y)
        self.picture.blit(paint.gradient(front.size, FRONT_TOP, FRONT_BOTTOM), front)
        under = paint.gradient((front.w, px(12)), (*palette.NIGHT, 235), (*palette.NIGHT, 0))
        self.picture.blit(under, front)

    def _hob(self) -> None:
        hob = self._kit.art.get("hob_large", HOB_W)
        self._kit.put(self.canvas, hob, POT[0], POT[1] - 4.0, "center")
