"""The sign where else the panel's title is, while the clock stands at the next ring: whose turn it
is, and why. There it covers no dish, no call-out and no ticket."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.panelhead import LEFT
from kitchen.game.signs.ringing import WORDS
from kitchen.runs.nextring import Reason

Y, HEIGHT, ICON, PAD, GAP = 62.0, 36.0, 22.0, 14.0, 8.0  # logical px; Y: its upper edge
OVER = 6.0  # by which it is wider than what stands in the panel, to either side
COMES, FALLS = 0.26, 6.0
ICONS: dict[Reason, str] = {"turn": "hand", "spoils": "warn", "burnt": "flame"}
"""Of the others: a bell."""


class TurnSign:
    """Drops in where the clock stops. It is amber, as are the hands that are up, where a pick is
    waited for."""

    def __init__(self, kit: Kit, right: float) -> None:
        self._kit = kit
        self._box = LEFT - OVER, Y, right - LEFT + 2 * OVER, HEIGHT
        self._since: float | None = None
        self._made: dict[Reason, pygame.Surface] = {}

    def forget(self) -> None:
        """The clock goes on: the next one drops in anew."""
        self._since = None

    def draw(self, surface: pygame.Surface, turn: Reason, wall: float, calm: bool) -> None:
        if self._since is None:
            self._since = wall
        if turn not in self._made:
            self._made[turn] = self._make(turn)
        age = COMES if calm else wall - self._since
        drop = FALLS * (Tween(0.0, 1.0, COMES, out_back).at(age) - 1.0)
        x, y, w, h = self._box
        surface.blit(self._made[turn], self._kit.stage.rect(x, y + drop, w, h))

    def _make(self, turn: Reason) -> pygame.Surface:
        kit, k, own = self._kit, self._kit.stage.px, turn == "turn"
        colour, face, edge = (p.INK, p.AMBER, p.INK) if own else (p.CREAM, p.PLUM_HI, p.SAFFRON)
        size = self._kit.stage.rect(*self._box).size
        sign = paint.clear(size, face)
        sign.blit(paint.pill(size, face, edge, kit.stage.line(1.5)), (0, 0))
        room = self._box[2] - ICON - 2 * PAD - GAP
        words, points = kit.type.told((WORDS[turn],), 17, room, weight="bold")
        text = kit.type.ui(words, points, colour, "bold")
        icon = kit.art.get(ICONS.get(turn, "bell"), height=ICON)
        left = (size[0] - icon.get_width() - k(GAP) - text.get_width()) // 2
        middle = size[1] // 2
        sign.blit(icon, icon.get_rect(midleft=(left, middle)))
        sign.blit(text, text.get_rect(midleft=(left + icon.get_width() + k(GAP), middle)))
        return sign
