"""The card: one shift of the cookbook, to be cooked with a press."""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from kitchen.game.controls.control import HOVER_SECONDS, Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.shadow import over
from kitchen.game.signs.aids import mitt
from kitchen.game.signs.proportions import draw_pips, pips, planned
from kitchen.game.signs.ribbon import ribbon
from kitchen.game.title.spread import Offer
from kitchen.game.title.summary import orders

LIFT = 0.03  # how much larger under the pointer
STEPS = 3  # sizes between lying and lifted
SHAKE_SECONDS, SHAKE, SHAKES = 0.36, 3.0, 3.0  # of a locked card: logical px, times

STRIPE: Box = (8.0, 8.0, 144.0, 82.0)
HERO, FLANK, FLANK_X = 60.0, 36.0, 49.0  # dishes: sizes, and how far apart
FLOOR, FLANK_FLOOR = 76.0, 80.0  # what they stand on
BADGE = (21.0, 21.0, 25.0)
TITLE_Y, SECOND_Y, STARS_Y = 105.0, 126.0, 149.0
LOCKED_Y = 131.0  # what opens a locked one, where no word is told
LEFT, ROOM = 12.0, 138.0
STEPS_AT: Box = (14.0, 81.0, 132.0, 8.0)  # hands and fire, at the stripe's foot
TITLE_SIZES = (17.0, 16.0, 15.0, 14.0, 13.0)
STAR, STAR_STEP = 23.0, 26.5
RIBBON_AT, RIBBON_H = (157.0, 22.0), 20.0  # its right end, and how high it is

STRIPE_OPEN = ((0xD3, 0xEA, 0xE3), (0xA6, 0xD1, 0xCB))
STRIPE_NEXT = ((0xFF, 0xE2, 0xAE), (0xFF, 0xC6, 0x72))
LOCKED = ((0xEE, 0xE1, 0xC9), (0xE7, 0xD7, 0xBA))
LOCKED_EDGE: Colour = (0xD5, 0xC0, 0x9C)
STRIPE_LOCKED = ((0xD9, 0xC9, 0xAC), (0xCB, 0xB8, 0x97))
SHAPE: Colour = (0xAE, 0x9C, 0x80)
BADGE_LOCKED: Colour = (0x74, 0x66, 0x5C)


class ShiftCard(Control):
    """``act`` is told the offer; a locked card only shakes its head."""

    radius = 14.0

    def __init__(self, kit: Kit, box: Box, offer: Offer, act: Callable[[Offer], object]) -> None:
        super().__init__(kit, box)
        self.offer = offer
        self._act = act
        self._sizes: dict[int, pygame.Surface] = {}
        self._lift = Tween(0.0, 0.0, 0.0)
        self._lift_since = 0.0

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
        return over(room, self._face(size))

    def _halo(self, size: tuple[int, int], blur: int) -> pygame.Surface:
        """A red glow around it."""
        pad = 2 * blur
        room = paint.clear((size[0] + 2 * pad, size[1] + 2 * pad), palette.TOMATO)
        radius = self.kit.stage.px(self.radius)
        room.blit(paint.box(size, radius, (*palette.TOMATO, 215)), (pad, pad))
        return pygame.transform.gaussian_blur(room, blur)

    def _face(self, size: tuple[int, int]) -> pygame.Surface:
        stage, state = self.kit.stage, self.offer.state
        radius = stage.px(self.radius)
        if state == "locked":
            face = paint.box(size, radius, LOCKED[0], LOCKED_EDGE, stage.line(1.4), LOCKED[1])
        elif state == "next":
            face = paint.box(
                size, radius, palette.WHITE, palette.TOMATO, stage.line(3), palette.PAPER
            )
        else:
            face = paint.box(
                size, radius, palette.WHITE, palette.PAPER_EDGE, stage.line(1.4), palette.PAPER
            )
        face = face.copy()
        self._stripe(face)
        self._words(face)
        self._foot(face)
        if self.offer.ribbon is not None:
            band = ribbon(self.kit, self.offer.ribbon, RIBBON_H)
            self.kit.put(face, band, *RIBBON_AT, "midright")
        return face

    def _stripe(self, face: pygame.Surface) -> None:
        stage, state = self.kit.stage, self.offer.state
        area = stage.rect(*STRIPE)
        colours = {"open": STRIPE_OPEN, "next": STRIPE_NEXT, "locked": STRIPE_LOCKED}[state]
        face.blit(paint.box(area.size, stage.px(9), colours[0], None, 1, colours[1]), area)
        middle = STRIPE[0] + STRIPE[2] / 2
        dishes = self.offer.dishes
        for dish, side in zip(dishes[1:], (-1, 1), strict=False):
            self._dish(face, dish, FLANK, middle + side * FLANK_X, FLANK_FLOOR)
        self._dish(face, dishes[0], HERO, middle, FLOOR)
        if state != "locked":
            self._steps(face)
        if state == "locked":
            lock = self.kit.art.get("lock", 35)
            self.kit.put(face, lock, middle, STRIPE[1] + STRIPE[3] / 2 + 5, "center")
        self._badge(face)

    def _steps(self, face: pygame.Surface) -> None:
        """Hands and fire of the large dish, as long as they take."""
        x, y, w, h = STEPS_AT
        plan = self.offer.steps()
        draw_pips(face, self.kit, pips(plan, w), planned(plan), x, y + h / 2, h)

    def _dish(self, face: pygame.Surface, name: str, size: float, x: float, foot: float) -> None:
        """On its shadow; of a locked one only the shape."""
        picture = self.kit.art.get(name, height=size)
        if self.offer.state == "locked":
            picture = shape(picture, SHAPE)
        else:
            shade = _ellipse(self.kit.stage.rect(0, 0, size * 1.12, size * 0.2).size)
            self.kit.put(face, shade, x, foot + 1.0, "center")
        self.kit.put(face, picture, x, foot + size * 0.06, "midbottom")

    def _badge(self, face: pygame.Surface) -> None:
        x, y, size = BADGE
        state = self.offer.state
        ground = {"open": palette.INK, "next": palette.TOMATO, "locked": BADGE_LOCKED}[state]
        disc = paint.disc(self.kit.stage.px(size), ground)
        self.kit.put(face, disc, x, y, "center")
        colour = palette.INK if state == "next" else palette.WHITE
        number = self.kit.type.display(str(self.offer.number), 16, colour)
        self.kit.put(face, number, x, y, "center")

    def _words(self, face: pygame.Surface) -> None:
        """The word of a locked one is not told yet: play comes before it."""
        kit, offer, locked = self.kit, self.offer, self.offer.state == "locked"
        title, size = kit.type.told_at(TITLE_SIZES, (offer.title,), ROOM, weight="bold")
        colour = palette.PAPER_MUTED if locked else palette.INK
        kit.put(face, kit.type.ui(title, size, colour, "bold"), LEFT, TITLE_Y)
        if locked:
            return
        if offer.concept:
            code, small = kit.type.told_at((13, 12, 11), (offer.concept,), ROOM, "code", "medium")
            kit.put(face, kit.type.code(code, small, palette.STEAM_PAPER), LEFT, SECOND_Y)
        else:
            line = kit.type.elide(orders(offer.shift), 13, ROOM, weight="medium")
            kit.put(face, kit.type.ui(line, 13, palette.PAPER_MUTED, "medium"), LEFT, SECOND_Y)

    def _foot(self, face: pygame.Surface) -> None:
        """Stars; what opens it; or that it is the next one."""
        kit, offer = self.kit, self.offer
        if offer.state == "locked":
            words, size = kit.type.told_at((13, 12), offer.opens, ROOM)
            kit.put(face, kit.type.ui(words, size, palette.PAPER_MUTED), LEFT, LOCKED_Y)
        elif offer.state == "next":
            box = kit.stage.rect(9, STARS_Y - 12, 142, 26)
            top, low = palette.ACTION, palette.ACTION_D
            face.blit(paint.box(box.size, kit.stage.px(8), top, None, 1, low), box)
            next_one = kit.type.ui("Cook this next", 15, palette.WHITE, "bold")
            face.blit(next_one, next_one.get_rect(center=box.center))
        else:
            for index in range(offer.most):
                star = kit.art.get("star" if index < offer.stars else "star_paper", STAR)
                kit.put(face, star, LEFT - 2 + index * STAR_STEP, STARS_Y)
            if offer.helped:
                kit.put(face, mitt(kit, STAR), self.box[2] - LEFT, STARS_Y, "midright")


def shape(picture: pygame.Surface, colour: Colour) -> pygame.Surface:
    """The silhouette of a picture."""
    made = picture.copy()
    made.fill((0, 0, 0, 255), None, pygame.BLEND_RGBA_MULT)
    made.fill((*colour, 0), None, pygame.BLEND_RGBA_ADD)
    return made


def _ellipse(size: tuple[int, int]) -> pygame.Surface:
    """A shadow on the ground."""
    ink = (*palette.INK, 62)

    def draw(large: pygame.Surface, _: int) -> None:
        pygame.draw.ellipse(large, ink, large.get_rect())

    return paint.smooth(size, ink, draw)
