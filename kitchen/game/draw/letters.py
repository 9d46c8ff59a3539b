"""Letters: one text out of one font, as a surface with its capitals in its middle."""

from __future__ import annotations

import io
import math
from importlib import resources

import pygame

from kitchen.game.draw.palette import Colour


def open_font(package: str, name: str, pixels: int) -> pygame.font.Font:
    """One static typeface out of a package, at one size in device px."""
    # The font reads glyphs when it needs them: it keeps these bytes, not a file.
    data = (resources.files(package) / "files" / name).read_bytes()
    return pygame.font.Font(io.BytesIO(data), pixels)


def plain(font: pygame.font.Font, text: str, colour: Colour, gap: int) -> pygame.Surface:
    """The plain text; with a gap, letter by letter."""
    if not gap or len(text) < 2:
        return font.render(text, True, colour)
    glyphs = [font.render(letter, True, colour) for letter in text]
    width = sum(glyph.get_width() for glyph in glyphs) + gap * (len(glyphs) - 1)
    row = _blank((width, glyphs[0].get_height()), colour)
    x = 0
    for glyph in glyphs:
        row.blit(glyph, (x, 0))
        x += glyph.get_width() + gap
    return row


def outlined(
    font: pygame.font.Font, text: str, fill: pygame.Surface, colour: Colour, border: int, gap: int
) -> pygame.Surface:
    """The outline first, the fill on top of it."""
    font.outline = border
    try:
        drawn = plain(font, text, colour, max(0, gap - 2 * border) if gap else 0)
    finally:
        font.outline = 0
    drawn.blit(fill, (border, border))
    return drawn


def centred(
    font: pygame.font.Font, drawn: pygame.Surface, colour: Colour, border: int, scale: int
) -> pygame.Surface:
    """Room added above or below, so that the middle of a capital is the middle of the surface."""
    metrics = font.metrics("H")
    capital = metrics[0][3] if metrics and metrics[0] else font.get_ascent() * 0.7
    middle = border + font.get_ascent() - capital / 2.0
    half = math.ceil(max(middle, drawn.get_height() - middle) / scale) * scale
    width = math.ceil(drawn.get_width() / scale) * scale
    room = _blank((max(scale, width), 2 * half), colour)
    room.blit(drawn, (0, round(half - middle)))
    return room


def scaled(drawn: pygame.Surface, scale: int) -> pygame.Surface:
    if scale == 1:
        return drawn
    return pygame.transform.smoothscale(
        drawn, (drawn.get_width() // scale, drawn.get_height() // scale)
    )


def _blank(size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """Nothing, in a colour: scaling down then mixes no black into the edges."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*colour, 0))
    return surface
