"""The top bar: what it shows and what clicks on it mean."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, ordered

from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import (
    Action,
    LookInto,
    OpenMenu,
    Pause,
    Speed,
    ToggleAutopilot,
    ToNextRing,
    ToPresent,
)
from kitchen.game.service.hud.modeswitch import pill_box
from kitchen.game.service.hud.topbar import TopBar
from kitchen.game.signs.subjects import Thing
from kitchen.sim import facts as f


@pytest.mark.parametrize(
    ("pos", "action"),
    [
        ((400, 24), LookInto("blocking")),
        ((520, 24), LookInto("concurrent")),
        ((640, 24), LookInto("parallel")),
        ((760, 24), LookInto("hybrid")),
        ((1080, 24), ToggleAutopilot()),
        ((1135, 24), Pause()),
        ((1164, 24), ToNextRing()),
        ((1258, 24), OpenMenu()),
        ((1192, 24), Speed(1.0)),
        ((1212, 24), Speed(2.0)),
        ((1233, 24), Speed(4.0)),
        ((200, 24), None),
        ((640, 60), None),
    ],
)
def test_clicks_become_actions(
    toolkit: Kit, pos: tuple[float, float], action: Action | None
) -> None:
    assert TopBar(toolkit).target(pos) == action


def test_a_speed_beyond_the_keys_takes_the_nearest_key(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    bar = TopBar(toolkit)
    for speed, times in ((0.5, (0.5, 2, 4)), (1, (1, 2, 4)), (3, (1, 3, 4)), (16, (1, 2, 16))):
        bar.draw(canvas, look(kitchen(), speed=speed))
        assert [bar.target((x, 24)) for x in (1192, 1212, 1233)] == [Speed(t) for t in times]


def _pixels(surface: pygame.Surface, x: float, y: float, w: float, h: float) -> bytes:
    area = surface.subsurface(pygame.Rect(int(x), int(y), int(w), int(h)))
    return pygame.image.tobytes(area, "RGB")


def test_the_thumb_slides_to_the_mode_looked_into(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    bar, view = TopBar(toolkit), kitchen()
    seen = []
    for mode, wall in (("blocking", 0.0), ("parallel", 1.0), ("parallel", 1.1), ("parallel", 2.0)):
        bar.draw(canvas, look(view, mode=mode, wall=wall))
        x, y, w, h = pill_box(2)
        seen.append(canvas.get_at((int(x + w / 2), int(y + h) - 4))[0] > 120)
    assert seen[0] is False and seen[-1] is True


def test_money_counts_up_after_a_plate_is_served(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    bar, view = TopBar(toolkit), kitchen(*ordered(1), *chopping(1))
    pictures = []
    bar.draw(canvas, look(view, 30.0, wall=1.0))
    view.fold([f.Served(30.0, 1, 1.0, 900, 100), f.Left(30.0, 1, 1, 0)])
    for wall in (1.0, 1.2, 1.6, 1.8):
        bar.draw(canvas, look(view, 30.0, wall=wall))
        pictures.append(_pixels(canvas, 860, 8, 110, 18))
    assert pictures[0] != pictures[1] != pictures[2] == pictures[3]


@pytest.mark.parametrize("now", [0.0, 59.0, 3725.0])
def test_it_draws_at_any_time_and_in_any_state(
    toolkit: Kit, canvas: pygame.Surface, look: Look, now: float
) -> None:
    bar = TopBar(toolkit)
    for fields in ({}, {"paused": True, "autopilot": True}, {"hover": (1150, 20), "pressed": True}):
        bar.draw(canvas, look(kitchen(), now, title="A very long title of a shift " * 3, **fields))


def test_the_past_has_a_banner_and_one_way_back(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    """Nothing of it stays when that has been taken."""
    bar, view, now = TopBar(toolkit), kitchen(*ordered(1)), (0, 0, 1280, 48)
    bar.draw(canvas, look(view, 100.0))
    present = _pixels(canvas, *now)
    bar.draw(canvas, look(view, 30.0, present=100.0, later=view))
    past = _pixels(canvas, *now)
    assert {bar.target((x, 24)) for x in (1060, 1135, 1192, 1233)} == {ToPresent()}
    assert bar.target((1258, 24)) == OpenMenu() and bar.target((640, 24)) == LookInto("parallel")
    names = {spot.subject for spot in bar.spots()}
    assert Thing("to present") in names and Thing("speed") not in names
    bar.draw(canvas, look(view, 31.0, present=100.0, later=view))
    assert _pixels(canvas, *now) != past  # the clock of the past goes on
    bar.draw(canvas, look(view, 100.0))
    assert _pixels(canvas, *now) == present
    assert bar.target((1135, 24)) == Pause()
