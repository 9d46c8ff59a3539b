"""The mark of a pick: a saffron pin with its place in the line, the same wherever it shows."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit

SAFFRON = {
    "#EF5B3C": p.to_hex(p.SAFFRON),
    "#C23D28": "#E09A1E",
    "#FFF6E6": "#FFE9AE",
    "#FF9A72": "#FFF0C4",
}
"""The pin's colours and what they become."""

HEAD = 0.37  # middle of its head, as a share of its height


class PickMarks:
    """Makes pins with numbers, and keeps them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: Lru[pygame.Surface] = Lru(60)

    def get(self, place: int, width: float) -> pygame.Surface:
        """``width`` in logical px; its height is 1.25 times that. Shared: never draw on it."""
        return self._made.get((place, width), lambda: self._make(place, width))

    def _make(self, place: int, width: float) -> pygame.Surface:
        pin = self._kit.art.get("pin", width, recolour=SAFFRON).copy()
        size = width * (0.62 if place < 10 else 0.5)
        text = self._kit.type.ui(str(place), size, p.INK, "bold")
        w, h = pin.get_size()
        pin.blit(text, text.get_rect(center=(round(w * 0.49), round(h * HEAD))))
        return pin
