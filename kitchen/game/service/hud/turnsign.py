"""The sign over the kitchen while the clock stands at the next ring: whose turn it is, and why."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.ringing import WORDS
from kitchen.runs.nextring import Reason

Y, HEIGHT, ICON, PAD, GAP = 22.0, 34.0, 22.0, 14.0, 8.0  # logical px from the kitchen's upper edge
COMES, FALLS = 0.26, 26.0


class TurnSign:
    """Drops in where the clock stops. It is amber, as are the hands that are up, where a pick is
    waited for."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        x, y, w, _ = layout_of(kit.stage).scene
        self._middle, self._y, self._room = x + w / 2, y + Y, w - 32.0
        self._since: float | None = None
        self._pills: dict[Reason, pygame.Surface] = {}

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        turn = moment.ringing.turn
        if turn is None:
            self._since = None
            return
        if self._since is None:
            self._since = moment.wall
        if turn not in self._pills:
            self._pills[turn] = self._pill(WORDS[turn], turn == "turn")
        pill = self._pills[turn]
        age = COMES if moment.calm else moment.wall - self._since
        drop = FALLS * (Tween(0.0, 1.0, COMES, out_back).at(age) - 1.0)
        self._kit.put(surface, pill, self._middle, self._y + drop, "center")

    def _pill(self, words: str, own: bool) -> pygame.Surface:
        kit, k = self._kit, self._kit.stage.px
        colour, face, edge = (p.INK, p.AMBER, p.INK) if own else (p.CREAM, p.PLUM_HI, p.SAFFRON)
        room = self._room - ICON - 2 * PAD - GAP
        words, size = kit.type.told((words,), 16, room, weight="bold")
        text = kit.type.ui(words, size, colour, "bold")
        icon = kit.art.get("hand" if own else "bell", ICON)
        width = text.get_width() + icon.get_width() + k(2 * PAD + GAP)
        pill = paint.clear((width, k(HEIGHT)), face)
        pill.blit(paint.pill(pill.get_size(), face, edge, kit.stage.line(1.5)), (0, 0))
        middle = pill.get_height() // 2
        pill.blit(icon, icon.get_rect(midleft=(k(PAD), middle)))
        pill.blit(text, text.get_rect(midright=(width - k(PAD), middle)))
        return pill
