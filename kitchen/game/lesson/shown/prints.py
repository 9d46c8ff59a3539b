"""What a run prints, line by line: lit up as the handle passes it, errors in red."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import RADIUS
from kitchen.lessons.running.run import Run

TITLE_Y, BED_Y, PAD = 22.0, 40.0, 14.0
TIME_END, TEXT_X = 76.0, 96.0
PITCH, SIZE, LEAST = 34.0, 15.0, 24.0


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """``line`` is that of the text the player sees, from 1; 0: none of it."""

    t: float
    text: str
    error: bool
    line: int = 0


def printed_lines(run: Run, first: int) -> list[PrintedLine]:
    """All of it and, if it came to a bad end, why. ``first`` is the line of the program with which
    the text begins that the player sees."""
    lines = [
        PrintedLine(one.t, one.text, one.error, max(0, one.line - first + 1) if one.error else 0)
        for one in run.printed
    ]
    trouble = run.trouble
    if trouble is not None:
        at = max(0, trouble.line - first + 1) if trouble.line else 0
        lines.append(PrintedLine(trouble.t, in_shown_lines(trouble.words, first), True, at))
    return lines


def in_shown_lines(words: str, first: int) -> str:
    """What is said of a program, with the numbers of lines that the player sees; where it stands is
    not said, as it is shown."""
    head, colon, rest = words.partition(": ")
    name, _, line = head.partition(":")
    if colon and name.endswith(".py") and line.isdecimal():
        words = rest
    before, on, number = words.rpartition(" on line ")
    if on and number.isdecimal():
        words = f"{before}{on}{max(1, int(number) - first + 1)}"
    return words


class Prints:
    """Draws them in ``box`` (logical px)."""

    def __init__(self, kit: Kit, box: Box, run: Run | None, first: int) -> None:
        self._kit, self._box = kit, box
        self._lines = printed_lines(run, first) if run is not None else []
        self._ran = run is not None
        self._grain = fmt.grain_of(run.makespan if run is not None else 0.0)

    def bake(self, ground: pygame.Surface) -> None:
        """What stands still."""
        kit, stage, (x, y, w, h) = self._kit, self._kit.stage, self._box
        area = stage.rect(x, y, w, h)
        ground.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        kit.put(ground, kit.type.display("It prints", 17, p.CREAM), x + 18.0, y + TITLE_Y)
        bed = stage.rect(x + PAD, y + BED_Y, w - 2 * PAD, h - BED_Y - PAD)
        ground.blit(paint.box(bed.size, stage.px(9), p.NIGHT), bed)

    def draw(self, canvas: pygame.Surface, now: float, printed: int | None = None) -> None:
        """``printed``: how many lines there are by then, where that is amid a moment."""
        kit, (x, y, w, h) = self._kit, self._box
        room = h - BED_Y - PAD - 10.0
        pitch = max(LEAST, min(PITCH, room / max(1, len(self._lines))))
        most = max(1, int(room / pitch))
        lit = sum(line.t <= now for line in self._lines) if printed is None else printed
        first = max(0, min(len(self._lines) - most, lit - most + 1))
        for index, line in enumerate(self._lines[first : first + most]):
            middle = y + BED_Y + 8.0 + pitch * (index + 0.5)
            self._line(canvas, line, x, middle, w, first + index < lit)
        if not self._lines:
            says = "Nothing at all" if self._ran else "Nothing yet"
            words = kit.type.ui(says, 14, p.CODE_GUTTER, "medium")
            kit.put(canvas, words, x + w / 2, y + BED_Y + room / 2, "center")

    def _line(
        self, canvas: pygame.Surface, line: PrintedLine, x: float, y: float, w: float, lit: bool
    ) -> None:
        kit = self._kit
        tone = p.RED_TEXT if line.error else p.CREAM
        if not lit:
            tone = p.mix(p.NIGHT, tone, 0.5)
        time = kit.type.code(
            fmt.clock(line.t, self._grain), SIZE, p.LILAC if lit else p.CODE_GUTTER
        )
        kit.put(canvas, time, x + TIME_END, y, "midright")
        words = f"line {line.line}: {line.text}" if line.line else line.text
        words, size = kit.type.told((words,), SIZE, w - TEXT_X - PAD - 6.0, "code", "medium", 0.75)
        kit.put(canvas, kit.type.code(words, size, tone), x + TEXT_X, y)
