"""The golden pictures, and how another one is compared with them.

They are kept and compared at half size and with some tolerance, since another build of SDL smooths
edges a little differently. A picture that differs is saved in ``pictures/new`` beside the golden
one. Only ``--update-pictures`` changes golden pictures.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pygame
import pytest

from kitchen.game.app import play
from kitchen.game.shell.options import Options

GOLDEN = Path(__file__).parents[1] / "game" / "pictures"
NEW = GOLDEN / "new"
MEAN = 1.5  # of 255: how far pixels may be off on average
FAR, FAR_SHARE = 48, 0.01  # and how many may be off by more than that

SIZES = {"": (1280, 720), "-high": (1024, 768), "-large": (1920, 1080)}
"""Three sizes of window, and what they add to a picture's name."""

CALM: dict[str, object] = {"text": "largest", "high_contrast": True, "reduced_motion": True}
"""Settings of who needs all of them."""


def half(picture: pygame.Surface) -> pygame.Surface:
    width, height = picture.get_size()
    return pygame.transform.smoothscale(picture, (width // 2, height // 2))


def played(options: Options, file: Path) -> pygame.Surface:
    """What the command saves in that file, at half the size."""
    fields = {name: getattr(options, name) for name in Options.__slots__}
    play(Options(**{**fields, "screenshot": file}))
    return half(pygame.image.load(file))


def is_blank(picture: pygame.Surface) -> bool:
    """Whether hardly anything is to be seen: less than in any picture of a kitchen."""
    small = pygame.transform.smoothscale(picture, (64, 36))
    return len({tuple(small.get_at((x, y))) for x in range(64) for y in range(36)}) < 100


def distance(a: pygame.Surface, b: pygame.Surface) -> tuple[float, float]:
    """Mean difference of the colours, and the share of bytes that are far off."""
    if a.get_size() != b.get_size():
        return 255.0, 1.0
    one, other = pygame.image.tobytes(a, "RGB"), pygame.image.tobytes(b, "RGB")
    if one == other:  # as nearly always
        return 0.0, 0.0
    found = Counter(pygame.image.tobytes(_apart(a, b), "RGB"))
    by = sum(far * times for far, times in found.items())
    return by / len(one), sum(times for far, times in found.items() if far > FAR) / len(one)


def _apart(a: pygame.Surface, b: pygame.Surface) -> pygame.Surface:
    """How far each colour of each pixel is off, whichever of the two has more of it."""
    over, under = a.copy(), b.copy()
    over.blit(b, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    under.blit(a, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    over.blit(under, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return over


def check(picture: pygame.Surface, name: str, request: pytest.FixtureRequest) -> None:
    """Compare a picture of half the size with the golden one of that name, or replace that."""
    golden = GOLDEN / f"{name}.png"
    if request.config.getoption("--update-pictures"):
        golden.parent.mkdir(exist_ok=True)
        pygame.image.save(picture, golden)
    assert golden.is_file(), f"{golden} is missing: run pytest --update-pictures"
    mean, far = distance(picture, pygame.image.load(golden))
    if mean > MEAN or far > FAR_SHARE:
        NEW.mkdir(parents=True, exist_ok=True)
        pygame.image.save(picture, NEW / golden.name)
    assert mean <= MEAN and far <= FAR_SHARE, f"see {NEW / golden.name}: {mean:.2f}, {far:.2%}"
