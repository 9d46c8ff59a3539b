"""Type: text as cached surfaces, in the game's three static typefaces.

Every surface that comes from here has the middle of its capital letters in its own vertical middle:
``surface.get_rect(midleft=...)`` is optically centred, whatever the face. Sizes are logical px,
surfaces device px. The surfaces are shared: draw them, never draw on them.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import letters
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.stage import Stage
from kitchen.terminal import printable

SUPERSAMPLE = 3  # interface text is drawn this much larger and scaled down: even spacing
NATIVE_FROM = 34  # device px from which text is drawn as it is
TEXTS_KEPT = 1500  # surfaces
WIDTHS_KEPT = 4000
FONTS_KEPT = 80

FILES = {
    ("display", ""): ("fontpkg_lilita_one", "LilitaOne-Regular.ttf"),
    ("ui", "medium"): ("fontpkg_barlow", "Barlow-Medium.ttf"),
    ("ui", "semibold"): ("fontpkg_barlow", "Barlow-SemiBold.ttf"),
    ("ui", "bold"): ("fontpkg_barlow", "Barlow-Bold.ttf"),
    ("code", "medium"): ("fontpkg_ibm_plex_mono", "IBMPlexMono-Medium.ttf"),
    ("code", "semibold"): ("fontpkg_ibm_plex_mono", "IBMPlexMono-SemiBold.ttf"),
}

HYPERLEGIBLE = {
    ("display", ""): ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    ("ui", "medium"): ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    ("ui", "semibold"): ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    ("ui", "bold"): ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
}
TYPEFACES = {"standard": FILES, "hyperlegible": {**FILES, **HYPERLEGIBLE}}

GROWTH = {"normal": 0.0, "large": 2.0, "largest": 4.0}
"""Logical px added to small text; the larger a text is anyway, the less is added."""
LEAST = 0.4
"""How far text may shrink to fit, as a share of the size that was asked for."""
SMALL, LARGE = 13.0, 26.0  # logical px: all of the growth up to here, none from there

Outline = tuple[Colour, float]
"""A colour and a thickness in logical px."""


class Type:
    """All text of one stage. ``text`` is normal, large or largest; ``typeface`` standard or
    hyperlegible."""

    def __init__(self, stage: Stage, text: str = "normal", typeface: str = "standard") -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        self._stage = stage
        self._growth = GROWTH[text]
        self._files = TYPEFACES[typeface]
        self._texts: Lru[pygame.Surface] = Lru(TEXTS_KEPT)
        self._widths: Lru[float] = Lru(WIDTHS_KEPT)
        self._fonts: Lru[pygame.font.Font] = Lru(FONTS_KEPT)

    def forget(self) -> None:
        """Drop all texts: what drew with them is about to be made anew."""
        self._texts.clear()
        self._widths.clear()
        self._fonts.clear()

    # -- surfaces ------------------------------------------------------------------------------

    def display(
        self, text: str, size: float, colour: Colour, outline: Outline | None = None
    ) -> pygame.Surface:
        """Lilita One: titles and big numbers, 16 px and up; never sentences."""
        return self._text("display", text, size, colour, "", outline)

    def ui(
        self,
        text: str,
        size: float,
        colour: Colour,
        weight: str = "semibold",
        tracking: float = 0.0,
        outline: Outline | None = None,
    ) -> pygame.Surface:
        """Barlow (medium, semibold, bold). ``tracking``: logical px added between letters."""
        return self._text("ui", text, size, colour, weight, outline, tracking)

    def code(
        self, text: str, size: float, colour: Colour, weight: str = "medium"
    ) -> pygame.Surface:
        """IBM Plex Mono (medium, semibold): code, and numbers that change."""
        return self._text("code", text, size, colour, weight, None)

    # -- measures ------------------------------------------------------------------------------

    def width(
        self,
        text: str,
        size: float,
        face: str = "ui",
        weight: str = "semibold",
        tracking: float = 0.0,
    ) -> float:
        """How wide the text is, in logical px."""
        key = (text, size, face, weight)
        length = self._widths.get(key, lambda: self._measured(*key))
        return length + tracking * max(0, len(text) - 1) if tracking else length

    def elide(
        self, text: str, size: float, width: float, face: str = "ui", weight: str = "semibold"
    ) -> str:
        """The text, its end replaced by an ellipsis if it is wider than ``width`` logical px."""
        if self.width(text, size, face, weight) <= width:
            return text
        short, long = 0, len(text)
        while short < long:
            middle = (short + long + 1) // 2
            trial = text[:middle].rstrip() + "…"
            if self.width(trial, size, face, weight) <= width:
                short = middle
            else:
                long = middle - 1
        return text[:short].rstrip() + "…"

    def fitted(
        self, text: str, size: float, width: float, face: str = "ui", weight: str = "semibold"
    ) -> float:
        """The largest size, at most ``size``, at which the text is no wider than ``width`` logical
        px: for numbers, which cannot be shortened."""
        fitted = size
        while fitted > size * LEAST and self.width(text, fitted, face, weight) > width:
            fitted -= 0.5
        return fitted

    def told(
        self, ways: Sequence[str], size: float, width: float, face: str = "ui",
        weight: str = "semibold", least: float = 0.9, whole: bool = False,
    ) -> tuple[str, float]:  # fmt: skip
        """The first way to tell something that fits, from the fullest to the shortest, and at
        what size: down to the share ``least`` of the one asked for. Where none fits, the last one
        is cut; or, if it has to stay ``whole``, shrunk further."""
        sizes = [size, size * (1.0 + least) / 2.0, size * least]
        if whole:
            sizes.append(self.fitted(ways[-1], sizes[-1], width, face, weight))
        return self.told_at(sizes, ways, width, face, weight)

    def told_at(
        self, sizes: Sequence[float], ways: Sequence[str], width: float, face: str = "ui",
        weight: str = "semibold",
    ) -> tuple[str, float]:  # fmt: skip
        """The first way to tell something that fits at one of these sizes, from the largest to the
        smallest, and that size. Where none fits, the last one is cut at the last size."""
        for words in ways:
            for size in sizes:
                if self.width(words, size, face, weight) <= width:
                    return words, size
        return self.elide(ways[-1], sizes[-1], width, face, weight), sizes[-1]

    def one_size(
        self, sizes: Sequence[float], texts: Sequence[str], width: float, face: str = "ui",
        weight: str = "semibold",
    ) -> float:  # fmt: skip
        """The first of these sizes at which none of the texts is wider than ``width`` logical px;
        the last one if there is none."""
        for size in sizes:
            if all(self.width(text, size, face, weight) <= width for text in texts):
                return size
        return sizes[-1]

    def grown(self, size: float) -> float:
        """The size in logical px at which text of that size is drawn."""
        share = (LARGE - size) / (LARGE - SMALL)
        return size + self._growth * min(1.0, max(0.0, share))

    # -- making --------------------------------------------------------------------------------

    def _measured(self, text: str, size: float, face: str, weight: str) -> float:
        pixels, scale = self._pixels(face, size)
        font = self._font(face, "" if face == "display" else weight, pixels)
        return font.size(printable(text))[0] / scale / self._stage.k

    def _pixels(self, face: str, size: float) -> tuple[int, int]:
        """The size to ask the font for, in device px, and how far to scale down afterwards."""
        device = max(1.0, self.grown(size) * self._stage.k)
        if face == "code" or device >= NATIVE_FROM:
            return max(1, round(device)), 1
        return max(1, round(device * SUPERSAMPLE)), SUPERSAMPLE

    def _font(self, face: str, weight: str, pixels: int) -> pygame.font.Font:
        return self._fonts.get(
            (face, weight, pixels), lambda: letters.open_font(*self._files[face, weight], pixels)
        )

    def _text(
        self,
        face: str,
        text: str,
        size: float,
        colour: Colour,
        weight: str,
        outline: Outline | None,
        tracking: float = 0.0,
    ) -> pygame.Surface:
        key = (face, text, size, colour, weight, outline, tracking)
        return self._texts.get(key, lambda: self._written(*key))

    def _written(
        self,
        face: str,
        text: str,
        size: float,
        colour: Colour,
        weight: str,
        outline: Outline | None,
        tracking: float,
    ) -> pygame.Surface:
        pixels, scale = self._pixels(face, size)
        font = self._font(face, weight, pixels)
        gap = round(tracking * self._stage.k * scale)
        shown = printable(text)  # a font refuses some of what a stranger's title may hold
        drawn, border = letters.plain(font, shown, colour, gap), 0
        if outline is not None:
            border = max(1, round(outline[1] * self._stage.k * scale))
            drawn = letters.outlined(font, shown, drawn, outline[0], border, gap)
        return letters.scaled(letters.centred(font, drawn, colour, border, scale), scale)
