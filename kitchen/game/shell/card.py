"""A card of paper over a screen: a title, controls, and what a subclass writes on it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Overlay, Screen

RISE, RISE_SECONDS = 26.0, 0.24  # logical px from which the card comes up
BLUR, RADIUS = 14.0, 20.0  # logical px


class CardOverlay(Overlay):
    """Esc, or B on a gamepad, closes it. Subclasses give ``controls``, and ``write``."""

    box: Box = (340.0, 110.0, 600.0, 500.0)
    title = ""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.page: Page
        self._opened: float | None = None
        self._settled = False
        self.start = 0
        """The control that has the focus first."""

    # -- for subclasses ------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        """What can be pressed, for this window size."""
        raise NotImplementedError

    def write(self, canvas: pygame.Surface) -> None:
        """Draw what stands on the card beside its controls."""

    # -- an overlay ----------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        self.kit = kit.on(ON_PAPER)
        old: Page | None = getattr(self, "page", None)
        page = Page(self.kit, self.controls(self.kit))
        page.focus = min(old.focus if old else self.start, len(page.controls) - 1)
        page.ring = old.ring if old else True
        self.page, self.menu = page, Menu(self.game, page, self.close)
        self._paper = self._bake()

    def rebuild(self) -> None:
        """Other controls, or other words on them; the focus stays where it was."""
        self.build(self.kit)

    def handle(self, event: pygame.event.Event) -> bool:
        return self.menu.handle(event)

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        if self._opened is None:
            self._opened = wall
        since = wall - self._opened
        self._settled = since >= RISE_SECONDS
        if self._settled or self.game.calm:
            self._draw(canvas, wall)
            return
        layer = paint.clear(canvas.get_size(), palette.NIGHT)
        self._draw(layer, wall)
        layer.set_alpha(round(255 * min(1.0, since / RISE_SECONDS * 1.5)))
        rise = Tween(RISE, 0.0, RISE_SECONDS, out_back).at(since)
        canvas.blit(layer, (0, self.kit.stage.px(rise)))

    def at_rest(self) -> bool:
        return self._settled

    def _draw(self, canvas: pygame.Surface, wall: float) -> None:
        stage = self.kit.stage
        blur = stage.px(BLUR)
        corner = stage.rect(*self.box).topleft
        canvas.blit(self._paper, (corner[0] - 2 * blur, corner[1] - 2 * blur))
        self.write(canvas)
        self.menu.page.draw(canvas, wall)

    def _bake(self) -> pygame.Surface:
        """The card with its shadow and its title."""
        kit, stage = self.kit, self.kit.stage
        size, blur = stage.rect(*self.box).size, stage.px(BLUR)
        layer = paint.shadow(size, stage.px(RADIUS), blur, 0.6).copy()
        card = paint.box(
            size, stage.px(RADIUS), (0xFF, 0xFA, 0xF0), palette.PAPER_D, stage.line(3),
            palette.PAPER,
        ).copy()  # fmt: skip
        hair = paint.box(
            (size[0] - stage.px(16), size[1] - stage.px(16)), stage.px(RADIUS - 6), None,
            palette.PAPER_D, stage.line(1),
        )  # fmt: skip
        card.blit(hair, (stage.px(8), stage.px(8)))
        heading = kit.type.display(self.title, 30, palette.INK)
        self.kit.put(card, heading, 30, 44)
        layer.blit(card, (2 * blur, 2 * blur))
        return layer
