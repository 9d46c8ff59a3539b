"""The closing card: how the kitchen that has closed did, beside the other three."""

from __future__ import annotations

import pygame

from kitchen.game import format as text
from kitchen.game import paint, palette
from kitchen.game.actions import Action, Leave, LookInto, Restart
from kitchen.game.art import Art
from kitchen.game.layout import SCENE_H, SCENE_W, layout_of
from kitchen.game.moment import Moment
from kitchen.game.stage import Stage
from kitchen.game.type import Type
from kitchen.service import Service
from kitchen.sim.views import KitchenView

CARD = (188.0, 176.0, 500.0, 324.0)  # x, y, width and height in the plain layout, logical px
ROW, ROWS_TOP = 38.0, 90.0
COLUMNS = (186.0, 270.0, 334.0, 408.0, 476.0)  # right edges within the card
HEADS = ("Done in", "Served", "Busy", "Wages", "Profit")
BUTTONS = ((24.0, 130.0), (166.0, 130.0))  # x and width within the card
BUTTON_Y, BUTTON_H = 268.0, 40.0


class ClosingCard:
    """Shown over the kitchen once it has closed; the others may still be cooking."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage = stage
        self._type = type_
        self._art = art
        _, _, scene_w, scene_h = layout_of(stage).scene
        x, y, w, h = CARD
        self._card = (x + (scene_w - SCENE_W) / 2, y + (scene_h - SCENE_H) / 2, w, h)
        self._back = self._bake()

    def target(self, pos: tuple[float, float]) -> Action | None:
        """Again, out, or another kitchen by a click on its row. The card swallows other clicks."""
        x, y = pos[0] - self._card[0], pos[1] - self._card[1]
        if not (0 <= x < self._card[2] and 0 <= y < self._card[3]):
            return None
        if BUTTON_Y <= y < BUTTON_Y + BUTTON_H:
            actions: tuple[Action, ...] = (Restart(), Leave())
            for (left, width), action in zip(BUTTONS, actions, strict=True):
                if left <= x < left + width:
                    return action
        row = int((y - ROWS_TOP) // ROW)
        names = ("blocking", "concurrent", "parallel", "hybrid")
        return LookInto(names[row]) if 0 <= row < len(names) else None

    def draw(self, surface: pygame.Surface, moment: Moment, service: Service) -> None:
        px = self._stage.px
        surface.blit(self._back, (px(self._card[0]) - 2 * px(12), px(self._card[1]) - 2 * px(12)))
        self._stars(surface, moment)
        for index, (mode, view) in enumerate(service.views.items()):
            self._row(surface, index, mode, view, moment)

    def _bake(self) -> pygame.Surface:
        """The card itself, with its shadow and all that never changes."""
        stage = self._stage
        size, blur = stage.rect(*self._card).size, stage.px(12)
        layer = paint.shadow(size, stage.px(20), blur, 0.55).copy()
        card = paint.box(size, stage.px(20), palette.PAPER, palette.PAPER_D, stage.line(2)).copy()
        self._put(card, self._type.display("Kitchen closed", 26, palette.INK), 24, 34, "midleft")
        for head, right in zip(HEADS, COLUMNS, strict=True):
            label = self._type.ui(head, 13, palette.PAPER_MUTED)
            self._put(card, label, right, 74, "midright")
        for (left, width), words, main in zip(
            BUTTONS, ("Again (R)", "Out (Esc)"), (True, False), strict=True
        ):
            top, bottom = (
                (palette.ACTION, palette.ACTION_D) if main else (palette.PLUM_HI, palette.PLUM)
            )
            box = stage.rect(left, BUTTON_Y, width, BUTTON_H)
            card.blit(paint.box(box.size, stage.px(10), top, None, 1, bottom), box)
            face = self._type.display(words, 18, (255, 255, 255))
            card.blit(face, face.get_rect(center=box.center))
        layer.blit(card, (2 * blur, 2 * blur))
        return layer

    def _put(
        self, surface: pygame.Surface, words: pygame.Surface, x: float, y: float, anchor: str
    ) -> None:
        point = (self._stage.px(x), self._stage.px(y))
        surface.blit(words, words.get_rect(**{anchor: point}))

    def _stars(self, surface: pygame.Surface, moment: Moment) -> None:
        for index in range(3):
            name = "star" if index < moment.stars else "star_paper"
            star = self._art.get(name, height=34)
            x, y = self._card[0] + self._card[2] - 138 + index * 40, self._card[1] + 18
            surface.blit(star, (self._stage.px(x), self._stage.px(y)))

    def _row(
        self, surface: pygame.Surface, index: int, mode: str, view: KitchenView, moment: Moment
    ) -> None:
        stage, (x, y, width, _) = self._stage, self._card
        top = y + ROWS_TOP + index * ROW
        if mode == moment.mode:
            box = stage.rect(x + 10, top + 2, width - 20, ROW - 4)
            tint = palette.mix(palette.PAPER, palette.MINT, 0.22)
            surface.blit(
                paint.box(box.size, stage.px(9), tint, palette.MINT_PAPER, stage.line(1.5)), box
            )
        middle = top + ROW / 2
        name = self._type.ui(mode.capitalize(), 15, palette.INK, "bold")
        self._put(surface, name, x + 24, middle, "midleft")
        for words, right in zip(_figures(view, moment.now), COLUMNS, strict=True):
            colour = palette.RED_PAPER if words.startswith(("-", "−", "–")) else palette.INK
            self._put(surface, self._type.ui(words, 15, colour), x + right, middle, "midright")


def _figures(view: KitchenView, now: float) -> tuple[str, ...]:
    """A kitchen's figures as they stand."""
    done = "cooking…" if view.makespan is None else text.duration(view.makespan)
    wages = view.wages(now)
    return (
        done,
        f"{view.served}/{len(view.orders)}",
        f"{view.utilisation(now):.0%}",
        text.money(wages * 100, whole=True),
        text.money(view.revenue - wages * 100, whole=True),
    )
