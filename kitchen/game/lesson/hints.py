"""The hints of a step in three tiers, as tabs: one, another that helps more, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import HINTS
from kitchen.game.signs.codeprose import CodeProse, fitting_prose

LABEL_W, TAB_H, TAB_GAP = 64.0, 30.0, 6.0
TAB_W, SHOW_W = 40.0, 96.0
SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
SHOW = "Show it"
CLOSED = "Stuck? The first hint helps a little, the second more, and the third does it."
SURE = "This does it for you. You can go on then, without the star `You knew`. Press it once more."
SHOWN = "There it is. Look at it well."


@dataclass
class HintTiers:
    """How far somebody has gone in the hints of a step. Tiers count from 0; the one after the last
    text shows the answer."""

    texts: Sequence[str]
    shows: bool = True
    """Whether there is an answer that can be shown."""
    open: int | None = None
    seen: set[int] = field(default_factory=set)
    shown: bool = False
    """The answer has been shown."""

    @property
    def last(self) -> int:
        """The tier that shows the answer."""
        return len(self.texts)

    def turn_to(self, tier: int) -> bool:
        """A tab was pressed; True: it was that of the answer, and pressed once more."""
        again = self.open == tier == self.last
        self.open = tier
        self.seen.add(tier)
        if again:
            self.shown = True
        return again

    @property
    def says(self) -> str:
        if self.open is None:
            return CLOSED
        if self.open < self.last:
            return self.texts[self.open]
        return SHOWN if self.shown else SURE


class HintTab(Control):
    """One of the tabs: lit once it was opened, and part of the text's box while it is open."""

    radius = 8.0

    def __init__(
        self, kit: Kit, box: Box, words: str, act: Callable[[], object], open: bool, seen: bool
    ) -> None:
        super().__init__(kit, box)
        self.words, self._act = words, act
        self.open, self.seen = open, seen

    def press(self) -> None:
        self._act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        kit, stage, (x, y, w, h) = self.kit, self.kit.stage, self.box
        theme, foot = kit.theme, 12.0 if self.open else 0.0
        area = stage.rect(x, y, w, h + foot)
        clip = canvas.get_clip()
        canvas.set_clip(stage.rect(x, y, w, h + stage.line(1) / stage.k).clip(clip))
        top = p.PLUM if self.open else theme.top
        edge = p.SAFFRON if touch.hovered else theme.edge
        bottom = p.PLUM if self.open else theme.bottom
        canvas.blit(paint.box(area.size, stage.px(9), top, edge, stage.line(1), bottom), area)
        canvas.set_clip(clip)
        tones = {} if self.seen else {"#FFC845": p.to_hex(p.LILAC), "#FFF3DC": "#FFFFFF"}
        bulb = kit.art.get("bulb", height=16.0, recolour=tones)
        kit.put(canvas, bulb, x + 14.0, y + h / 2, "center")
        words, size = kit.type.told((self.words,), 15, w - 28.0, "ui", "bold", 0.7)
        tone = p.CREAM if self.open or self.seen else p.LILAC
        kit.put(canvas, kit.type.ui(words, size, tone, "bold"), x + 24.0, y + h / 2)


class HintBox:
    """Draws the tiers in `HINTS`. ``turn_to`` is told the tier whose tab was pressed."""

    def __init__(self, kit: Kit, tiers: HintTiers, turn_to: Callable[[int], object]) -> None:
        self._kit, self.tiers, self._turn_to = kit, tiers, turn_to
        self._prose: tuple[str, CodeProse] | None = None
        """What it says, broken into lines."""

    @property
    def controls(self) -> list[Control]:
        kit, tiers, (left, y, _, _) = self._kit, self.tiers, HINTS
        tabs: list[Control] = []
        x = left + LABEL_W
        for tier in range(tiers.last + tiers.shows):
            words = SHOW if tier == tiers.last else str(tier + 1)
            width = SHOW_W if tier == tiers.last else TAB_W
            tabs.append(
                HintTab(kit, (x, y + 2.0, width, TAB_H - 2.0), words, partial(self._turn_to, tier),
                        tiers.open == tier, tier in tiers.seen)
            )  # fmt: skip
            x += width + TAB_GAP
        return tabs

    def draw(self, canvas: pygame.Surface) -> None:
        """What lies below the tabs."""
        kit, stage, (x, y, w, h) = self._kit, self._kit.stage, HINTS
        kit.put(canvas, kit.type.ui("Hints", 15, p.CREAM, "bold"), x + 4.0, y + TAB_H / 2)
        area = stage.rect(x, y + TAB_H, w, h - TAB_H)
        canvas.blit(paint.box(area.size, stage.px(9), p.PLUM, p.MAUVE, stage.line(1)), area)
        hat = kit.art.get("chef_hat", height=20.0)
        kit.put(canvas, hat, x + 24.0, y + TAB_H + (h - TAB_H) / 2, "center")
        room = (x + 48.0, y + TAB_H + 3.0, w - 58.0, h - TAB_H - 6.0)
        tone = p.LILAC if self.tiers.open is None else p.CREAM
        self._words(canvas, room, tone)

    def _words(self, canvas: pygame.Surface, room: Box, tone: p.Colour) -> None:
        """In the middle of the height there is."""
        x, y, w, h = room
        says = self.tiers.says
        if self._prose is None or self._prose[0] != says:
            self._prose = says, fitting_prose(self._kit, says, SIZES, w, h)
        prose = self._prose[1]
        prose.draw(canvas, x, y + max(0.0, h - prose.height) / 2, tone, p.CODE_NAME)
