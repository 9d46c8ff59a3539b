"""What lies behind the timeline: the ground, its rows, the title and the legend. Opaque."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.service.timeline.lanes import HANDS_H, HANDS_SHARE, MOST, hands_height
from kitchen.game.signs.layout import TIMELINE_H, layout_of
from kitchen.game.signs.strips import Strips
from kitchen.sim.view.segment import SegmentKind

HEAD, AXIS, LANES, FOOT = 19.0, 36.0, 47.0, 2.0  # logical px from the timeline's edges
LANES_X, RIGHT = 116.0, 16.0
PITCH_MOST = 33.0  # logical px: how high a lane is at most
CHEFS, ROW_MORE = 11, 20.0  # lanes of the plain layout, and room for which there is one more
ENTRY, SWATCH_W, ENTRY_PAD, ENTRY_GAP = 13.0, 22.0, 6.0, 18.0  # of the legend
LABEL, LABEL_GROWS = 13.0, 9.0  # size of a lane's label; its room for each px that text has grown

BED_TOP: p.Colour = (0x23, 0x16, 0x2D)
BED_BOTTOM: p.Colour = (0x1B, 0x11, 0x23)
ROW: p.Colour = (0x27, 0x1C, 0x31)
CHEF_ROW: p.Colour = (0x23, 0x29, 0x39)

LEGEND: dict[SegmentKind, str] = {
    "hands": "hands on",
    "cooking": "cooking",
    "ready": "waiting for a chef",
    "burning": "burning",
    "staring": "staring at the pot",
    "blocked": "wants a place",
}


class Ground:
    """Where the timeline's parts are on one stage, in logical px.

    ``label`` is the size at which a lane's label is drawn: larger ones need higher lanes, of which
    there are fewer, and more room at the left.
    """

    def __init__(self, stage: Stage, label: float = LABEL) -> None:
        _, self.top, self.width, self.height = layout_of(stage).timeline
        self.head_y, self.axis_y = self.top + HEAD, self.top + AXIS
        self.lanes_y, self.lanes_h = self.top + LANES, self.height - LANES - FOOT
        self.lanes_x, self.lanes_end = LANES_X + (label - LABEL) * LABEL_GROWS, self.width - RIGHT
        more = int((self.height - TIMELINE_H) // ROW_MORE)
        self.chefs = CHEFS + more
        """Lanes where every chef has one."""
        self.dishes = int((MOST + more) * LABEL / label)
        """Lanes where every order has one, below that of all hands."""

    def pitch(self, dishes: int) -> float:
        """How high the lanes of so many dishes are, in logical px; that of all hands: see
        `hands_height`."""
        room = self.lanes_h
        return min(PITCH_MOST, max((room - HANDS_H) / dishes, room / (dishes + HANDS_SHARE)))

    def pitch_of_chefs(self, chefs: int) -> float:
        """The same where every chef has one."""
        return min(PITCH_MOST, self.lanes_h / chefs)


class TimelineBed:
    """Bakes the ground of the timeline, once for each kind of brigade."""

    def __init__(self, kit: Kit, strips: Strips, ground: Ground) -> None:
        self._kit, self._strips, self._ground = kit, strips, ground
        self._beds: Lru[tuple[pygame.Surface, float]] = Lru(6)
        """Each with the place where its legend ends, in logical px."""
        self._legend_ends = LANES_X

    def get(self, pitch: float, chefs: int, attention: str, legend: bool = True) -> pygame.Surface:
        """The ground of rows of this height, with the ``legend`` of such a brigade."""
        key = (pitch, chefs, attention, legend)
        bed, self._legend_ends = self._beds.get(key, lambda: self._make(*key))
        return bed

    def _make(
        self, pitch: float, chefs: int, attention: str, legend: bool
    ) -> tuple[pygame.Surface, float]:
        s, g = self._kit.stage, self._ground
        bed = pygame.Surface(s.rect(0, g.top, g.width, g.height).size)
        bed.blit(paint.gradient(bed.get_size(), BED_TOP, BED_BOTTOM), (0, 0))
        bed.fill(p.AUBERGINE, (0, 0, bed.get_width(), s.px(4)))
        bed.fill((0x46, 0x36, 0x50), (0, s.px(4), bed.get_width(), s.line(1)))
        hands = 0.0 if attention == "stay" and chefs > 1 else hands_height(pitch)
        for index in range(1, int((g.lanes_h - hands) / pitch + 1e-6), 2):
            bed.fill(ROW, s.rect(12, LANES + hands + pitch * index, g.lanes_end - 12, pitch))
        bed.fill(CHEF_ROW, s.rect(12, LANES, g.lanes_end - 12, hands))
        title = self._kit.type.display("Timeline", 18, p.CREAM)
        self._kit.put(bed, title, 16, HEAD)
        x = LANES_X
        for kind in _legend(chefs, attention) if legend else ():
            words = LEGEND[kind].replace("a chef", "the chef" if chefs == 1 else "a chef")
            x = self._entry(bed, kind, "solid", words, x, HEAD) + ENTRY_GAP
        return bed, x

    def ahead(self, surface: pygame.Surface, words: str, right: float) -> None:
        """Go on with the legend that was shown last: what the ghosts mean, if there is room up to
        ``right`` (logical px)."""
        width = SWATCH_W + ENTRY_PAD + self._kit.type.width(words, ENTRY, weight="medium")
        if self._legend_ends + width <= right:
            y = self._ground.head_y
            self._entry(surface, "hands", "ghost", words, self._legend_ends, y)

    def _entry(
        self, surface: pygame.Surface, kind: SegmentKind, form: str, words: str, x: float, y: float
    ) -> float:
        """An entry of the legend; returns where it ends."""
        s, height = self._kit.stage, self._kit.stage.px(10)
        left, top = s.px(x), s.px(y) - height // 2
        draw = self._strips.ghost if form == "ghost" else self._strips.draw
        draw(surface, kind, left, left + s.px(SWATCH_W), top, height)
        text = self._kit.type.ui(words, ENTRY, p.LILAC, "medium")
        self._kit.put(surface, text, x + SWATCH_W + ENTRY_PAD, y)
        return x + SWATCH_W + ENTRY_PAD + text.get_width() / s.k


def _legend(chefs: int, attention: str) -> list[SegmentKind]:
    """The kinds of bars that such a brigade's timeline can show."""
    if attention == "stay":
        return ["hands", "staring", "ready"] if chefs == 1 else ["hands", "staring"]
    return ["hands", "cooking", "ready", "burning", "blocked"]
