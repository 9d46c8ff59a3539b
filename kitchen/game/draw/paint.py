"""Paint: boxes, pills, shadows, hatches, glows and gradients as cached surfaces.

All sizes are device px (``Stage.px`` makes them). Edges are smooth: shapes are drawn four times as
large and scaled down, once. The surfaces are shared: draw them, never draw on them.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.draw.cache import kept
from kitchen.game.draw.palette import Colour, Rgba, mix

SUPERSAMPLE = 4

Fill = Colour | Rgba
Size = tuple[int, int]

PANEL_TOP: Colour = (0x3B, 0x2A, 0x45)
PANEL_BOTTOM: Colour = (0x2A, 0x1C, 0x34)
PANEL_EDGE: Colour = (0x56, 0x43, 0x61)
CONTROL_TOP: Colour = (0x55, 0x41, 0x60)
CONTROL_BOTTOM: Colour = (0x46, 0x33, 0x4F)
SHADOW: Colour = (0x0C, 0x06, 0x12)


def rgba(fill: Fill) -> Rgba:
    return fill if len(fill) == 4 else (fill[0], fill[1], fill[2], 255)


def clear(size: Size, colour: Fill = (0, 0, 0)) -> pygame.Surface:
    """A transparent surface; its hidden colour keeps black out of smooth edges."""
    surface = pygame.Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA)
    surface.fill((*colour[:3], 0))
    return surface


def smooth(size: Size, colour: Fill, draw: Callable[[pygame.Surface, int], None]) -> pygame.Surface:
    """What ``draw(surface, scale)`` draws at ``scale`` times the size, scaled down. Not cached."""
    large = clear((size[0] * SUPERSAMPLE, size[1] * SUPERSAMPLE), colour)
    draw(large, SUPERSAMPLE)
    return pygame.transform.smoothscale(large, (max(1, size[0]), max(1, size[1])))


@kept
def plain(size: Size, colour: Colour) -> pygame.Surface:
    """An opaque box."""
    surface = pygame.Surface(size)
    surface.fill(colour)
    return surface


@kept
def gradient(size: Size, top: Fill, bottom: Fill) -> pygame.Surface:
    """Straight down, from one colour to the other."""
    return _graded(size, top, bottom)


def _graded(size: Size, top: Fill, bottom: Fill) -> pygame.Surface:
    width, height = max(1, size[0]), max(1, size[1])
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    a, b = rgba(top), rgba(bottom)
    if a == b:
        surface.fill(a)
        return surface
    for y in range(height):
        t = y / max(1, height - 1)
        colour = tuple(round(p + (q - p) * t) for p, q in zip(a, b, strict=True))
        surface.fill(colour, (0, y, width, 1))
    return surface


@kept
def mask(size: Size, radius: int, corners: str = "all") -> pygame.Surface:
    """A white box with round corners (all, top, bottom, left, right): what others are cut with."""
    return _mask(size, radius, corners)


def _mask(size: Size, radius: int, corners: str) -> pygame.Surface:
    corner = max(0, radius) + 1
    if min(size) > 2 * corner + 1:
        return _stretched(_corners((2 * corner + 1,) * 2, radius, corners), size, corner)
    return _corners(size, radius, corners)


@kept
def _corners(size: Size, radius: int, corners: str) -> pygame.Surface:
    """A mask as it is drawn: small, or of a box that is hardly larger than its corners."""

    def draw(large: pygame.Surface, scale: int) -> None:
        r = max(0, radius) * scale
        top, bottom = corners in ("all", "top"), corners in ("all", "bottom")
        left, right = corners == "left", corners == "right"
        pygame.draw.rect(
            large,
            (255, 255, 255, 255),
            large.get_rect(),
            border_top_left_radius=r if top or left else 0,
            border_top_right_radius=r if top or right else 0,
            border_bottom_left_radius=r if bottom or left else 0,
            border_bottom_right_radius=r if bottom or right else 0,
        )

    return smooth(size, (255, 255, 255), draw)


def _stretched(small: pygame.Surface, size: Size, corner: int) -> pygame.Surface:
    """A larger box with the corners of a small one: nothing else of it needs smoothing."""
    large = pygame.Surface(size, pygame.SRCALPHA)
    large.fill((255, 255, 255, 255))
    far = small.get_width() - corner
    for x, left in ((0, 0), (size[0] - corner, far)):
        for y, top in ((0, 0), (size[1] - corner, far)):
            area = (left, top, corner, corner)
            large.fill((0, 0, 0, 0), (x, y, corner, corner))
            large.blit(small, (x, y), area)
    return large


def cut(surface: pygame.Surface, radius: int, corners: str = "all") -> pygame.Surface:
    """The surface itself, its corners cut round."""
    surface.blit(_mask(surface.get_size(), radius, corners), (0, 0), None, pygame.BLEND_RGBA_MULT)
    return surface


@kept
def box(
    size: Size,
    radius: int,
    fill: Fill | None,
    border: Fill | None = None,
    line: int = 1,
    bottom: Fill | None = None,
    corners: str = "all",
) -> pygame.Surface:
    """A rounded box, ``fill`` running down to ``bottom``; ``border`` is ``line`` px inside it."""
    size = (max(1, size[0]), max(1, size[1]))
    if border is None:
        assert fill is not None
        return cut(_graded(size, fill, bottom or fill), radius, corners)
    frame = cut(_graded(size, border, border), radius, corners)
    inner = (size[0] - 2 * line, size[1] - 2 * line)
    if inner[0] <= 0 or inner[1] <= 0:
        return frame
    hole = _mask(inner, max(0, radius - line), corners)
    if fill is None or rgba(fill)[3] < 255:
        erase = hole.copy()
        erase.fill((0, 0, 0, 255), None, pygame.BLEND_RGBA_MULT)  # takes alpha away, not colour
        frame.blit(erase, (line, line), None, pygame.BLEND_RGBA_SUB)
    if fill is not None:
        face = cut(_graded(inner, fill, bottom or fill), max(0, radius - line), corners)
        frame.blit(face, (line, line))
    return frame


def pill(
    size: Size,
    fill: Fill | None,
    border: Fill | None = None,
    line: int = 1,
    bottom: Fill | None = None,
) -> pygame.Surface:
    """A box whose ends are half circles."""
    return box(size, min(size) // 2, fill, border, line, bottom)


@kept
def disc(diameter: int, fill: Fill, border: Fill | None = None, line: int = 1) -> pygame.Surface:
    return box((diameter, diameter), (diameter + 1) // 2, fill, border, line)


@kept
def polygon(size: Size, points: tuple[tuple[float, float], ...], fill: Fill) -> pygame.Surface:
    """A filled outline; points are shares (0 to 1) of the size."""

    def draw(large: pygame.Surface, scale: int) -> None:
        w, h = large.get_size()
        pygame.draw.polygon(large, rgba(fill), [(x * w, y * h) for x, y in points])

    return smooth(size, fill, draw)


def panel(size: Size, radius: int, line: int = 1) -> pygame.Surface:
    """The face of a panel: plum, lighter at its top, with a hairline around it."""
    return box(size, radius, PANEL_TOP, PANEL_EDGE, line, PANEL_BOTTOM)


@kept
def shadow(size: Size, radius: int, blur: int, alpha: float = 0.5) -> pygame.Surface:
    """A soft shadow of a box, ``2 * blur`` px larger on every side: draw it at (-2b, -2b)."""
    pad = 2 * blur
    surface = clear((size[0] + 2 * pad, size[1] + 2 * pad), SHADOW)
    surface.blit(box(size, radius, (*SHADOW, round(255 * alpha))), (pad, pad))
    return pygame.transform.gaussian_blur(surface, max(1, blur))


@kept
def hatch(size: Size, stripe: Fill, ground: Fill, radius: int, pitch: int) -> pygame.Surface:
    """Diagonal stripes, rising to the right, half of every ``pitch`` px."""

    def draw(large: pygame.Surface, scale: int) -> None:
        large.fill(rgba(ground))
        w, h = large.get_size()
        step = max(2, pitch) * scale
        for x in range(-h - step, w + step, step):
            foot = x + step // 2
            points = [(x, h), (foot, h), (foot + h, 0), (x + h, 0)]
            pygame.draw.polygon(large, rgba(stripe), points)

    return cut(smooth(size, ground, draw), radius)


@kept
def flames(size: Size, fill: Fill, foot: Fill, pitch: int) -> pygame.Surface:
    """A saw-tooth edge over a darker foot: something burns."""

    def draw(large: pygame.Surface, scale: int) -> None:
        w, h = large.get_size()
        step = max(3, pitch) * scale
        points = [(0.0, float(h))]
        for x in range(0, w + step, step):
            points += [(x, h * 0.5), (x + step * 0.35, 0.0), (x + step * 0.7, h * 0.42)]
        points.append((float(w + step), float(h)))
        pygame.draw.polygon(large, rgba(fill), points)
        pygame.draw.rect(large, rgba(foot), (0, round(h * 0.72), w, h))

    return smooth(size, fill, draw)


@kept
def glow(radius: int, colour: Colour, strength: float = 1.0) -> pygame.Surface:
    """A radial ramp on black: add it with ``BLEND_RGB_ADD``, its middle on the light."""
    steps = max(2, min(radius, 48))
    surface = pygame.Surface((2 * radius, 2 * radius))
    for step in range(steps):
        share = step / (steps - 1)
        light = mix((0, 0, 0), colour, strength * share**2)
        pygame.draw.circle(surface, light, (radius, radius), round(radius * (1.0 - step / steps)))
    if radius < 8:
        return surface
    return pygame.transform.box_blur(surface, max(1, radius // 24))


def bar(surface: pygame.Surface, rect: pygame.Rect, share: float, fill: Fill, ground: Fill) -> None:
    """A horizontal bar, ``share`` (0 to 1) of it filled: never thinner than it is high."""
    surface.blit(pill(rect.size, ground), rect)
    if width := filled(rect, share):
        surface.blit(pill((width, rect.height), fill), rect)


def filled(rect: pygame.Rect, share: float) -> int:
    """How much of such a bar is filled, in px."""
    return max(rect.height, round(rect.width * min(1.0, share))) if share > 0.0 else 0
