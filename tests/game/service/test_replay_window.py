"""``kitchen replay`` opens the window."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kitchen import run
from kitchen.cli.main import main
from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import GoTo
from kitchen.game.service.otherwise import Otherwise
from kitchen.game.service.replaying import ReplayScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay


@pytest.fixture
def replay() -> Replay:
    shift = load_shift("egg-and-chicken")
    return replay_of_result(shift, run(shift))


def test_a_picture_of_it(replay: Replay, tmp_path: Path) -> None:
    file, picture = tmp_path / "x.json", tmp_path / "x.png"
    replay.save(file)
    call = ["replay", str(file), "--screenshot", str(picture), "--at", "30", "--size", "640x360"]
    assert main(call) == 0
    assert picture.stat().st_size > 10_000


def test_a_window_begins_at_a_moment(replay: Replay, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    replay.save(file)
    assert main(["replay", str(file), "--at", "30", "--size", "640x360", "--frames", "2"]) == 0


def test_one_that_went_another_way_says_where_over_its_results(replay: Replay) -> None:
    """In words, with the fact that was recorded and the one that is now."""
    window = Window((640, 360))
    other = msgspec.structs.replace(replay, shift=f"{replay.shift}\n[pace]\ntimers = 0.5\n")
    watched = ReplayScreen(Game(window), other)
    watched.session.speed = 500.0
    said: list[Otherwise] = []

    def paint(frame: Frame) -> None:
        type(watched).paint(watched, frame)
        said.extend(card for card in watched.overlays if isinstance(card, Otherwise))
        if said:
            watched.leave(None)

    watched.paint = paint  # type: ignore[method-assign]
    watched.show()
    window.close()
    (_, was), (_, now) = said[0].told
    assert was.startswith("timer set: ") and now.startswith("timer set: ") and was != now
    assert said[0].where.startswith("The first fact that differs is number ")


def test_a_moment_that_is_still_to_come_is_gone_to(replay: Replay) -> None:
    """The replay runs on to it at once and stands there; from there it can be wound back."""
    window = Window((640, 360))
    watched = ReplayScreen(Game(window), replay)
    seen: list[tuple[float, bool]] = []

    def paint(frame: Frame) -> None:
        type(watched).paint(watched, frame)
        session = watched.session
        if frame.number == 2:
            watched.act(GoTo(120.0))
        elif session.lookback.now == 120.0 and session.paused:
            seen.append((session.lookback.now, session.still))
            watched.act(GoTo(60.0))
        elif session.lookback.now == 60.0 and seen:
            watched.leave(None)

    watched.paint = paint  # type: ignore[method-assign]
    watched.show()
    window.close()
    assert seen == [(120.0, True)]


@pytest.mark.parametrize(("at", "stands"), [(30.0, 30.0), (1e9, None)])
def test_it_begins_at_a_moment_or_where_it_ends(
    replay: Replay, at: float, stands: float | None
) -> None:
    window = Window((640, 360))
    watched = ReplayScreen(Game(window), replay, at=at)
    seen: list[float] = []

    def paint(frame: Frame) -> None:
        type(watched).paint(watched, frame)
        seen.append(frame.time)
        if frame.number == 2:
            watched.leave(None)

    watched.paint = paint  # type: ignore[method-assign]
    watched.show()
    window.close()
    if stands is not None:
        assert seen == [stands] * 3
    else:
        assert seen[0] < 10_000 and watched.service.closed
