"""A film shows what the window showed, in its colours and its time."""

from __future__ import annotations

import io
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageSequence

from kitchen.errors import KitchenError
from kitchen.game.shell.film import Film
from kitchen.game.shell.options import Options


def frames(data: bytes) -> list[tuple[int, Image.Image]]:
    """With the thousandths of a second for which each is shown."""
    film = Image.open(io.BytesIO(data))
    return [
        (int(frame.info["duration"]), frame.convert("RGB"))
        for frame in ImageSequence.Iterator(film)
    ]


def test_a_film_shows_every_second_picture_for_as_long_as_two(tmp_path: Path) -> None:
    film = Film(tmp_path / "a.gif", 20.0, 1.0)
    surface = pygame.Surface((1280, 720))
    for n in range(20):
        assert not film.full
        surface.fill((53, 217, 166))
        surface.fill((239, 91, 60), (n // 2 * 64, 0, 64, 720))
        film.take(surface)
    assert film.full
    film.save()
    shown = frames((tmp_path / "a.gif").read_bytes())
    assert len(shown) == 10 and {ms for ms, _ in shown} == {100}
    for n, (_, picture) in enumerate(shown):
        assert picture.size == (640, 360)
        pixel = picture.getpixel((n * 32 + 16, 100))
        assert isinstance(pixel, tuple) and pixel[0] > 200 and pixel[1] < 130


def test_a_film_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    film = Film(tmp_path / "none" / "a.gif", 20.0, 0.1)
    while not film.full:
        film.take(pygame.Surface((64, 36)))
    with pytest.raises(KitchenError, match=r"a\.gif: cannot write there"):
        film.save()


def test_a_picture_or_a_film() -> None:
    with pytest.raises(KitchenError, match="not both"):
        Options(screenshot=Path("a.png"), gif=Path("a.gif"))
