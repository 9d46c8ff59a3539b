"""Where the parts of the service screen are: 1280 x 720, and what a larger stage has over that."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw.box import Box
from kitchen.game.draw.stage import HEIGHT, WIDTH, Stage

TOP_BAR = 48.0
RAIL = 84.0
SCENE_W, SCENE_H = 876.0, 412.0
PANEL_W, PANEL_H, PANEL_PAD = 388.0, 480.0, 14.0
TIMELINE_Y, TIMELINE_H = 540.0, 180.0
GUTTER = 8.0

FIRST_TICKET, TICKET_GAP, DOOR_W = 7.0, 2.8, 74.0
TICKET_W, SIDE_BY_SIDE = 88.0, 10
"""How wide a ticket is at most; so many, one for each table, do not touch. They overlap like a fan
while guests wait at the door."""

PANEL_SHARE, PANEL_MOST = 0.34, 130.0
"""Of what a stage is wider, the panel gets this share, up to so many px; the kitchen the rest."""
SCENE_SHARE = 0.44
"""Of what a stage is higher, kitchen and panel get this share; the timeline the rest."""
CODE_SHARE, CODE_PITCH = 0.55, 17.5
"""Of what the panel is higher, the source gets this share, in whole lines of so many px."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes of one stage, in logical px."""

    stage: Box
    scene: Box
    """The kitchen: it lies four px over the timeline's edge."""
    column: Box
    """The panel and the gutter around it."""
    panel: Box
    timeline: Box

    @property
    def top_bar(self) -> Box:
        return 0.0, 0.0, self.stage[2], TOP_BAR

    @property
    def rail(self) -> Box:
        return 0.0, TOP_BAR, self.scene[2], RAIL

    @property
    def ticket_w(self) -> float:
        return min(TICKET_W, (self.scene[2] - FIRST_TICKET) / SIDE_BY_SIDE - TICKET_GAP)

    @property
    def tickets(self) -> int:
        """One for each table."""
        return SIDE_BY_SIDE

    def ticket_pitch(self, count: int, door: bool = False) -> float:
        """From one ticket to the next, if there are so many: less than their width is a fan, as
        when there are more than tables, or guests at the ``door``."""
        end = self.scene[2] - TICKET_GAP - (DOOR_W if door else 0.0)
        room = end - FIRST_TICKET - self.ticket_w
        return min(self.ticket_w + TICKET_GAP, room / max(1, count - 1))

    @property
    def wider(self) -> float:
        """How much wider the stage is than the plain one."""
        return self.stage[2] - WIDTH

    @property
    def panel_inner(self) -> float:
        """How wide what stands in the panel is."""
        return self.panel[2] - 2 * PANEL_PAD

    @property
    def panel_wider(self) -> float:
        return self.panel[2] - PANEL_W

    @property
    def higher(self) -> float:
        """How much higher the kitchen and the panel are."""
        return self.scene[3] - SCENE_H


def below_top_bar(stage: Stage) -> Box:
    return 0.0, TOP_BAR, stage.width, stage.height - TOP_BAR


def more_code(layout: Layout) -> float:
    """How much higher the source panel is than plain: whole lines of it, in logical px."""
    return layout.higher * CODE_SHARE // CODE_PITCH * CODE_PITCH


def layout_of(stage: Stage) -> Layout:
    """The service screen on this stage."""
    wider, higher = stage.width - WIDTH, stage.height - HEIGHT
    panel = float(round(min(PANEL_MOST, wider * PANEL_SHARE)))
    down = float(round(higher * SCENE_SHARE))
    scene_w = SCENE_W + wider - panel
    top = TOP_BAR + GUTTER
    return Layout(
        stage=(0.0, 0.0, stage.width, stage.height),
        scene=(0.0, TOP_BAR + RAIL, scene_w, SCENE_H + down),
        column=(scene_w, TOP_BAR, stage.width - scene_w, PANEL_H + 2 * GUTTER + down),
        panel=(scene_w + GUTTER, top, PANEL_W + panel, PANEL_H + down),
        timeline=(0.0, TIMELINE_Y + down, stage.width, TIMELINE_H + higher - down),
    )
