"""What the timeline keeps shows what one shows that has kept nothing."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look

from kitchen.api import run
from kitchen.cookbook.load import load_shift
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.lanetrack import LaneTrack
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.service.timeline.timespan import time_span
from kitchen.sim.shift.modes import MODES
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.uppermost import uppermost

EDGE = 10  # px at both ends, where a bar's round end may be just in the window or just out of it


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("step", [13.0, 61.0])
def test_it_shows_what_a_timeline_shows_that_has_just_come(
    toolkit: Kit, look: Look, mode: str, step: float
) -> None:
    facts = list(run(load_shift("lunch-rush"), mode=mode).facts)
    kept, fresh, view = Timeline(toolkit), Timeline(toolkit), KitchenView()
    one, two = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    lanes = kept._area.inflate(-2 * EDGE, 0)
    for number in range(int(1200 / step)):
        now = number * step
        while facts and facts[0].t <= now:
            view.fold([facts.pop(0)])
        for wall in (0.0, 0.5):  # lanes that move up have arrived
            moment = look(view, now, wall=number + wall, tempo=10.0)
            kept.draw(one, moment)
        if number % 5 == 4:
            fresh.reset()
            fresh.draw(two, moment)
            same = [pygame.image.tobytes(s.subsurface(lanes), "RGB") for s in (one, two)]
            assert same[0] == same[1], now


@pytest.mark.parametrize("mode", MODES)
def test_a_track_that_follows_has_the_bars_of_one_that_has_just_come(
    look: Look, mode: str, toolkit: Kit
) -> None:
    view, tracks = KitchenView(), dict[int, LaneTrack]()
    lanes = Timeline(toolkit)._list
    for fact in run(load_shift("lunch-rush"), mode=mode).facts:
        view.fold([fact])
        span = time_span(fact.t, 10.0, 0, 1000)
        for lane in lanes.of(look(view, fact.t)).lanes:
            if not lane.is_band:
                track = tracks.setdefault(id(lane), LaneTrack(lane))
                track.follow(span, fact.t, 10.0)
                found = uppermost(lane.segments(span.start if lane.chefs else 0.0, span.end))
                assert track.bars[len(track.bars) - len(found) :] == found
                assert track.over == sum(bar.over(fact.t) for bar in track.bars)
