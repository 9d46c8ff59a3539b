"""Pictures of a race: two, three and four kitchens, and how it came out, at three sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.picturebook import SIZES, check, played

from kitchen.cookbook.load import load_shift
from kitchen.game.shell.options import Options
from kitchen.runs.heat import Entrant, Heat, the_four

MIDST, OVER = 700.0, 2500.0
"""Seconds of kitchen time in the lunch rush."""
POLICIES = ("fifo", "deadline", "burning-first")


def heat(count: int) -> Heat:
    """Four modes, three policies, or two modes."""
    lunch = load_shift("lunch-rush")
    three = [Entrant("concurrent", policy) for policy in POLICIES]
    return Heat(lunch, three if count == 3 else the_four(lunch)[-count:], 3)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "count", "at"),
    [("race-two", 2, MIDST), ("race-three", 3, MIDST), ("race-four", 4, MIDST),
     ("race-over", 4, OVER)],
)  # fmt: skip
def test_picture(
    name: str, count: int, at: float, size: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    options = Options(heat=heat(count), at=at, size=SIZES[size])
    check(played(options, tmp_path / "picture.bmp"), f"{name}{size}", request)
