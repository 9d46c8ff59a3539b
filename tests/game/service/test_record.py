"""What a service that is over leaves in the keep, and what is worth being congratulated on."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest

from kitchen.game.results.standings import ClosedKitchen, Standings
from kitchen.game.service.record import record
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.runs.result import Result
from kitchen.runs.service import Watched
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.score import Star


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((320, 180))
    yield Game(window)
    window.close()


def played(profit: float, watched: Watched | None = None) -> Standings:
    result = SimpleNamespace(
        stars=(Star("served", 1, 1),), profit=profit, served=1, orders=2, mode="concurrent", seed=0,
        policy="fifo",
    )  # fmt: skip
    own = ClosedKitchen(cast(Result, result), cast(KitchenView, None), watched is None)
    return Standings(Shift(name="lunch"), 0, (own,), 0, watched)


def test_only_who_does_better_than_before_is_told_so(game: Game) -> None:
    """The first is the best of one, and the last of three is the third best: no word of either."""
    assert record(game, played(5.0)) is None
    assert record(game, played(3.0)) is None
    assert record(game, played(4.0)) == 2
    assert record(game, played(9.0)) == 1
    assert record(game, played(1.0)) is None


def test_what_was_only_watched_is_no_record_and_beats_none(game: Game) -> None:
    day = "2026-11-22"
    assert record(game, played(3.0, "autopilot"), day) is None
    assert record(game, played(5.0), day) is None, "the policy's score is nobody's to beat"
    assert record(game, played(6.0), day) == 1
    assert record(game, played(99.0, "autopilot"), day) is None
