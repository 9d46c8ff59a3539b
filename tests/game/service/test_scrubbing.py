"""Scrubbing: what the handle leads to follows it; and where it rests, all of it is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pygame
from tools.game_scenario import Look, kitchen

from kitchen.cookbook.load import load_shift
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import GoTo
from kitchen.game.service.instrument import AROUND, Instrument, SceneInTurn, Turns
from kitchen.game.service.redrawing import SCRUBS
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.moment import Moment
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.facts import Fact

PLAYED, DRAGGED = 300.0, 20


class Drawn:
    """Counts how often it is drawn, and notes the moment."""

    def __init__(self) -> None:
        self.beats: list[int] = []

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self.beats.append(moment.beat)

    def reset(self) -> None:
        """Nothing moves."""


def test_no_frame_of_a_drag_draws_both_the_kitchen_and_what_stands_around_it(
    canvas: pygame.Surface, look: Look
) -> None:
    turns, area, scene = Turns(), pygame.Rect(0, 0, 9, 9), Drawn()
    around = [Drawn() for _ in range(3)]
    scenery = SceneInTurn(scene, area)
    instruments = [Instrument(one, area, turns, 0) for one in around]
    both: list[Instrument | SceneInTurn] = [*instruments, scenery]
    for beat in range(60):
        moment = look(kitchen(), 1.0, beat=beat, scrubs=beat > 0, whole=True)
        for each in both:
            each.reset()
            each.draw(canvas, moment)
    drawn = [beat for one in around for beat in one.beats if beat]
    assert len(drawn) == len(set(drawn)) and not set(drawn) & set(scene.beats)
    for one in around:
        first, *more = one.beats[1:]
        assert first < 2 * AROUND and more == list(range(first + AROUND, 60, AROUND))
    assert scene.beats == [0, 1, *range(2, 60, 2)]  # of the first there was no picture yet


class Scrubbed(ServiceScreen):
    """Played, dragged to and fro, let rest; and the same moment is gone to in one jump."""

    def __init__(self, game: Game) -> None:
        super().__init__(game, load_shift("dinner-rush"))
        self.shows_goals = False
        self.scrubbed = 0
        self.rested: list[bytes] = []
        self._todo: list[float | None] = [100.0 + 5.0 * n for n in range(DRAGGED)]
        self._todo += [None] * (round(SCRUBS * 60) + 2) + [200.0] + [None] * 12 + [195.0, None]

    def pacing(self) -> Pacing:
        return Steps(5.0)

    def resting(self) -> bool:
        return False

    def _may_scrub(self) -> bool:
        return self.session.lookback.sight is not None  # also here, where nothing waits

    def build(self, kit: Kit) -> None:
        super().build(kit)
        self._scene._cat.draw = lambda surface, wall: None  # type: ignore[method-assign]

    def _moment(self, frame: Frame, new: Mapping[str, list[Fact]]) -> Moment:
        moment = super()._moment(frame, new)
        self.scrubbed += moment.scrubs
        return replace(moment, wall=50.0 if self.session.lookback.sight else moment.wall)

    def draw(self, frame: Frame) -> None:
        if frame.time < PLAYED:
            super().draw(frame)
            return
        at = self._todo.pop(0)
        if at is not None:
            self.session.act(GoTo(at))
        super().draw(frame)
        if self.session.lookback.now == 195.0 and not self._redrawing.scrubs:
            self.rested.append(pygame.image.tobytes(self.window.surface, "RGB"))
        if not self._todo:
            self.leave(None)


def test_where_the_handle_rests_all_is_as_if_one_had_gone_there_at_once() -> None:
    window = Window((640, 360))
    pygame.event.clear()
    screen = Scrubbed(Game(window, Options(mode="concurrent", autopilot=True)))
    screen.show()
    window.close()
    assert screen.scrubbed >= DRAGGED
    assert len(screen.rested) >= 3 and len(set(screen.rested)) == 1
