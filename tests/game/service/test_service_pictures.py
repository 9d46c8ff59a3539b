"""Pictures of the service: every mode at three sizes, and some moments of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.own_stations import own_shift
from tools.picturebook import FAR_SHARE, MEAN, SIZES, check, distance, is_blank, played

from kitchen.cookbook.load import load_shift
from kitchen.game.shell.options import Options
from kitchen.lab.sandbox import Sandbox
from kitchen.sim.shift.modes import MODES

Scene = tuple[str, Options]


def scenes() -> list[Scene]:
    lunch, ten = load_shift("lunch-rush"), load_shift("ten-orders")
    every_mode: list[Scene] = [
        (f"lunch-{mode}{size}", Options(lunch, mode, seed=3, autopilot=True, at=655.0, size=pixels))
        for mode in MODES
        for size, pixels in SIZES.items()
    ]
    return [
        *every_mode,
        ("start", Options(ten, at=2.0)),
        ("closed", Options(ten, autopilot=True, at=1200.0)),
        ("deliveries", Options(load_shift("deliveries"), autopilot=True, at=0.1)),
        ("wide", Options(lunch, seed=3, autopilot=True, at=655.0, size=(1680, 720))),
        ("word", Options(load_shift("soup-and-eggs"), autopilot=True, at=50.0)),
        *stations(),
    ]


def stations() -> list[Scene]:
    """What the kitchen looks like with few and many stations, lines, and stations of one's own."""
    ten, oven = load_shift("ten-orders"), load_shift("one-oven")
    crowd = Sandbox(chefs=10, hobs=10, ovens=10, every=20.0).shift()
    one_hob = Sandbox(hobs=1, every=40.0).shift()
    return [
        ("fourteen-stations", Options(ten, "parallel", autopilot=True, at=200.0)),
        ("fourteen-stations-hybrid", Options(ten, "hybrid", autopilot=True, at=120.0)),
        ("twenty-stations", Options(crowd, autopilot=True, at=900.0)),
        ("one-oven", Options(oven, autopilot=True, at=500.0)),
        ("no-hobs", Options(load_shift("slow-roast"), autopilot=True, at=300.0)),
        ("line-before-hobs", Options(one_hob, autopilot=True, at=400.0)),
        ("ten-on-the-worktop", Options(load_shift("lunch-rush"), "blocking", seed=3, autopilot=True,
                                       at=655.0)),
        ("grill-and-fryer", Options(own_shift(), autopilot=True, at=330.0)),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "options"), scenes(), ids=[name for name, _ in scenes()])
def test_picture(
    name: str, options: Options, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    check(played(options, tmp_path / "picture.bmp"), name, request)


def test_a_picture_is_the_same_twice(tmp_path: Path) -> None:
    options = scenes()[1][1]
    first, second = played(options, tmp_path / "1.png"), played(options, tmp_path / "2.png")
    assert distance(first, second) == (0.0, 0.0) and not is_blank(first)


def test_the_comparison_sees_another_moment(tmp_path: Path) -> None:
    (_, here), (_, there) = scenes()[0], scenes()[3]
    mean, far = distance(played(here, tmp_path / "1.png"), played(there, tmp_path / "2.png"))
    assert mean > MEAN and far > FAR_SHARE
