"""The logo: two lines of fat letters, lit from above, standing off the wall."""

from __future__ import annotations

from dataclasses import replace

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.type import Type
from kitchen.game.title.layout import LOGO, LOGO_SIZES

LINES = ("A Watched", "Pot")
CLAIM = ("The kitchen game about", "asynchronous Python")
CLAIM_AT = (211.0, 128.0, 24.0)  # left edge, middle of the first line, line height
BORDER = 0.052  # of the outline, for each px of letter size
DEPTH = 0.062
TOP: Colour = (0xFF, 0xF8, 0xEA)
BOTTOM: Colour = (0xFF, 0xBC, 0x38)
SHADE: Colour = (0xD0, 0x84, 0x1C)
SIDE: Colour = (0x15, 0x0C, 0x1B)


def draw_logo(kit: Kit, surface: pygame.Surface) -> None:
    """Both lines and the claim beside them."""
    kit = replace(kit, type=Type(kit.stage))  # its letters belong to it, whatever is set
    left, *middles = LOGO
    for text, size, middle in zip(LINES, LOGO_SIZES, middles, strict=True):
        _line(kit, surface, text, size, (left, middle))
    x, y, leading = CLAIM_AT
    for index, text in enumerate(CLAIM):
        colour = palette.SAFFRON if index else palette.CREAM
        dark = palette.mix(palette.WALL, palette.NIGHT, 0.78)
        words = kit.type.ui(text, 19, colour, "bold", outline=(dark, 2.2))
        kit.put(surface, words, x - 2.2, y + index * leading)


def _line(
    kit: Kit, surface: pygame.Surface, text: str, size: float, at: tuple[float, float]
) -> None:
    stage, border = kit.stage, max(3.0, size * BORDER)
    ink = kit.type.display(text, size, palette.INK, (palette.INK, border))
    side = kit.type.display(text, size, SIDE, (SIDE, border))
    place = ink.get_rect(midleft=(stage.px(at[0] - border), stage.px(at[1])))
    depth = max(2, stage.px(size * DEPTH))
    _shadow(kit, surface, side, place.move(depth // 2, depth + stage.px(3)))
    for step in range(depth, 0, -1):
        surface.blit(side, place.move(round(step * 0.35), step))
    surface.blit(ink, place)
    face = _face(kit, text, size)
    surface.blit(face, face.get_rect(center=place.center))


def _shadow(kit: Kit, surface: pygame.Surface, of: pygame.Surface, at: pygame.Rect) -> None:
    """Of the letters on the wall."""
    blur = max(1, kit.stage.px(6))
    room = paint.clear((of.get_width() + 4 * blur, of.get_height() + 4 * blur), SIDE)
    room.blit(of, (2 * blur, 2 * blur))
    soft = pygame.transform.gaussian_blur(room, blur)
    soft.fill((255, 255, 255, 120), None, pygame.BLEND_RGBA_MULT)
    surface.blit(soft, at.move(-2 * blur, -2 * blur))


def _face(kit: Kit, text: str, size: float) -> pygame.Surface:
    """Cream running down to saffron, with a darker lower edge."""
    letters = kit.type.display(text, size, palette.WHITE)
    rim = max(1, kit.stage.px(size * 0.028))
    face = _tinted(letters, SHADE, SHADE, size * kit.stage.k)
    upper = _tinted(letters, TOP, BOTTOM, size * kit.stage.k)
    lifted = paint.clear(letters.get_size(), BOTTOM)
    lifted.blit(upper, (0, -rim))
    lifted.blit(letters, (0, 0), None, pygame.BLEND_RGBA_MULT)
    face.blit(lifted, (0, 0))
    return face


def _tinted(letters: pygame.Surface, top: Colour, bottom: Colour, size: float) -> pygame.Surface:
    """The letters in a gradient over the height of a capital."""
    made, high = letters.copy(), round(size * 0.72)
    ramp = pygame.Surface(letters.get_size(), pygame.SRCALPHA)
    ramp.fill((*bottom, 255))
    first = (letters.get_height() - high) // 2
    ramp.fill((*top, 255), (0, 0, letters.get_width(), max(0, first)))
    ramp.blit(paint.gradient((letters.get_width(), high), top, bottom), (0, first))
    made.blit(ramp, (0, 0), None, pygame.BLEND_RGBA_MULT)
    return made
