"""Layouts: the service screen fills 16:10, 4:3 and 21:9, and a click always means what is there."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look, kitchen, opened, ordered

from kitchen.game.draw.art import Art
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.input.actions import LookInto, Pause, ToggleAutopilot, TogglePick
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.places import Places
from kitchen.game.service.hud.barkeys import AUTO, PAUSE
from kitchen.game.service.hud.modeswitch import pill_box
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.hud.topbar import TopBar
from kitchen.game.service.loop.looppanel import LoopPanel
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.service.timeline.timelinebed import Ground
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.subjects import OrderedDish

SIZES = (
    (1280, 720), (800, 600), (1024, 768), (1280, 800), (1366, 768), (1680, 720), (1920, 1200),
    (2560, 1080), (1280, 1024), (3840, 1080), (700, 900),
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_grown_stage_fills_the_window_up_to_a_limit(size: tuple[int, int]) -> None:
    plain, grown = Stage(size), Stage(size).grown()
    assert grown.k == plain.k
    assert 1280 <= grown.width <= 1720 and 720 <= grown.height <= 960
    for side in (0, 1):
        spare = size[side] - grown.canvas_size[side]
        at_limit = (grown.width, grown.height)[side] == (1720, 960)[side]
        assert spare >= 0 and (spare <= 2 * grown.k + 2 or at_limit)
    assert grown.to_logical(grown.origin) == (0.0, 0.0)


def test_a_plain_stage_is_a_box_in_the_middle_of_a_grown_one() -> None:
    plain, grown = Stage((1680, 720)), Stage((1680, 720)).grown()
    assert plain.to_logical((840, 360)) == (640.0, 360.0)
    assert grown.to_logical((840, 360)) == (840.0, 360.0)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_parts_cover_the_stage_and_do_not_overlap(size: tuple[int, int]) -> None:
    stage = Stage(size).grown()
    layout = layout_of(stage)
    x, y, w, h = layout.scene
    assert x + w == layout.column[0] and layout.column[0] + layout.column[2] == stage.width
    assert y + h == layout.timeline[1] + 4 == layout.column[1] + layout.column[3]
    assert layout.timeline[1] + layout.timeline[3] == stage.height
    places = Places(stage)
    assert y < places.fire < places.aisle_top < places.worktop < places.bottom == y + h
    assert places.width == w


def test_what_is_wider_has_wider_tickets_and_what_is_higher_more_lanes() -> None:
    plain, wide, high = ((Stage(size).grown()) for size in ((1280, 720), (1680, 720), (1024, 768)))
    assert layout_of(plain).ticket_w < layout_of(wide).ticket_w
    assert Ground(plain).dishes == 10 < Ground(high).dishes


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_click_means_what_is_drawn_there(size: tuple[int, int], look: Look) -> None:
    stage = Stage(size).grown()
    tools = Kit(stage, Type(stage), Art(stage))
    canvas = pygame.Surface(stage.canvas_size)
    layout = layout_of(stage)
    view = kitchen(*(fact for number in range(1, 9) for fact in ordered(number)))
    moment = look(view, 5.0, hover=(700.0, 300.0))
    scene, rail, top = KitchenScene(tools), TicketRail(tools), TopBar(tools)
    panel, timeline = LoopPanel(tools), Timeline(tools)
    for widget in (rail, top, scene, panel, timeline):
        widget.draw(canvas, moment)
    for cell, board in enumerate(scene.floor(moment).plan.boards):
        assert scene.target((board.x, board.y + 20)) == TogglePick(cell + 1)
        assert rail.target((7 + layout.ticket_pitch(8) * cell + 40, 100)) == TogglePick(cell + 1)
    x, y, w, h = PAUSE
    assert top.target((layout.wider + x + w / 2, y + h / 2)) == Pause()
    assert top.target((layout.wider + AUTO[0] + 9, AUTO[1] + 9)) == ToggleAutopilot()
    x, y, w, h = pill_box(3)
    assert top.target((layout.wider / 2 + x + w / 2, y + h / 2)) == LookInto("hybrid")
    chips = [spot for spot in panel.spots() if isinstance(spot.subject, OrderedDish)]
    assert [panel.target(chip.middle) for chip in chips] == [TogglePick(n) for n in range(1, 9)]
    foot = layout.panel[1] + layout.panel[3]
    assert all(spot.box[1] + spot.box[3] < foot for spot in panel.spots())


def test_a_part_that_stands_farther_right_draws_there(look: Look) -> None:
    stage = Stage((1680, 720)).grown()
    tools = Kit(stage, Type(stage), Art(stage))
    canvas = pygame.Surface(stage.canvas_size)
    view = kitchen(start=opened("parallel", 10, "stay"))
    LoopPanel(tools).draw(canvas, look(view, 5.0))
    TopBar(tools).draw(canvas, look(view, 5.0))
    right = canvas.subsurface((1600, 8, 72, 32))
    assert pygame.transform.average_color(right)[0] > 30
    assert canvas.get_at((1672 - 4, 300))[:3] != (0, 0, 0)
