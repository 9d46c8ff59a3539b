"""Pictures: whole screens against golden files, which only ``--update-pictures`` changes.

They are compared at half size and with some tolerance, since another build of SDL smooths edges a
little differently. A picture that differs is saved in ``pictures/new`` beside the golden one.
"""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.app import play
from kitchen.game.options import Options
from kitchen.sim.modes import MODES

GOLDEN = Path(__file__).parent / "pictures"
NEW = GOLDEN / "new"
MEAN = 1.5  # of 255: how far pixels may be off on average
FAR, FAR_SHARE = 48, 0.01  # and how many may be off by more than that

Scene = tuple[str, Options]


def scenes() -> list[Scene]:
    lunch, ten = load_shift("lunch-rush"), load_shift("ten-orders")
    every_mode: list[Scene] = [
        (f"lunch-{mode}", Options(lunch, mode, seed=3, autopilot=True, at=655.0)) for mode in MODES
    ]
    return [
        *every_mode,
        ("start", Options(ten, at=2.0)),
        ("closed", Options(ten, autopilot=True, at=1200.0)),
        ("deliveries", Options(load_shift("deliveries"), autopilot=True, at=0.1)),
        ("wide", Options(lunch, seed=3, autopilot=True, at=655.0, size=(1680, 720))),
        ("high", Options(lunch, seed=3, autopilot=True, at=655.0, size=(1024, 768))),
        ("large", Options(lunch, "parallel", seed=3, autopilot=True, at=655.0, size=(1920, 1080))),
    ]


def draw(options: Options, file: Path) -> pygame.Surface:
    fields = {name: getattr(options, name) for name in Options.__slots__}
    play(Options(**{**fields, "screenshot": file}))
    picture = pygame.image.load(file)
    width, height = picture.get_size()
    return pygame.transform.smoothscale(picture, (width // 2, height // 2))


def distance(a: pygame.Surface, b: pygame.Surface) -> tuple[float, float]:
    """Mean difference of the colours, and the share of bytes that are far off."""
    if a.get_size() != b.get_size():
        return 255.0, 1.0
    pairs = zip(pygame.image.tobytes(a, "RGB"), pygame.image.tobytes(b, "RGB"), strict=True)
    differences = [abs(x - y) for x, y in pairs]
    count = len(differences)
    return sum(differences) / count, sum(d > FAR for d in differences) / count


@pytest.mark.parametrize(("name", "options"), scenes(), ids=[name for name, _ in scenes()])
def test_picture(
    name: str, options: Options, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    golden = GOLDEN / f"{name}.png"
    picture = draw(options, tmp_path / "picture.png")
    if request.config.getoption("--update-pictures"):
        golden.parent.mkdir(exist_ok=True)
        pygame.image.save(picture, golden)
    assert golden.is_file(), f"{golden} is missing: run pytest --update-pictures"
    mean, far = distance(picture, pygame.image.load(golden))
    if mean > MEAN or far > FAR_SHARE:
        NEW.mkdir(parents=True, exist_ok=True)
        pygame.image.save(picture, NEW / golden.name)
    assert mean <= MEAN and far <= FAR_SHARE, f"see {NEW / golden.name}: {mean:.2f}, {far:.2%}"


def test_a_picture_is_the_same_twice(tmp_path: Path) -> None:
    options = scenes()[1][1]
    first, second = draw(options, tmp_path / "1.png"), draw(options, tmp_path / "2.png")
    assert distance(first, second) == (0.0, 0.0)


def test_the_comparison_sees_another_moment(tmp_path: Path) -> None:
    (_, here), (_, there) = scenes()[1], scenes()[2]
    mean, far = distance(draw(here, tmp_path / "1.png"), draw(there, tmp_path / "2.png"))
    assert mean > MEAN and far > FAR_SHARE
