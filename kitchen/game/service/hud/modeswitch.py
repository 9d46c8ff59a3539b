"""The switch between the four kitchens: pills, and a thumb that slides to the one looked at."""

from __future__ import annotations

from collections.abc import Hashable

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import LookInto
from kitchen.game.service.hud.yoursflag import YoursFlag
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import KitchenOf, Spot

THUMB_SECONDS = 0.22
PRESS_PX = 1  # logical px that a pressed label sinks

SIZE, ICON, GAP, AIR = 15.0, 23.0, 6.0, 4.0  # logical px in a pill
SWITCH = (344.0, 6.0, 472.0, 36.0)
MODES = (
    ("blocking", "Blocking"),
    ("concurrent", "Concurrent"),
    ("parallel", "Parallel"),
    ("hybrid", "Hybrid"),
)


def pill_box(index: int) -> Box:
    """Where one mode's pill stands in the switch, in logical px."""
    x, y, w, h = SWITCH
    width = (w - 4) / len(MODES)
    return x + 2 + index * width, y + 2, width, h - 4


class ModeSwitch:
    """Draws the switch in the top bar."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._icons = all(self._has_room(label) for _, label in MODES)
        self._flag = YoursFlag(kit)
        self._thumb: Tween | None = None
        self._thumb_since = 0.0
        self._x: float | None = None
        """Where it is since `follow`."""

    def take_over(self, old: ModeSwitch) -> None:
        """Go on where the switch of another size left off."""
        self._thumb, self._thumb_since = old._thumb, old._thumb_since

    def _has_room(self, label: str) -> bool:
        """For an icon beside it: either all have one or none has."""
        words = self._kit.type.width(label, SIZE, weight="bold")
        return ICON + GAP + words <= pill_box(0)[2] - 2 * AIR

    def target(self, pos: tuple[float, float]) -> LookInto | None:
        """The kitchen that a click at this place asks for."""
        for index, (mode, _) in enumerate(MODES):
            if inside(pill_box(index), pos):
                return LookInto(mode)
        return None

    def spots(self) -> list[Spot[KitchenOf]]:
        """The four pills."""
        return [Spot(pill_box(i), KitchenOf(mode)) for i, (mode, _) in enumerate(MODES)]

    def follow(self, moment: Moment) -> Hashable:
        """Let the thumb slide to the kitchen looked at; all that the switch looks like."""
        index = next((i for i, (mode, _) in enumerate(MODES) if mode == moment.mode), None)
        self._x = None if index is None else self._slid(pill_box(index)[0], moment.wall)
        over = next((i for i in range(len(MODES)) if inside(pill_box(i), moment.hover)), None)
        yours = None if moment.yours is None else moment.yours.mode
        lit = moment.wall if moment.calls else None
        pressed = over is not None and moment.pressed
        return self._x, moment.mode, over, pressed, yours, lit, moment.calm

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        index = next((i for i, (mode, _) in enumerate(MODES) if mode == moment.mode), None)
        if self._x is not None:
            self._draw_thumb(surface, self._x, pill_box(0))
        for i, (mode, label) in enumerate(MODES):
            box = pill_box(i)
            over = inside(box, moment.hover)
            if over and i != index:
                area = self._kit.stage.rect(box[0], box[1], box[2], box[3])
                surface.blit(paint.pill(area.size, p.PLUM), area)
            sunk = PRESS_PX if over and moment.pressed else 0.0
            colour = p.CREAM if over or i == index else p.LILAC
            if moment.calls and moment.yours is not None and mode == moment.yours.mode:
                self._flag.draw_light(surface, moment, box)
            self._pill_label(surface, mode, label, box, colour, sunk)
        self._draw_flag(surface, moment)

    def _draw_flag(self, surface: pygame.Surface, moment: Moment) -> None:
        """On the player's own kitchen."""
        for i, (mode, _) in enumerate(MODES):
            if moment.yours is not None and mode == moment.yours.mode:
                self._flag.draw(surface, pill_box(i), moment.calls)

    def _slid(self, goal: float, wall: float) -> float:
        """How far the thumb has come."""
        if self._thumb is None:
            self._thumb = Tween(goal, goal, 0.0)
        elif self._thumb.end != goal:
            start = self._thumb.at(wall - self._thumb_since)
            self._thumb = Tween(start, goal, THUMB_SECONDS, out_back)
            self._thumb_since = wall
        x = self._thumb.at(wall - self._thumb_since)
        low, high = pill_box(0)[0], pill_box(len(MODES) - 1)[0]
        return min(high + 2, max(low - 2, x))  # the swing ends at the bed's edge

    def _draw_thumb(self, surface: pygame.Surface, x: float, box: Box) -> None:
        area = self._kit.stage.rect(x, box[1], box[2], box[3])
        edge, line = (0xE8, 0x6A, 0x4C), self._kit.stage.line(1)
        surface.blit(paint.pill(area.size, p.ACTION, edge, line, p.ACTION_D), area)

    def _pill_label(
        self,
        surface: pygame.Surface,
        mode: str,
        label: str,
        box: Box,
        colour: p.Colour,
        sunk: float,
    ) -> None:
        size = self._kit.type.fitted(label, SIZE, box[2] - 2 * AIR, weight="bold")
        text = self._kit.type.ui(label, size, colour, "bold")
        x = self._kit.stage.px(box[0] + box[2] / 2)
        y = self._kit.stage.px(box[1] + box[3] / 2 + sunk)
        if not self._icons:
            surface.blit(text, text.get_rect(center=(x, y)))
            return
        icon = self._kit.art.get(f"mode_{mode}", ICON, recolour={"#FFF3DC": p.to_hex(colour)})
        gap = self._kit.stage.px(GAP)
        x -= (icon.get_width() + gap + text.get_width()) // 2
        surface.blit(icon, icon.get_rect(midleft=(x, y)))
        surface.blit(text, text.get_rect(midleft=(x + icon.get_width() + gap, y)))
