"""A drawing as pixels, painted larger and scaled down: for a slide or a chat."""

from __future__ import annotations

import io
from functools import lru_cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from kitchen.colours import AMBER, LILAC, MINT, RED, SLATE, STEAM
from kitchen.report.timeline.drawing import (
    WIDTH,
    Box,
    ChartBar,
    ChartPicture,
    EndMark,
    Face,
    Words,
)
from kitchen.report.timeline.kinds import BETWEEN
from kitchen.sim.view.segment import SegmentKind

LARGER = 2
"""Times as large as it will be, while it is painted."""

FONTS: dict[Face, tuple[str, str]] = {
    "display": ("fontpkg_lilita_one", "LilitaOne-Regular.ttf"),
    "ui": ("fontpkg_barlow", "Barlow-Medium.ttf"),
    "bold": ("fontpkg_barlow", "Barlow-Bold.ttf"),
}


def as_png(drawing: ChartPicture) -> bytes:
    """The whole file, 1920 px wide."""
    out = io.BytesIO()
    _Painter(drawing).picture().save(out, "PNG", optimize=True)
    return out.getvalue()


class _Painter:
    def __init__(self, drawing: ChartPicture) -> None:
        size = round(WIDTH) * LARGER, round(drawing.height) * LARGER
        self._image = Image.new("RGB", size)
        self._draw = ImageDraw.Draw(self._image)
        for shape in drawing.shapes:
            match shape:
                case Box(x, y, w, h, fill, radius):
                    self._box(x, y, w, h, fill, radius)
                case ChartBar():
                    self._stretch(shape)
                case Words():
                    self._words(shape)
                case EndMark():
                    self._mark(shape)

    def picture(self) -> Image.Image:
        width, height = self._image.size
        return self._image.resize((width // LARGER, height // LARGER), Image.Resampling.LANCZOS)

    def _box(
        self, x: float, y: float, w: float, h: float, fill: str, radius: float = 0.0,
        outline: str | None = None,
    ) -> None:  # fmt: skip
        left, top = x * LARGER, y * LARGER
        right, bottom = max(left, (x + w) * LARGER - 1), max(top, (y + h) * LARGER - 1)
        self._draw.rounded_rectangle(
            (left, top, right, bottom), min(radius, w / 2, h / 2) * LARGER, fill, outline, LARGER
        )

    def _stretch(self, bar: ChartBar) -> None:
        x, y, w, h, kind = bar.x, bar.y, bar.w, bar.h, bar.kind
        if kind == "cooking":
            self._box(x, y + h * 0.35, w, h * 0.3, STEAM, h)
        elif kind == "staring":
            self._box(x, y, w, h, BETWEEN["staring"], 3.0, SLATE)
        elif kind == "hands":
            self._box(x, y, w, h, MINT, 3.0)
        else:
            pattern = _pattern(kind, max(1, round(w * LARGER)), max(1, round(h * LARGER)))
            see_through = pattern if pattern.mode == "RGBA" else None
            self._image.paste(pattern, (round(x * LARGER), round(y * LARGER)), see_through)

    def _words(self, words: Words) -> None:
        font = _font(words.face, round(words.size * LARGER))
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[words.anchor]
        self._draw.text((words.x * LARGER, words.y * LARGER), words.text, words.fill, font, anchor)

    def _mark(self, mark: EndMark) -> None:
        for stroke in mark.strokes:
            points = [(x * LARGER, y * LARGER) for x, y in stroke]
            self._draw.line(points, mark.colour, round(mark.size / 5 * LARGER), "curve")


@lru_cache(maxsize=64)
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    package, file = FONTS[face]
    data = (resources.files(package) / "files" / file).read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size)


def _pattern(kind: SegmentKind, width: int, height: int) -> Image.Image:
    """Stripes for what waits for a chef, teeth for what burns, dots for what waits otherwise."""
    if kind == "blocked":
        image = Image.new("RGBA", (width, height))
        dots = ImageDraw.Draw(image)
        for x in range(0, width, 8 * LARGER):
            dots.rectangle((x, height // 2 - 2, x + 3 * LARGER - 1, height // 2 + 3), LILAC)
        return image
    image = Image.new("RGB", (width, height), BETWEEN[kind])
    drawn, step = ImageDraw.Draw(image), (14 if kind == "ready" else 10) * LARGER
    for x in range(-height - step, width + step, step):
        if kind == "ready":
            right = x + step * 0.55
            stripe = (x, height), (right, height), (right + height, 0), (x + height, 0)
            drawn.polygon(stripe, AMBER)
        else:
            drawn.polygon([(x, height), (x + step / 2, 0), (x + step, height)], RED)
    return image
