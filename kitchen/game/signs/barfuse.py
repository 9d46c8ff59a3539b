"""Bar and fuse: the seconds of the coming hands-on block, and the seconds until food spoils.

Both are drawn to one scale, so that they can be compared by eye: a fuse shorter than its bar is
spoilt before a chef who starts elsewhere is back.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.signs.outlook import Outlook, hands_figure, left_figure

CORD: p.Colour = (0xF3, 0xDF, 0xBE)
CORD_DARK: p.Colour = (0x7A, 0x5A, 0x46)
SPARK: p.Colour = (0xFF, 0x8A, 0x2B)
LEAST = 3.0  # logical px: of a bar or a cord
KEPT = 400


@dataclass(frozen=True, slots=True)
class Measure:
    """How large both are drawn, in logical px."""

    scale: float
    """For each second."""
    high: float
    """Of the bar."""
    size: float
    """Of the figures; 0: none."""
    room: float
    """For a bar or a fuse and its figure: what is longer is drawn with a break."""


class BarFuse:
    """Draws them, and keeps the pieces."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: Lru[pygame.Surface] = Lru(KEPT)

    # -- the bar -------------------------------------------------------------------------------

    def bar(
        self, surface: pygame.Surface, x: float, y: float, hands: float | None, how: Measure,
        grain: float = 1.0,
    ) -> None:  # fmt: skip
        """From ``x`` on, its middle at ``y``: the figure inside if it fits, else right of it."""
        words = hands_figure(hands, grain) if how.size else ""
        size, wide = self._fitted(words, how)
        beside = words and hands is not None and hands * how.scale < wide + 3.0
        length = 0.0 if hands is None else max(LEAST, hands * how.scale)
        if beside and length + 4.0 + wide > how.room:  # rather a smaller figure than a broken bar
            room = max(how.room / 2.0, how.room - length - 4.0)
            size = self._kit.type.fitted(words, size, room, weight="bold")
            wide = self._kit.type.width(words, size, weight="bold")
        most = how.room - (wide + 4.0 if beside else 0.0)
        broken, length = length > most, min(length, most)
        if hands is not None:
            picture = self._bar(self._kit.stage.px(length), self._kit.stage.px(how.high), broken)
            self._kit.put(surface, picture, x, y)
        if not words:
            return
        if hands is None or beside:
            text = self._kit.type.ui(words, size, p.MINT, "bold")
            self._kit.put(surface, text, x + (length + 4.0 if beside else 0.0), y)
        else:
            text = self._kit.type.ui(words, size, p.INK, "bold")
            self._kit.put(surface, text, x + length / 2.0, y, "center")

    def _fitted(self, words: str, how: Measure) -> tuple[float, float]:
        """The size of a figure, and how wide it then is."""
        if not words:
            return 0.0, 0.0
        size = self._kit.type.fitted(words, how.size, how.room - LEAST - 4.0, weight="bold")
        return size, self._kit.type.width(words, size, weight="bold")

    def _bar(self, wide: int, high: int, broken: bool) -> pygame.Surface:
        return self._made.get(
            ("bar", wide, high, broken, p.MINT), lambda: self._make_bar(wide, high, broken)
        )

    def _make_bar(self, wide: int, high: int, broken: bool) -> pygame.Surface:
        s = self._kit.stage
        top = p.mix(p.MINT, p.WHITE, 0.25)
        made = paint.box((wide, high), s.px(3), top, bottom=p.MINT).copy()
        if broken:  # it is longer than can be shown
            for x in (wide - s.px(5), wide - s.px(9)):
                pygame.draw.line(made, p.INK, (x, high), (x + s.px(3), 0), s.line(1.5))
        return made

    # -- the fuse ------------------------------------------------------------------------------

    def fuse(
        self, x: float, y: float, seen: Outlook, how: Measure, grain: float = 1.0
    ) -> list[Piece]:
        """Its pieces, from ``x`` on, its middle at ``y``; the same ones while it looks the same."""
        if seen.keeping == "keeps":
            return [self._says(x, y, how, "∞ keeps" if how.size else "∞")]
        if seen.keeping == "clear":
            return [self._says(x, y, how, "× clear" if how.size else "×")]
        if seen.keeping == "burning":
            return self._burning(x, y, how)
        return self._cord(x, y, seen, how, grain)

    def _says(self, x: float, y: float, how: Measure, words: str) -> Piece:
        size = self._kit.type.fitted(words, how.size or 15.0, how.room, weight="semibold")
        text = self._kit.type.ui(words, size, p.LILAC, "semibold")
        return self._kit.placed(text, x, y)

    def _burning(self, x: float, y: float, how: Measure) -> list[Piece]:
        s, wide = self._kit.stage, 18.0 if how.size else how.room
        flames = paint.flames((s.px(wide), s.px(9)), p.RED, p.RED_PAPER, s.px(6))
        pieces = [self._kit.placed(flames, x, y)]
        if how.size:
            room = how.room - wide - 3.0
            size = self._kit.type.fitted("burns", how.size, room, weight="bold")
            text = self._kit.type.ui("burns", size, p.RED_TEXT, "bold")
            pieces.append(self._kit.placed(text, x + wide + 3.0, y))
        return pieces

    def _cord(self, x: float, y: float, seen: Outlook, how: Measure, grain: float) -> list[Piece]:
        """A cord that burns at its right end; in red, with teeth, once quality falls."""
        words = left_figure(seen.left, grain) if how.size else ""
        size, wide = self._fitted(words, how)
        spark = self._spark(seen.keeping)
        head = spark.get_width() / self._kit.stage.k
        most = max(LEAST, how.room - head / 2.0 - (wide + 3.0 if words else 0.0))
        length = min(most, max(LEAST, seen.left * how.scale))
        rope = self._rope(self._kit.stage.px(max(LEAST, how.room)), seen.keeping)
        left = self._burnt(rope, self._kit.stage.px(length), seen.keeping)
        place = self._kit.placed
        pieces = [place(left, x, y), place(spark, x + length, y, "center")]
        if words:
            tone = p.RED_TEXT if seen.keeping == "falling" else p.CREAM
            text = self._kit.type.ui(words, size, tone, "bold")
            pieces.append(place(text, x + length + head / 2.0 + 1.0, y))
        return pieces

    def _burnt(self, rope: pygame.Surface, length: int, keeping: str) -> pygame.Surface:
        """What is left of it, so many device px."""
        size = (length, rope.get_height())
        key = ("left", rope.get_width(), size, keeping)
        return self._made.get(key, lambda: rope.subsurface((0, 0), size))

    def _rope(self, wide: int, keeping: str) -> pygame.Surface:
        """A whole one: it burns down in every frame, and to draw each length anew takes long."""
        return self._made.get(("rope", wide, keeping), lambda: self._make_rope(wide, keeping))

    def _make_rope(self, wide: int, keeping: str) -> pygame.Surface:
        s = self._kit.stage
        if keeping == "falling":
            return paint.flames((wide, s.px(8)), p.RED, p.RED, s.px(5))
        return paint.hatch((wide, s.px(4)), CORD, CORD_DARK, s.px(2), s.px(4))

    def _spark(self, keeping: str) -> pygame.Surface:
        return self._made.get(("spark", keeping), lambda: self._make_spark(keeping))

    def _make_spark(self, keeping: str) -> pygame.Surface:
        """A star with eight rays in a glow."""
        s = self._kit.stage
        across = s.px(15.0)

        def draw(large: pygame.Surface, scale: int) -> None:
            middle = pygame.Vector2(across * scale / 2)
            tone = p.RED if keeping == "falling" else SPARK
            pygame.draw.circle(large, (*tone, 90), middle, across * scale * 0.42)
            for turn in range(8):
                ray = pygame.Vector2(across * scale * (0.48 if turn % 2 else 0.36), 0)
                tip, side = middle + ray.rotate(45 * turn), ray.rotate(45 * turn + 90) * 0.16
                pygame.draw.polygon(large, (*tone, 255), (tip, middle + side, middle - side))
            pygame.draw.circle(large, (*p.WHITE, 255), middle, across * scale * 0.15)

        return paint.smooth((across, across), SPARK, draw)
