"""A film: ten seconds of what a window shows, as a GIF to show a friend."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pygame
from PIL import Image

from kitchen.errors import KitchenError
from kitchen.files import reason, write_whole
from kitchen.runs.embed import gif_with
from kitchen.runs.replay import Replay

SIZE = (640, 360)
"""Px of a picture at most."""

EVERY = 2
"""Of so many pictures it keeps one."""

COLOURS, LOOKED_AT = 128, 8
"""Of all pictures together, found in about so many of them."""


class Film:
    """Is shown pictures, ``fps`` of them a second for so many ``seconds``, and writes them to a
    file."""

    def __init__(self, path: Path, fps: float, seconds: float) -> None:
        self.path = path
        self._left = round(seconds * fps)
        self._fps = fps
        self._pictures: list[bytes] = []
        """Squeezed: all of them together would take 140 MB."""
        self._size = SIZE

    @property
    def full(self) -> bool:
        """Whether it has been shown as many pictures as it is to be."""
        return self._left == 0

    def take(self, surface: pygame.Surface) -> None:
        """One more picture."""
        self._left -= 1
        if self._left % EVERY:
            return
        width, height = surface.get_size()
        small = min(1.0, SIZE[0] / width, SIZE[1] / height)
        self._size = round(width * small), round(height * small)
        scaled = pygame.transform.smoothscale(surface, self._size)
        self._pictures.append(zlib.compress(pygame.image.tobytes(scaled, "RGB"), 1))

    def data(self) -> bytes:
        """The whole file. There has to be a picture. All have the same colours, so that only what
        moves changes from one to the next."""
        colours = self._colours()
        first, *others = (
            self._image(picture).quantize(palette=colours, dither=Image.Dither.NONE)
            for picture in self._pictures
        )
        out = io.BytesIO()
        first.save(out, "GIF", save_all=True, append_images=others, loop=0, optimize=False,
                   duration=round(1000 * EVERY / self._fps))  # fmt: skip
        return out.getvalue()

    def _image(self, picture: bytes) -> Image.Image:
        return Image.frombytes("RGB", self._size, zlib.decompress(picture))

    def _colours(self) -> Image.Image:
        """Those of some pictures, from the first to the last, one below the other."""
        some = self._pictures[:: max(1, len(self._pictures) // LOOKED_AT)]
        width, height = self._size
        strip = Image.new("RGB", (width, height * len(some)))
        for row, picture in enumerate(some):
            strip.paste(self._image(picture), (0, row * height))
        return strip.quantize(COLOURS)

    def save(self, replay: Replay | None = None) -> None:
        """Write it, whole or not at all, with the replay in it. Raises `KitchenError`."""
        data = self.data()
        try:
            write_whole(self.path, data if replay is None else gif_with(data, replay))
        except OSError as error:
            raise KitchenError(f"{self.path}: cannot write there: {reason(error)}") from error
