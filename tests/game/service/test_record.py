"""What a service that is over leaves in the keep, and what is worth being congratulated on."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest

from kitchen.game.results.standings import ClosedKitchen, Standings, lost_badly
from kitchen.game.service.record import record
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.runs.result import Result
from kitchen.runs.service import Watched
from kitchen.sim.facts import Assisted
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.score import Star


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((320, 180))
    yield Game(window)
    window.close()


def played(
    profit: float, watched: Watched | None = None, *, slowed: bool = False, helped: bool = False
) -> Standings:
    result = SimpleNamespace(
        stars=(Star("served", 1, 1),), profit=profit, served=1, orders=2, mode="concurrent", seed=0,
        policy="fifo",
    )  # fmt: skip
    view = KitchenView()
    if helped:
        view.fold([Assisted(3.0, 2.0, 1.0), Assisted(4.0, 1.0, 1.0)])
    own = ClosedKitchen(cast(Result, result), view, watched is None)
    return Standings(Shift(name="lunch"), 0, (own,), 0, watched, slowed)


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


@pytest.mark.parametrize(("slowed", "helped"), [(True, False), (False, True)])
def test_help_marks_stars_and_scores_until_they_come_without(
    game: Game, slowed: bool, helped: bool
) -> None:
    record(game, played(5.0, slowed=slowed, helped=helped), "2026-11-22")
    assert (game.keep.progress.stars, game.keep.progress.helped) == ({"lunch": 1}, ["lunch"])
    (score,) = game.keep.scores.days["2026-11-22"]
    assert score.helped
    record(game, played(5.0))
    assert (game.keep.progress.stars, game.keep.progress.helped) == ({"lunch": 1}, [])


def test_the_calm_kitchen_is_noted_without_stars_or_score(game: Game) -> None:
    record(game, played(5.0, "calm", helped=True), "2026-11-22")
    progress = game.keep.progress
    assert (progress.calm, progress.stars, progress.helped) == (["lunch"], {}, [])
    assert game.keep.scores.days == {}


@pytest.mark.parametrize(
    ("lost", "stars", "watched", "helped", "badly"),
    [
        (5, 0, None, False, True),
        (4, 0, None, False, False),
        (5, 1, None, False, False),
        (5, 0, "idle", False, False),
        (5, 0, None, True, False),
    ],
)
def test_who_lost_half_of_the_orders_and_every_star_lost_badly(
    lost: int, stars: int, watched: Watched | None, helped: bool, badly: bool
) -> None:
    found = played(5.0, watched, helped=helped)
    result = cast(SimpleNamespace, found.own.result)
    result.orders, result.burnt, result.walked_out, result.open = 10, 1, lost - 1, 0
    result.stars = (Star("served", 1, float(stars)),)
    assert lost_badly(found) == badly


def test_what_was_taken_over_is_practice(game: Game) -> None:
    """It opens the next shift, as what was watched does, and is no score of anybody's."""
    assert record(game, played(99.0, "branch"), "2026-11-22") is None
    progress, scores = game.keep.progress, game.keep.scores
    assert (progress.stars, progress.watched) == ({}, ["lunch"])
    assert not scores.days and not scores.shifts
