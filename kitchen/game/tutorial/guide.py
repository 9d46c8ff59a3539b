"""The guide: a card that leads a player through the first service."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.hud.modeswitch import SWITCH
from kitchen.game.input.intents import Intent
from kitchen.game.layout import layout_of
from kitchen.game.overlay import Overlay
from kitchen.game.scene.places import Places
from kitchen.game.tutorial.steps import STEPS, Step

if TYPE_CHECKING:
    from kitchen.game.servicescreen import ServiceScreen

CARD = (132.0, 548.0, 700.0, 160.0)  # logical px, from the stage's left and its foot up
PLAIN_H = 720.0
RISE, RISE_SECONDS = 18.0, 0.22
BREATH = 1.0  # Hz of the pointing frame
CHEF = 172.0  # logical px high


class Guide(Overlay):
    """Lies over a service without stopping it; holds kitchen time while there is to read."""

    modal = False

    def __init__(self, screen: ServiceScreen) -> None:
        super().__init__(screen)
        self.service_screen = screen
        self.at = 0
        self._since: float | None = None

    @property
    def step(self) -> Step:
        return STEPS[self.at]

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        stage = self.service_screen.stage
        self.kit = Kit(stage, kit.type, kit.art, ON_PAPER)
        x, y, w, h = CARD
        self._box: Box = (x, y + stage.height - PLAIN_H, w, h)
        self.page = Page(self.kit, self._controls())
        self.page.ring = False
        self._hold()

    def _controls(self) -> Sequence[Control]:
        """Only what the step lets the player do: go on, and always skip."""
        x, y, w, h = self._box
        words = self.words("Skip ({menu})")
        skip = Button(self.kit, (x + w - 148, y + 12, 134, 34), words, self.skip, size=16)
        if self.step.done is not None:
            return [skip]
        words = "Go on" if self.at < len(STEPS) - 1 else "Cook!"
        box = (x + w - 148, y + h - 56, 134, 44)
        return [Button(self.kit, box, words, self.go_on, main=True), skip]

    # -- going on ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next step; after the last one the service is the player's."""
        if self.at == len(STEPS) - 1:
            self.skip()
            return
        self.at += 1
        self._since = None
        self.page = Page(self.kit, self._controls())
        self.page.ring = False
        self.game.sounds.ui("flip")
        self._hold()

    def skip(self) -> None:
        """Enough: cook on alone. It is not offered again by itself."""
        self.close()
        self.service_screen.hold(False)
        self.game.keep.change_progress(lambda progress: progress.but(tutorial_done=True))

    def _hold(self) -> None:
        self.service_screen.hold(not self.step.runs)

    # -- an overlay ----------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """The card's own buttons, and what would spoil the step; picks go to the kitchen."""
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self.page.point(event)
        service_wish = self.game.bindings.in_service(event)
        if service_wish is Intent.MENU:
            self.skip()
            return True
        wish = self.game.bindings.in_menu(event)
        if wish is Intent.CONFIRM and self.step.done is None:
            self.go_on()
            return True
        free = (Intent.RESTART, Intent.AUTOPILOT, Intent.PAUSE, Intent.FASTER, Intent.SLOWER)
        return service_wish in free

    def at_rest(self) -> bool:
        return False

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        done = self.step.done
        if done is not None and done(self.service_screen.service):
            self.go_on()
        if self._since is None:
            self._since = wall
        canvas = self.kit.stage.canvas(self.service_screen.window.surface)
        self._frame(canvas, wall)
        rise = 0.0
        if not self.game.calm:
            rise = Tween(RISE, 0.0, RISE_SECONDS, out_back).at(wall - self._since)
        self._card(canvas, rise)
        self.page.draw(canvas, wall)

    def _card(self, canvas: pygame.Surface, rise: float) -> None:
        kit, stage = self.kit, self.kit.stage
        x, y, w, h = self._box
        area, blur = stage.rect(x, y + rise, w, h), stage.px(12)
        shade = paint.shadow(area.size, stage.px(18), blur, 0.6)
        canvas.blit(shade, (area.x - 2 * blur, area.y - 2 * blur))
        face = paint.box(area.size, stage.px(18), palette.PAPER, palette.PAPER_D, stage.line(2))
        canvas.blit(face, area)
        pose = "chef_cheer" if self.at in (0, len(STEPS) - 1) else "chef_idle"
        chef = kit.art.get(pose, height=CHEF)
        kit.put(canvas, chef, x - 44, y + h - 2, "midbottom")
        count = kit.type.ui(f"{self.at + 1} of {len(STEPS)}", 13, palette.PAPER_MUTED)
        kit.put(canvas, count, x + 26, y + 28)
        used = kit.paragraph(
            canvas, self.words(self.step.words), 18, palette.INK, (x + 26, y + 42, w - 190, 78), 25
        )
        if self.step.task:
            task = kit.type.elide(self.words(self.step.task), 17, w - 60, weight="bold")
            colour = palette.MINT_PAPER
            kit.put(canvas, kit.type.ui(task, 17, colour, "bold"), x + 26, y + 58 + used)

    def words(self, text: str) -> str:
        """With the player's own keys in it."""
        named = self.game.bindings.named
        return text.format(
            soup=named(Intent.DISH_1), egg=named(Intent.DISH_2), help=named(Intent.HELP),
            kitchen=named(Intent.NEXT_KITCHEN), menu=named(Intent.MENU),
        )  # fmt: skip

    def _frame(self, canvas: pygame.Surface, wall: float) -> None:
        """A breathing frame around what the step is about."""
        box = self._place()
        if box is None:
            return
        breath = 0.0 if self.game.calm else 2.0 + 2.0 * math.sin(math.tau * BREATH * wall)
        x, y, w, h = box
        stage = self.kit.stage
        area = stage.rect(x - breath, y - breath, w + 2 * breath, h + 2 * breath)
        outer = area.inflate(2 * stage.line(1), 2 * stage.line(1))
        radius = stage.px(14)
        canvas.blit(paint.box(outer.size, radius, None, palette.INK, stage.line(6)), outer)
        canvas.blit(paint.box(area.size, radius, None, palette.SAFFRON, stage.line(4)), area)

    def _place(self) -> Box | None:
        """What the step points at, in logical px."""
        layout = layout_of(self.kit.stage)
        px, py, pw, _ = layout.panel
        if self.step.place == "cell":
            return self._cell(self.step.order)
        if self.step.place == "code":
            return px + 8, py + 44, pw - 16, 188
        if self.step.place == "waiting":
            return self.service_screen.waiting_box()
        if self.step.place == "switch":
            x, y, w, h = SWITCH
            return x - 4, y - 2, w + 8, h + 4
        return None

    def _cell(self, order: int) -> Box | None:
        view = self.service_screen.service.view.orders.get(order)
        if view is None or view.cell is None:
            return None
        places = Places(self.kit.stage)
        top = places.row_top(view.cell // 5)
        return places.left(view.cell) + 2, top + 6, 168, places.row_h - 12
