"""The cast: a cheering chef, a pot that boils and the lamp's breath. All that moves by itself."""

from __future__ import annotations

import math

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.light import pool
from kitchen.game.scene.fire import FLICKER, FLICKER_HZ
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.larder import CONTENTS
from kitchen.game.title.layout import CHEF, CHEF_H, COUNTER_Y, LAMP, POT, POT_W
from kitchen.game.title.scenery import BULB

BOB, BOB_HZ = 2.4, 0.55  # logical px, times a second
LOOK_EVERY, LOOK_FROM, LOOK_FOR, BLINK_FOR = 7.0, 4.2, 2.2, 0.13  # seconds
STEAM_W, STEAM_SECONDS, STEAM_RISE = 78.0, 3.2, 26.0
GAS_W = 94.0
BREATH_SECONDS, BREATHS = 4.6, 6  # of the lamp; pictures of it
GLOW = (250.0, 190.0)  # logical px
BUBBLES = (
    (-24.0, 1.5, 1.3, 0.0),
    (4.0, 4.0, 1.7, 0.4),
    (22.0, 0.5, 1.1, 0.7),
    (-8.0, -2.0, 1.5, 0.2),
)
"""In the soup: x and y from its middle, seconds of a life, phase."""
BUBBLE_W = 9.0
SOUP_Y = 75.0  # of the soup's middle, above the pot's foot
SOUP = tuple(name for name in CONTENTS["pot"].split() if name != "soup")


class Cast:
    """Draws by seconds of wall time alone; at 0 it is a good picture."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._sprites = Sprites(kit)
        size = (kit.stage.px(GLOW[0]), kit.stage.px(GLOW[1]))
        self._glows = [_dimmed(pool(size, BULB, 0.13), 0.15 + 0.17 * i) for i in range(BREATHS)]

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._lamp(canvas, wall)
        self._chef(canvas, wall)
        self._pot(canvas, wall)

    def _lamp(self, canvas: pygame.Surface, wall: float) -> None:
        share = 0.5 - 0.5 * math.cos(wall / BREATH_SECONDS * math.tau)
        glow = self._glows[round(share * (BREATHS - 1))]
        self._kit.put(canvas, glow, LAMP[0], LAMP[1] + 2.0, "center")

    # -- the chef ------------------------------------------------------------------------------

    def _chef(self, canvas: pygame.Surface, wall: float) -> None:
        """His waist goes up and down behind the worktop."""
        stage = self._kit.stage
        picture = self._kit.art.get(_face(wall), height=CHEF_H, drop=("bun",))
        bob = BOB * (0.5 - 0.5 * math.cos(wall * BOB_HZ * math.tau))
        at = picture.get_rect(midbottom=(stage.px(CHEF[0]), round((CHEF[1] + bob) * stage.k)))
        hidden = at.bottom - stage.px(COUNTER_Y)
        canvas.blit(picture, at, (0, 0, at.w, at.h - max(0, hidden)))

    # -- the pot -------------------------------------------------------------------------------

    def _pot(self, canvas: pygame.Surface, wall: float) -> None:
        sprites = self._sprites
        x, y = POT
        pot = self._kit.art.get("pot", POT_W, drop=SOUP)
        self._kit.put(canvas, pot, x, y, "midbottom")
        for bubble in BUBBLES:
            self._bubble(canvas, wall, *bubble)
        beat = int(wall * FLICKER_HZ)
        gas = sprites.get("gas_ring", GAS_W, flip=beat % 4 > 1, sy=FLICKER[beat % 3])
        canvas.blit(gas, sprites.foot(gas, x, y + 14.0))
        for phase in (0.0, 0.5):
            t = (wall / STEAM_SECONDS + 0.42 + phase) % 1.0
            alpha = math.sin(math.pi * t) ** 1.6
            grown = 0.90 + 0.22 * t
            wisp = sprites.get("steam", STEAM_W, flip=phase > 0, alpha=alpha, sx=grown, sy=grown)
            canvas.blit(wisp, sprites.foot(wisp, x, y - 78.0 - STEAM_RISE * (t - 0.3)))

    def _bubble(
        self, canvas: pygame.Surface, wall: float, dx: float, dy: float, life: float, phase: float
    ) -> None:
        """It grows, and is gone."""
        t = (wall / life + phase) % 1.0
        size = BUBBLE_W * min(1.0, t / 0.7) if t < 0.85 else 0.0
        if size < 2.0:
            return
        width = self._kit.stage.px(size)
        disc = paint.disc(max(2, width), (0xF7, 0xA0, 0x72), (0xB8, 0x3C, 0x1C), 1)
        self._kit.put(canvas, disc, POT[0] + dx, POT[1] - SOUP_Y + dy, "center")


def _dimmed(light: pygame.Surface, share: float) -> pygame.Surface:
    """A light, fainter."""
    made = light.copy()
    made.fill((255, 255, 255, round(255 * share)), None, pygame.BLEND_RGBA_MULT)
    return made


def _face(wall: float) -> str:
    """Cheering with his eyes closed; now and then he has a look at the pot, and blinks."""
    t = wall % LOOK_EVERY - LOOK_FROM
    blinks = 0.0 <= t - LOOK_FOR / 2 < BLINK_FOR
    return "chef_peek" if 0.0 <= t < LOOK_FOR and not blinks else "chef_cheer"
