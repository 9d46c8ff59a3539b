"""Art: the drawings in ``assets/art``, rasterised once for each size and variant, and kept."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pygame

from kitchen.assets import find_assets
from kitchen.game.draw.cache import Lru, weight
from kitchen.game.draw.drawing import Drawing, put_together
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.wardrobe import PARTS, dressed

PICTURES_KEPT = 64 << 20  # bytes
TEXTS_KEPT = 400  # drawings as text, without the groups that are left out
SIZES_KEPT = 1000  # of drawings in device px, by the size that is asked for
DRAWINGS: Lru[Drawing] = Lru(300)
"""Taken apart, by file: the same in every size of window."""

Size = tuple[int, int]
Words = tuple[str, ...]
Colours = tuple[tuple[str, str], ...]

HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class Art:
    """All drawings of one stage. The surfaces are shared: draw them, never draw on them."""

    def __init__(self, stage: Stage, folder: Path | None = None) -> None:
        self._stage = stage
        self._folder = folder or find_assets() / "art"
        self._paths: dict[str, Path] = {}
        """By name: to make and to compare them anew at every look costs more than the look."""
        self._sizes: Lru[Size] = Lru(SIZES_KEPT)
        self._texts: Lru[str] = Lru(TEXTS_KEPT)
        self._pictures: Lru[pygame.Surface] = Lru(PICTURES_KEPT, weight)

    def forget(self) -> None:
        """Drop all pictures: what drew with them is about to be made anew."""
        self._pictures.clear()
        self._texts.clear()

    def has(self, name: str) -> bool:
        path = self._path(name)
        return path in DRAWINGS or path.is_file()

    def box(self, name: str) -> tuple[float, float, float, float]:
        """The drawing's view box: x, y, width and height in its own units."""
        return self._drawing(name).box

    def get(
        self,
        name: str,
        width: float | None = None,
        height: float | None = None,
        *,
        drop: Iterable[str] = (),
        recolour: Mapping[str, str] | None = None,
        flip: bool = False,
        wears: Iterable[str] = (),
    ) -> pygame.Surface:
        """A drawing ``width`` or ``height`` logical px large (given both: as fits inside).

        ``drop`` leaves out the groups of these ids; ``recolour`` swaps hex colours, written as in
        the file or not (case does not matter). ``wears`` dresses a chef (see `wardrobe`).
        """
        asked = (name, width, height)
        size = self._sizes.get(asked, lambda: self._size(*asked))
        colours = tuple(recolour.items()) if recolour else ()
        key = (name, size, tuple(drop), colours, tuple(wears))
        if flip:
            return self._pictures.get((key, "flipped"), lambda: self._flipped(*key))
        return self._pictures.get(key, lambda: self._rasterise(*key))

    def _size(self, name: str, width: float | None, height: float | None) -> Size:
        """Device px, in the ratio of the view box: any other, and the loader shrinks the art."""
        _, _, w, h = self.box(name)
        scales = [self._stage.px(width) / w] if width is not None else []
        scales += [self._stage.px(height) / h] if height is not None else []
        scale = min(scales, default=self._stage.k)
        return max(1, round(w * scale)), max(1, round(h * scale))

    def _drawing(self, name: str) -> Drawing:
        path = self._path(name)
        return DRAWINGS.get(path, lambda: Drawing(path.read_text(encoding="utf-8")))

    def _path(self, name: str) -> Path:
        path = self._paths.get(name)
        if path is None:
            path = self._paths[name] = self._folder / f"{name}.svg"
        return path

    def _flipped(
        self, name: str, size: Size, drop: Words, colours: Colours, wears: Words
    ) -> pygame.Surface:
        key = (name, size, drop, colours, wears)
        straight = self._pictures.get(key, lambda: self._rasterise(*key))
        return pygame.transform.flip(straight, True, False)

    def _rasterise(
        self, name: str, size: Size, drop: Words, colours: Colours, wears: Words
    ) -> pygame.Surface:
        text = self._texts.get((name, drop, wears), lambda: self._text(name, drop, wears))
        swaps = {old.upper(): new for old, new in colours}
        text = HEX.sub(lambda found: swaps.get(found[0].upper(), found[0]), text)
        drawn = pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)
        # The loader's byte order is not the screen's: one copy now makes every blit a fast one.
        picture = pygame.Surface(drawn.get_size(), pygame.SRCALPHA)
        picture.blit(drawn, (0, 0))
        return picture

    def _text(self, name: str, drop: Words, wears: Words) -> str:
        drawing = self._drawing(name)
        if not wears:
            return put_together(drawing.without(drop))
        return put_together(dressed(drawing, drop, self._drawing(PARTS), wears))
