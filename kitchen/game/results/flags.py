"""Flags: where a kitchen has finished, and how much sooner or later than the blocking one; where
the two served other dishes, what each had served in the same time."""

from __future__ import annotations

import pygame

from kitchen.english import span
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.results.axis import Axis
from kitchen.game.results.entrance import Entrance
from kitchen.game.results.layout import RowPlace
from kitchen.game.results.plot import BED, StripPlot
from kitchen.game.results.standings import ClosedKitchen, Standings

FLAG, SIZE = 17.0, 14.0
SAME = 0.05  # seconds
EDGE, TRIED = 11.0, 9  # logical px from the plot's edges; heights that are tried between them


class Flags:
    """Draws a line at the end of a kitchen's strips, a flag, and words where there is room."""

    def __init__(self, kit: Kit, standings: Standings) -> None:
        self._kit, self._standings = kit, standings
        self._free: Lru[float] = Lru(60)

    def ways(self, entry: ClosedKitchen) -> tuple[str, ...]:
        """``finished 6:23 sooner than blocking``, or ``served 9, blocking 1 in the first 20:05``,
        then shorter; nothing for the blocking one and who is as late."""
        if entry is self._standings.autopilots[0]:
            return ("",)
        sooner = self._standings.sooner(entry)
        if sooner is None:
            return self._same_time(entry)
        if abs(sooner) <= SAME:
            return ("",)
        words = f"{span(abs(sooner))} {'sooner' if sooner > 0 else 'later'}"
        return f"finished {words} than blocking", f"{words} than blocking", words

    def _same_time(self, entry: ClosedKitchen) -> tuple[str, ...]:
        same = self._standings.in_same_time(entry)
        counts, first = (
            f"served {same.one}, blocking {same.other}",
            f"in the first {span(same.seconds)}",
        )
        shorter = f"{same.one}, blocking {same.other}"
        return f"{counts} {first}", counts, shorter, f"{same.one} to {same.other}"

    def draw(
        self, canvas: pygame.Surface, plot: StripPlot, at: RowPlace, axis: Axis, wall: float,
        entrance: Entrance,
    ) -> None:  # fmt: skip
        entry = plot.entry
        popped = entrance.flag(entry.makespan)
        share = axis.share(entry.makespan, wall)
        if popped <= 0.0 or share > 1.0:
            return
        if share < 0.0:
            self._gone_by(canvas, entry, at)
            return
        stage = self._kit.stage
        left, _, width, _ = at.strips
        _, top, _, height = at.plot
        x = left + share * width
        line = stage.rect(x, top, 2, height)
        line.width = stage.line(2)
        canvas.fill(p.SAFFRON, line)
        room = left + width - x - 9
        ways = self.ways(entry)
        words = next((way for way in ways if self._wide(way) <= room), ways[-1])
        wide = self._wide(words)
        right = wide <= room
        start = x + 9 if right else x - 7 - wide
        y = top + 16 if right else self._freest(plot, axis, at, wide)
        self._flag(canvas, words, start, y, wide, popped, bed=not right)

    def _gone_by(self, canvas: pygame.Surface, entry: ClosedKitchen, at: RowPlace) -> None:
        """It had finished before all that is seen: the flag waits at the left end."""
        x, y, _, _ = at.plot
        words = f"done in {fmt.taken(entry.makespan)}"
        self._flag(canvas, words, x + 10, y + 16, self._wide(words), 1.0, bed=True)

    def _wide(self, words: str) -> float:
        """Of flag and words, in logical px."""
        return FLAG + (7 + self._kit.type.width(words, SIZE, weight="bold") if words else 0.0)

    def _freest(self, plot: StripPlot, axis: Axis, at: RowPlace, wide: float) -> float:
        """How high left of the line words hide least, where the axis is going."""
        key = (plot.entry.mode, plot.entry.yours, axis.goal)
        return self._free.get(key, lambda: self._look(plot, axis, at, wide))

    def _look(self, plot: StripPlot, axis: Axis, at: RowPlace, wide: float) -> float:
        (start, span), (left, _, width, _) = axis.goal, at.strips
        x = left + width * (plot.entry.makespan - start) / span - 12 - wide
        _, y, _, h = at.plot
        middles = [y + EDGE + (h - 2 * EDGE) * part / (TRIED - 1) for part in range(TRIED)]
        return min(middles, key=lambda middle: plot.crowd(axis, (x, middle - 10, wide + 10, 20)))

    def _flag(
        self, canvas: pygame.Surface, words: str, start: float, y: float, wide: float,
        popped: float, bed: bool,
    ) -> None:  # fmt: skip
        kit = self._kit
        flag = kit.art.get("flag", height=FLAG * min(1.0, popped) if popped < 1.0 else FLAG)
        text = kit.type.ui(words, SIZE, p.SAFFRON, "bold") if words else None
        if bed:
            area = kit.stage.rect(start - 5, y - 10, wide + 10, 20)
            canvas.blit(paint.box(area.size, kit.stage.px(6), (*BED, 215)), area)
        kit.put(canvas, flag, start + FLAG / 2, y, "center")
        if text is not None:
            kit.put(canvas, text, start + FLAG + 7, y)
