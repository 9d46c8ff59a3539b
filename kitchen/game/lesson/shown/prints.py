"""What a run prints, line by line: lit up as the handle passes it, errors in red."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.wrap import wrapped
from kitchen.game.lesson.parts.dashes import dashed
from kitchen.game.lesson.parts.layout import RADIUS
from kitchen.lessons.judging.judge import Verdict
from kitchen.lessons.running.run import Run
from kitchen.plain import INFINITY

TITLE_Y, BED_Y, PAD = 22.0, 40.0, 14.0
TIME_END, TEXT_X = 76.0, 96.0
PITCH, SIZE, LEAST = 34.0, 15.0, 24.0
SIZES, LEADING = (SIZE, 13.0, 11.5), 12.5
"""Of what is printed, and from line to line where it takes two, in logical px."""


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


def told_in_shown_lines(verdict: Verdict | None, first: int) -> Verdict | None:
    """A verdict that says so."""
    if verdict is None:
        return None
    return replace(verdict, says=in_shown_lines(verdict.says, first))


class Prints:
    """Draws them in ``box`` (logical px); ``idle`` is said there before anything was run."""

    def __init__(self, kit: Kit, box: Box, run: Run | None, first: int, idle: str) -> None:
        self._kit, self._box = kit, box
        self._lines = printed_lines(run, first) if run is not None else []
        self._nothing = idle if run is None else "Nothing at all"
        self._end = run.makespan if run is not None else 0.0
        self._grain = fmt.grain_of(self._end)

    def bake(self, ground: pygame.Surface) -> None:
        """What stands still."""
        kit, stage, (x, y, w, h) = self._kit, self._kit.stage, self._box
        area = stage.rect(x, y, w, h)
        ground.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        kit.put(ground, kit.type.display("It prints", 17, p.CREAM), x + 18.0, y + TITLE_Y)
        bed = stage.rect(x + PAD, y + BED_Y, w - 2 * PAD, h - BED_Y - PAD)
        ground.blit(paint.box(bed.size, stage.px(9), p.NIGHT), bed)

    def draw(
        self, canvas: pygame.Surface, now: float, printed: int | None = None,
        known: float = INFINITY,
    ) -> None:  # fmt: skip
        """``printed``: how many lines there are by then, where that is amid a moment. What comes
        after the moment ``known`` is not told."""
        kit, (x, y, w, h) = self._kit, self._box
        room = h - BED_Y - PAD - 10.0
        pitch = max(LEAST, min(PITCH, room / max(1, len(self._lines))))
        most = max(1, int(room / pitch))
        lit = sum(line.t <= now for line in self._lines) if printed is None else printed
        shown: list[PrintedLine | None] = [line for line in self._lines if line.t <= known]
        if known < self._end:
            shown.append(None)
        first = max(0, min(len(shown) - most, lit - most + 1))
        for index, line in enumerate(shown[first : first + most]):
            middle = y + BED_Y + 8.0 + pitch * (index + 0.5)
            if line is None:
                self._to_come(canvas, x, middle, w)
            else:
                self._line(canvas, line, x, middle, w, first + index < lit)
        if not shown:
            words, size = kit.type.told((self._nothing,), 15, w - 4 * PAD, least=0.8)
            drawn = kit.type.ui(words, size, p.CODE_GUTTER, "medium")
            kit.put(canvas, drawn, x + w / 2, y + BED_Y + room / 2, "center")

    def _to_come(self, canvas: pygame.Surface, x: float, y: float, w: float) -> None:
        """The place of what is not known yet."""
        kit, stage = self._kit, self._kit.stage
        mark = kit.type.code("?", SIZE, p.CODE_GUTTER)
        kit.put(canvas, mark, x + TIME_END, y, "midright")
        area = stage.rect(x + TEXT_X, y - 10.0, w - TEXT_X - 2 * PAD, 20.0)
        dashed(canvas, area, p.mix(p.NIGHT, p.MAUVE, 0.8), stage.px(5), stage.line(1))

    def _line(
        self, canvas: pygame.Surface, line: PrintedLine, x: float, y: float, w: float, lit: bool
    ) -> None:
        kit = self._kit
        tone = p.RED_TEXT if line.error else p.CREAM
        if not lit:
            tone = p.mix(p.NIGHT, tone, 0.5)
        when, size = kit.type.told(
            (fmt.clock(line.t, self._grain),),
            SIZE,
            TIME_END - PAD - 6.0,
            "code",
            least=0.7,
            whole=True,
        )
        time = kit.type.code(when, size, p.LILAC if lit else p.CODE_GUTTER)
        kit.put(canvas, time, x + TIME_END, y, "midright")
        words = f"line {line.line}: {line.text}" if line.line else line.text
        pieces, size = self._in_lines(words, w - TEXT_X - PAD - 6.0)
        top = y - (len(pieces) - 1) * LEADING / 2
        for row, piece in enumerate(pieces):
            kit.put(canvas, kit.type.code(piece, size, tone), x + TEXT_X, top + row * LEADING)

    def _in_lines(self, words: str, room: float) -> tuple[list[str], float]:
        """In one line if it can be, else in two small ones, and at what size; only what is longer
        than these is cut."""
        measure = self._kit.type
        size = measure.one_size(SIZES, (words,), room, "code", "medium")
        lines = wrapped(
            words.split(" "),
            lambda line: measure.width(" ".join(line), size, "code", "medium") <= room,
        )
        first, *rest = (" ".join(line) for line in lines)
        more = [measure.elide(" ".join(rest), size, room, "code", "medium")] if rest else []
        return [first, *more], size
