"""The cards of the book: paper with a picture on it, which lifts under the pointer."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Generic, TypeVar

import pygame

from kitchen.game.controls.control import HOVER_SECONDS, Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.shadow import over
from kitchen.game.title.spread import LessonOffer, Offer

LIFT = 0.03  # how much larger under the pointer
STEPS = 3  # sizes between lying and lifted
SHAKE_SECONDS, SHAKE, SHAKES = 0.36, 3.0, 3.0  # of a locked card: logical px, times

EDGE = 8.0  # from the card's edge to its picture
LEFT = 12.0  # to its words
TITLE_SIZES = (17.0, 16.0, 15.0, 14.0, 13.0)

STRIPE_OPEN = ((0xD3, 0xEA, 0xE3), (0xA6, 0xD1, 0xCB))
STRIPE_NEXT = ((0xFF, 0xE2, 0xAE), (0xFF, 0xC6, 0x72))
STRIPE_LOCKED = ((0xD9, 0xC9, 0xAC), (0xCB, 0xB8, 0x97))
LOCKED = ((0xEE, 0xE1, 0xC9), (0xE7, 0xD7, 0xBA))
LOCKED_EDGE: Colour = (0xD5, 0xC0, 0x9C)
SHAPE: Colour = (0xAE, 0x9C, 0x80)
BADGE_LOCKED: Colour = (0x74, 0x66, 0x5C)
STRIPES = {"open": STRIPE_OPEN, "next": STRIPE_NEXT, "locked": STRIPE_LOCKED}

OfferT = TypeVar("OfferT", Offer, LessonOffer)


class BookCard(Control, Generic[OfferT]):
    """``act`` is told the offer; a locked card only shakes its head. Subclasses draw on the
    paper with `_draw_face`."""

    radius = 14.0

    def __init__(self, kit: Kit, box: Box, offer: OfferT, act: Callable[[OfferT], object]) -> None:
        super().__init__(kit, box)
        self.offer: OfferT = offer
        self._act: Callable[[OfferT], object] = act
        self._sizes: dict[int, pygame.Surface] = {}
        self._lift = Tween(0.0, 0.0, 0.0)
        self._lift_since = 0.0

    @property
    def width(self) -> float:
        return self.box[2]

    @property
    def height(self) -> float:
        return self.box[3]

    @property
    def room(self) -> float:
        """For words."""
        return self.width - LEFT - 10.0

    def press(self) -> None:
        if self.offer.state != "locked":
            self._act(self.offer)

    # -- motion --------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        locked = self.offer.state == "locked"
        picture = self.picture(0.0 if locked else self._lifted(touch))
        dx = self._shake(touch) if locked else 0.0
        dy = 0.0 if locked else self.sunk(touch)
        self.show(canvas, picture, dx, dy)

    def show(
        self, canvas: pygame.Surface, picture: pygame.Surface, dx: float = 0.0, dy: float = 0.0
    ) -> None:
        x, y, w, h = self.box
        at = (self.kit.stage.px(x + w / 2 + dx), self.kit.stage.px(y + h / 2 + dy))
        canvas.blit(picture, picture.get_rect(center=at), None, pygame.BLEND_PREMULTIPLIED)

    def _lifted(self, touch: Touch) -> float:
        """0 lying, 1 lifted; pressed down it lies."""
        goal = 1.0 if (touch.hovered or touch.focused) and not touch.down else 0.0
        if self._lift.end != goal:
            now = self._lift.at(touch.wall - self._lift_since)
            self._lift, self._lift_since = Tween(now, goal, HOVER_SECONDS), touch.wall
        return self._lift.at(touch.wall - self._lift_since)

    def _shake(self, touch: Touch) -> float:
        if touch.down and touch.wall - self._tapped > SHAKE_SECONDS:
            self.tap(touch.wall)
        t = (touch.wall - self._tapped) / SHAKE_SECONDS
        if not 0.0 <= t < 1.0:
            return 0.0
        return SHAKE * (1.0 - t) * math.sin(t * SHAKES * math.tau)

    def picture(self, lifted: float = 0.0) -> pygame.Surface:
        """The card with its shadow, its colours multiplied by their alpha."""
        step = round(lifted * STEPS)
        if 0 not in self._sizes:
            self._sizes[0] = self._make()
        if step not in self._sizes:
            factor = 1.0 + LIFT * step / STEPS
            size = tuple(round(side * factor) for side in self._sizes[0].get_size())
            self._sizes[step] = pygame.transform.smoothscale(self._sizes[0], size)
        return self._sizes[step]

    # -- making --------------------------------------------------------------------------------

    def _make(self) -> pygame.Surface:
        stage = self.kit.stage
        size, blur = stage.rect(0, 0, *self.box[2:]).size, stage.px(7)
        room = (
            self._halo(size, blur)
            if self.offer.state == "next"
            else paint.shadow(size, stage.px(self.radius), blur, 0.30)
        )
        face = self._paper(size).copy()
        self._draw_face(face)
        return over(room, face)

    def _halo(self, size: tuple[int, int], blur: int) -> pygame.Surface:
        """A red glow around it."""
        pad = 2 * blur
        room = paint.clear((size[0] + 2 * pad, size[1] + 2 * pad), palette.TOMATO)
        radius = self.kit.stage.px(self.radius)
        room.blit(paint.box(size, radius, (*palette.TOMATO, 215)), (pad, pad))
        return pygame.transform.gaussian_blur(room, blur)

    def _paper(self, size: tuple[int, int]) -> pygame.Surface:
        stage, state = self.kit.stage, self.offer.state
        radius, white, low = stage.px(self.radius), palette.WHITE, palette.PAPER
        if state == "locked":
            return paint.box(size, radius, LOCKED[0], LOCKED_EDGE, stage.line(1.4), LOCKED[1])
        if state == "next":
            return paint.box(size, radius, white, palette.TOMATO, stage.line(3), low)
        return paint.box(size, radius, white, palette.PAPER_EDGE, stage.line(1.4), low)

    def _draw_face(self, face: pygame.Surface) -> None:
        raise NotImplementedError

    # -- what all of them have -----------------------------------------------------------------

    def _ground(self, face: pygame.Surface, high: float, colours: tuple[Colour, Colour]) -> Box:
        """Where the picture is; it is filled."""
        box = (EDGE, EDGE, self.width - 2 * EDGE, high)
        area = self.kit.stage.rect(*box)
        face.blit(paint.box(area.size, self.kit.stage.px(9), colours[0], None, 1, colours[1]), area)
        return box

    def _title(self, face: pygame.Surface, title: str, y: float, room: float) -> None:
        kit, locked = self.kit, self.offer.state == "locked"
        told, size = kit.type.told_at(TITLE_SIZES, (title,), room, weight="bold")
        colour = palette.PAPER_MUTED if locked else palette.INK
        kit.put(face, kit.type.ui(told, size, colour, "bold"), LEFT, y)

    def _code(self, face: pygame.Surface, code: str, y: float, room: float) -> None:
        kit = self.kit
        told, size = kit.type.told((code,), 13, room, "code", "medium", whole=True)
        kit.put(face, kit.type.code(told, size, palette.STEAM_PAPER), LEFT, y)

    def _stars(
        self, face: pygame.Surface, right: float, y: float, size: float, step: float
    ) -> None:
        """What was earned of them; the last one ends at ``right``."""
        for index in range(self.offer.most):
            star = self.kit.art.get("star" if index < self.offer.stars else "star_paper", size)
            x = right - (self.offer.most - index) * step + (step - size) / 2
            self.kit.put(face, star, x, y)

    def _cook_next(self, face: pygame.Surface, box: Box) -> None:
        """What a press does with the card that one goes on with."""
        kit, area = self.kit, self.kit.stage.rect(*box)
        fill, low = palette.ACTION, palette.ACTION_D
        face.blit(paint.box(area.size, kit.stage.px(8), fill, None, 1, low), area)
        words, size = kit.type.told_at((15, 14, 13), ("Cook this next", "Cook this"), box[2] - 8)
        ink = kit.type.ui(words, size, palette.WHITE, "bold")
        face.blit(ink, ink.get_rect(center=area.center))

    def _badge(
        self, face: pygame.Surface, at: tuple[float, float], size: float, ground: Colour,
        sign: pygame.Surface,
    ) -> None:  # fmt: skip
        self.kit.put(face, paint.disc(self.kit.stage.px(size), ground), *at, "center")
        self.kit.put(face, sign, *at, "center")

    def _dish(self, face: pygame.Surface, name: str, size: float, x: float, foot: float) -> None:
        """On its shadow; of a locked one only the shape."""
        picture = self.kit.art.get(name, height=size)
        if self.offer.state == "locked":
            picture = shape(picture, SHAPE)
        else:
            shade = shade_below(self.kit.stage.rect(0, 0, size * 1.12, size * 0.2).size)
            self.kit.put(face, shade, x, foot + 1.0, "center")
        self.kit.put(face, picture, x, foot + size * 0.06, "midbottom")


def shape(picture: pygame.Surface, colour: Colour) -> pygame.Surface:
    """The silhouette of a picture."""
    made = picture.copy()
    made.fill((0, 0, 0, 255), None, pygame.BLEND_RGBA_MULT)
    made.fill((*colour, 0), None, pygame.BLEND_RGBA_ADD)
    return made


def shade_below(size: tuple[int, int]) -> pygame.Surface:
    """A shadow on the ground."""
    ink = (*palette.INK, 62)

    def draw(large: pygame.Surface, _: int) -> None:
        pygame.draw.ellipse(large, ink, large.get_rect())

    return paint.smooth(size, ink, draw)
