"""The heads of the loop panel's sections: a symbol, a name in capitals, a count and a note."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.hatch import waiting
from kitchen.game.signs.marks import pin

LEFT = 898.0  # logical px: where the panel's text begins
FLAG_ROOM = 62.0  # at the right, for the flag on who is next


class PanelHeads:
    """Draws them at any height."""

    def __init__(self, kit: Kit, right: float) -> None:
        self._kit = kit
        self._right = right
        """Where it ends, in logical px."""

    def draw(
        self,
        surface: pygame.Surface,
        y: float,
        symbol: str,
        label: str,
        count: int,
        tone: p.Colour,
        note: str,
        beside: bool = False,
    ) -> None:
        """A section's symbol, its name in capitals, how many, and a note: at the right, or
        ``beside`` the count."""
        self._symbol(surface, symbol, (LEFT + 6, y), tone)
        text = self._kit.type.ui(label, 14, p.CREAM, "bold", tracking=0.8)
        self._kit.put(surface, text, LEFT + 20, y)
        end = LEFT + 20 + text.get_width() / self._kit.stage.k + 10
        if count:
            x = LEFT + 20 + text.get_width() / self._kit.stage.k + 8
            digits = self._kit.type.ui(str(count), 13, p.INK, "bold")
            width = max(self._kit.stage.px(19), digits.get_width() + self._kit.stage.px(11))
            badge = paint.pill((width, self._kit.stage.px(19)), tone)
            spot = badge.get_rect(midleft=(self._kit.stage.px(x), self._kit.stage.px(y)))
            surface.blit(badge, spot)
            surface.blit(digits, digits.get_rect(center=spot.center))
            end = spot.right / self._kit.stage.k + 10
        if note and beside:
            room = self._right - FLAG_ROOM - end
            told, size = self._kit.type.told((note,), 13, room, weight="medium")
            self._kit.put(surface, self._kit.type.ui(told, size, p.LILAC, "medium"), end, y)
        elif note:
            words = self._kit.type.ui(note, 13, p.LILAC, "medium")
            self._kit.put(surface, words, self._right, y, "midright")

    def _symbol(
        self, surface: pygame.Surface, symbol: str, at: tuple[float, float], tone: p.Colour
    ) -> None:
        s = self._kit.stage
        if symbol == "play":
            size = (s.px(11), s.px(12))
            mark = paint.polygon(size, ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0)), tone)
        elif symbol == "hatch":
            mark = waiting(s, (s.px(12), s.px(12)), s.px(3), tone)
        elif symbol == "pin":
            mark = pin(self._kit, 13)
        elif symbol == "ring":
            mark = paint.disc(s.px(12), p.PLUM, tone, s.line(3))
        else:
            for shift in (-5, 0, 5):
                self._kit.put(surface, paint.disc(s.px(4), tone), at[0] + shift, at[1], "center")
            return
        self._kit.put(surface, mark, *at, "center")
