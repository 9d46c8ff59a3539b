"""The past to the pixel: a moment that was played, and the same one reached in other ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, GoTo, Step, ToStart
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.moment import NOWHERE, Moment
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.facts import Fact

STEP = 4.0
"""Seconds of kitchen time from one picture to the next, while it is played."""

STANDS, SEEN = 540, 12
"""Frames for which it stands before it is photographed: all has come to rest, and whoever carried
plates is back; and every how many of them is drawn."""

Kept = tuple[float, float, bytes]
"""A photograph: kitchen time, wall time and pixels."""


class Photographed(ServiceScreen):
    """Is played, and stands at some moments for its picture; then looks back at each of them.

    What is only seen of the past (its frame, the handle, the dimmed future) is left out, and so is
    how long it is to the next ring, and the cat, which does as it likes: all else is drawn by the
    same clock on the wall.
    """

    def __init__(self, game: Game, times: Sequence[float]) -> None:
        super().__init__(game, load_shift("dinner-rush"))
        self.shows_goals = False
        self.different: list[tuple[float, str]] = []
        self._times, self._stood, self._kept = list(times), 0, list[Kept]()
        self._jumps_left: list[tuple[Kept, str, Sequence[Action]]] = []
        self._clock: float | None = None

    def pacing(self) -> Pacing:
        return Steps(STEP)

    def build(self, kit: Kit) -> None:
        super().build(kit)
        self._scene._cat.draw = lambda surface, wall: None  # type: ignore[method-assign]

    def resting(self) -> bool:
        return False

    def _moment(self, frame: Frame, new: Mapping[str, list[Fact]]) -> Moment:
        moment = super()._moment(frame, new)
        wall = moment.wall if self._clock is None else self._clock
        return replace(moment, wall=wall, present=None, later=None, bookmarks=(), chosen=None,
                       ringing=NOWHERE, hover=None)  # fmt: skip

    def draw(self, frame: Frame) -> None:
        if self._jumps_left:
            self._jump(frame)
        elif not self._times:
            self._jumps_left = [(kept, how, way) for kept in self._kept
                                for how, way in ways(kept[0]).items()]  # fmt: skip
        elif frame.time < self._times[0]:
            super().draw(frame)
        else:
            self._stand(frame)

    def _stand(self, frame: Frame) -> None:
        self._stood += 1
        self._pause(True)
        if self._stood % SEEN == 0:
            self._redrawing.anew()
            super().draw(frame)
        if self._stood == STANDS:
            self._times.pop(0)
            self._kept.append((frame.time, frame.wall, self._pixels()))
            self._stood = 0
            self._pause(False)

    def _pause(self, paused: bool) -> None:
        self.session.paused = paused
        self.session.obey_settings()

    def _jump(self, frame: Frame) -> None:
        (time, wall, pixels), how, way = self._jumps_left.pop(0)
        for action in way:
            assert self.session.act(action) == ""
        self._clock = wall
        super().draw(frame)
        assert self.session.lookback.now == time
        if self._pixels() != pixels:
            self.different.append((time, how))
        if not self._jumps_left:
            self.leave(None)

    def _pixels(self) -> bytes:
        return pygame.image.tobytes(self.window.surface, "RGB")


def ways(at: float) -> Mapping[str, Sequence[Action]]:
    return {
        "from later": (GoTo(at),),
        "from earlier": (GoTo(at - 50.0), GoTo(at)),
        "from the start": (ToStart(), GoTo(at)),
        "after steps": (GoTo(at + 40.0), Step("turn", -1), Step("task", -1), GoTo(at)),
    }


@pytest.fixture
def played(request: pytest.FixtureRequest) -> Iterator[Photographed]:
    mode, size, times = request.param
    window = Window(size)
    pygame.event.clear()
    yield Photographed(Game(window, Options(mode=mode, autopilot=True)), times)
    window.close()


@pytest.mark.parametrize(
    "played",
    [
        ("concurrent", (640, 360), (4.0, 300.0, 500.0, 908.0, 1000.0)),
        ("blocking", (640, 360), (60.0, 500.0, 1000.0)),
        ("parallel", (640, 360), (60.0, 500.0, 808.0, 1000.0)),
        ("hybrid", (640, 360), (200.0, 648.0, 808.0)),
        ("concurrent", (1280, 720), (500.0,)),
        ("hybrid", (1920, 1080), (200.0,)),
    ],
    indirect=True,
    ids=lambda given: f"{given[0]} {given[1][0]}",
)
def test_a_moment_looks_the_same_wherever_one_comes_from(played: Photographed) -> None:
    played.show()
    assert played.different == []
