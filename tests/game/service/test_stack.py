"""Nothing lies on anything else: the sections of the panel, and the lanes of the timeline."""

from __future__ import annotations

import random
from itertools import pairwise

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.game_scenario import Look, kitchen, ordered

from kitchen.cookbook.load import load_shift
from kitchen.game.draw.art import Art
from kitchen.game.draw.glides import Glides
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import GROWTH, Type
from kitchen.game.service.loop.chiprow import HEIGHT as PICK_H
from kitchen.game.service.loop.panelplan import (
    BELOW,
    CODE_Y,
    FOOT,
    HEAD_H,
    PanelPlan,
    Stack,
    stacked,
)
from kitchen.game.service.loop.wagebox import WAGES
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.timeline.lanelabel import LaneLabels
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.service.timeline.timelinebed import LABEL, Ground
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window, WindowClosed
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

WINDOWS = ((1280, 720), (1920, 1080), (1024, 768), (1366, 768), (1600, 900), (2560, 1080))
PILL_H = 17.0  # of the time on the axis


def sections(stack: Stack, higher: float) -> list[tuple[str, float, float]]:
    """Name, upper and lower edge of all that has its own room, from above."""
    found = [("code", CODE_Y, CODE_Y + stack.code)]
    if stack.ready is not None:
        found.append(("READY", stack.ready - HEAD_H / 2, stack.ready + HEAD_H / 2))
        found.append(("chips", stack.ready + BELOW, max(stack.ready + BELOW, stack.chips_end)))
    if stack.picks is not None:
        found.append(("NEXT", stack.picks - HEAD_H / 2, stack.picks + HEAD_H / 2))
        found.append(("picks", stack.picks + BELOW, stack.picks + BELOW + PICK_H))
    found.append(("WAITING", stack.rest - HEAD_H / 2, stack.rest + HEAD_H / 2))
    found.append(("end of the rows", stack.end, stack.end))
    if stack.wages:
        found.append(("wages", WAGES[1] + higher, WAGES[1] + WAGES[3] + higher))
    return found


def overlaps(boxes: list[tuple[str, float, float]]) -> list[str]:
    return [
        f"{upper} ends at {end:.1f}, {lower} begins at {start:.1f}"
        for (upper, _, end), (lower, start, _) in pairwise(boxes)
        if start < end - 0.01
    ]


class Watched(ServiceScreen):
    """A busy shift with a hasty player, who picks dishes at random; every frame is looked at."""

    def __init__(self, game: Game, shift: str) -> None:
        super().__init__(game, load_shift(shift))
        self.shows_goals = False
        self.chance = random.Random(4)
        self.frames = 0
        self.wrong: list[str] = []

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 6)

    def draw(self, frame: Frame) -> None:
        self.frames += 1
        orders = list(self.service.view.open_orders)
        if orders and self.frames % 7 == 0:
            for _ in range(self.chance.randint(1, 3)):
                self.service.pick(self.chance.choice(orders))
        super().draw(frame)
        self._look(frame)
        if self.frames == 420 or self.service.closed:
            self.leave(None)

    def _look(self, frame: Frame) -> None:
        panel, higher = self._panel.loop, self._panel.loop._layout.higher
        self.wrong += overlaps(sections(panel.stack, higher))
        rows = [spot.box for spot in panel._list.spots()]
        self.wrong += [f"row {y}" for _, y, _, h in rows if y + h > panel.stack.end + 0.5]
        chips = panel._chips
        for slot in chips._slots.values():  # in their places: under way, those are not drawn
            assert slot.x.end + slot.chip.width <= chips._width + 0.01


@pytest.mark.parametrize("size", [(640, 360), (512, 384)], ids=str)
@pytest.mark.parametrize(
    ("shift", "mode"),
    [
        ("dinner-rush", "concurrent"), ("dinner-rush", "parallel"), ("lunch-rush", "hybrid"),
        ("lunch-rush", "blocking"), ("ten-orders", "hybrid"), ("slow-roast", "concurrent"),
    ],
)  # fmt: skip
def test_no_section_of_the_panel_lies_on_another_in_any_frame(
    size: tuple[int, int], shift: str, mode: str
) -> None:
    window = Window(size)
    pygame.event.clear()
    screen = Watched(Game(window, Options(mode=mode)), shift)
    try:
        screen.show()
    except WindowClosed:
        pass
    finally:
        window.close()
    assert screen.frames > 100
    assert screen.wrong == []


PLANS = st.builds(
    lambda lines, ready, chips, picks, rows, wages: (lines, ready, chips, picks, rows, wages),
    st.integers(3, 14), st.booleans(), st.sampled_from([34.0, 74.0]), st.booleans(),
    st.integers(1, 9), st.booleans(),
)  # fmt: skip


def plan_of(
    lines: int, ready: bool, chips: float, picks: bool, rows: int, wages: bool
) -> PanelPlan:
    """As `panel_plan` stacks them, with whatever lengths."""
    end = CODE_Y + lines * 17.5 + 14.0
    y = 19.0 + BELOW + chips if ready else 0.0
    pick = y + 13.0
    rest = pick + BELOW + PICK_H + 13.0 if picks else y + 19.0
    return PanelPlan(
        lines, end + 19.0 if ready else None, end + pick if picks else None, end + rest, rows, wages
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PLANS, st.sampled_from([0.02, 0.07, 0.15, 0.4])), min_size=2))
def test_sections_under_way_keep_their_order(
    story: list[tuple[tuple[int, bool, float, bool, int, bool], float]],
) -> None:
    glides: Glides[str] = Glides(0.2)
    wall = 0.0
    for values, seconds in story:
        plan = plan_of(*values)
        wall += seconds
        if plan.picks is None:
            glides.keep({"code", "rest"})
        stack = stacked(plan, 0.0, lambda part, goal: glides.at(part, (0.0, goal), wall)[1])  # noqa: B023
        boxes = [box for box in sections(stack, 0.0) if box[0] != "end of the rows"]
        fixed = {"wages"} if stack.rest + HEAD_H / 2 > FOOT - 58.0 else set()
        assert not fixed or not stack.wages
        assert overlaps([box for box in boxes if box[0] not in fixed]) == []


@pytest.mark.parametrize("text", GROWTH)
@pytest.mark.parametrize("size", WINDOWS, ids=str)
def test_the_lanes_of_the_timeline_touch_neither_the_axis_nor_the_edge(
    size: tuple[int, int], text: str
) -> None:
    stage = Stage(size).grown()
    type_ = Type(stage, text)
    ground = Ground(stage, type_.grown(LABEL))
    assert ground.axis_y + PILL_H / 2 + 2.0 <= ground.lanes_y
    assert ground.lanes_y + ground.lanes_h <= stage.height - 2.0
    assert ground.pitch(ground.dishes) >= type_.grown(12.0) * 0.94


@pytest.mark.parametrize("text", GROWTH)
@pytest.mark.parametrize("size", WINDOWS, ids=str)
@pytest.mark.parametrize("count", [7, 8, 10, 14])
def test_every_label_of_the_timeline_is_whole_and_apart_from_the_next(
    size: tuple[int, int], text: str, count: int, look: Look
) -> None:
    stage = Stage(size).grown()
    type_ = Type(stage, text)
    view = kitchen(*(fact for number in range(1, count + 1) for fact in ordered(number)))
    timeline = Timeline(Kit(stage, type_, Art(stage)))
    moment = look(view, 5.0)
    window = pygame.Surface(stage.canvas_size)
    timeline.draw(window, moment)
    shown = timeline._list.of(moment)
    pitch, tops = shown.pitch, shown.tops
    ink = [label_ink(timeline._labels, lane, pitch) for lane in shown.lanes]
    middles = [
        stage.px(top + lane.height(pitch) / 2) for top, lane in zip(tops, shown.lanes, strict=True)
    ]
    edges = [(y + box.top, y + box.bottom) for y, box in zip(middles, ink, strict=True)]
    assert edges[0][0] >= stage.px(timeline._ground.axis_y + PILL_H / 2)
    assert edges[-1][1] <= stage.canvas_size[1]
    for (_, bottom), (top, _) in pairwise(edges):
        assert top - bottom >= -stage.line(1)


def label_ink(labels: LaneLabels, lane: object, pitch: float) -> pygame.Rect:
    """What is seen of a label, from the middle of its lane; all of it, so none at its edges."""
    label = labels._make(lane, pitch)  # type: ignore[arg-type]
    box = label.get_bounding_rect()
    assert box.top > 0 and box.bottom < label.get_height()
    return box.move(0, -(label.get_height() // 2))
