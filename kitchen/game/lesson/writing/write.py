"""The panel of a step in which one writes: the source as it was saved, how to open it, every
version of it, and its figures beside those of ten thousand simulated programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import pygame

from kitchen.errors import KitchenError
from kitchen.files import at_home
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import clock
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import ACTION
from kitchen.game.lesson.parts.panel import StepPanel, StepWishes
from kitchen.game.lesson.writing.histogram import FigureSpread, draw_histogram
from kitchen.game.lesson.writing.sourceview import SourceView, Wrong
from kitchen.game.lesson.writing.versionrow import ROW, VersionRow, draw_heads
from kitchen.game.lesson.writing.writing import Writing
from kitchen.keep.drafts import Figures
from kitchen.lessons.judging.judge import Verdict
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, WriteStep
from kitchen.lessons.writing.distribution import Distribution, distribution_of

BAR_H, FOOT_H, GAP = 40.0, 126.0, 8.0
COPY_W, OPEN_W = 118.0, 96.0
LIST_W, LIST_HEAD = 224.0, 24.0
ROWS = 4

BEGINS = 1
"""The line at which a task is that has not begun."""


class WritePanel(StepPanel):
    """It judges by itself: whenever the file is saved. The answer is what is in the file."""

    RUN = ""
    SHOWS_FIRST = True

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        super().__init__(kit, box, lesson, step, wishes)
        assert isinstance(step, WriteStep)
        kept = wishes.desk.setdefault("writing", None)
        self.writing: Writing = kept or Writing(lesson, step, wishes.folder)
        wishes.desk["writing"] = self.writing
        self._distribution = _distribution(lesson, step)
        self._older = 0
        """So many versions are above those in view."""
        self._shown = self.writing.text
        self._make()

    # -- the answer ------------------------------------------------------------------------------

    def answer(self) -> Any:
        return self.writing.text

    def put(self, answer: Any) -> None:
        """What is in the file is the answer: it is the editor's to change."""

    def show_solution(self) -> None:
        self.writing.show_solution()

    def start_over(self) -> None:
        self.writing.start_over()

    def told(self, verdict: Verdict | None) -> None:
        super().told(verdict)
        self._make()

    # -- controls --------------------------------------------------------------------------------

    @property
    def controls(self) -> Sequence[Control]:
        return self._controls

    def _make(self) -> None:
        """The controls for what there is to see now."""
        x, y, w, _ = self.box
        kit, writing = self.kit, self.writing
        self.source = SourceView(kit, (x, y, w, self._source_h), writing.text, self._wrong())
        bar, right = y + self._source_h + GAP, x + w
        copy = Button(kit, (right - COPY_W, bar + 3, COPY_W, 34.0), "Copy the path",
                      writing.copy_path, size=16)  # fmt: skip
        if self.verdict is not None and self.verdict.works:
            open_box = right - COPY_W - GAP - OPEN_W, bar + 3, OPEN_W, 34.0
            opener = Button(kit, open_box, "Open", writing.open, size=16)
        else:
            opener = Button(kit, ACTION, "Open in my editor", writing.open, main=True, size=23)
        rows, turning = self._rows(), self._turning()
        self._controls = [self.source, opener, copy, *turning, *rows]
        self._rows_shown = len(rows)

    @property
    def _source_h(self) -> float:
        """The source has what room the rest leaves."""
        return self.box[3] - BAR_H - FOOT_H - 2 * GAP

    @property
    def _foot(self) -> Box:
        """Where versions and distribution are."""
        x, y, w, h = self.box
        return x, y + h - FOOT_H, w, FOOT_H

    @property
    def _list(self) -> Box:
        x, y, w, h = self._foot
        return x, y, w if self._distribution is None else LIST_W, h

    @property
    def _in_view(self) -> int:
        """Versions; where there are more than fit, the last row turns to them."""
        return ROWS if len(self.writing.versions) <= ROWS else ROWS - 1

    def _rows(self) -> list[VersionRow]:
        x, y, w, _ = self._list
        found = self.writing.versions[self._older : self._older + self._in_view]
        return [
            VersionRow(self.kit, (x, y + LIST_HEAD + index * ROW, w, ROW), version,
                       self.writing.is_in_file(version),
                       partial(self.writing.bring_back, version.number))
            for index, version in enumerate(found)
        ]  # fmt: skip

    def _turning(self) -> list[Button]:
        """To newer and older versions than fit."""
        if len(self.writing.versions) <= ROWS:
            return []
        x, y, w, _ = self._list
        step, wide = self._in_view, min(92.0, (w - 8.0) / 2)
        made = []
        for at, words, way in ((x, "Newer", -step), (x + w - wide, "Older", step)):
            box = at, y + LIST_HEAD + step * ROW + 2, wide, ROW - 2
            button = Button(self.kit, box, words, partial(self._turn, way), size=16)
            button.enabled = 0 <= self._older + way < len(self.writing.versions)
            made.append(button)
        return made

    def _turn(self, step: int) -> None:
        self._older += step
        self._again()

    def _again(self) -> None:
        self._make()
        self.wishes.anew()

    def _wrong(self) -> Wrong | None:
        """What went wrong, at a line of the file."""
        writing = self.writing
        if writing.trouble:
            found = re.search(r":([0-9]+): ", writing.trouble)
            return Wrong(writing.trouble, int(found[1]) if found else 0)
        run = writing.run
        if run is None or run.trouble is None:
            return None
        line = max(0, run.trouble.line - writing.before)
        words = _in_the_file(run.trouble.words, self.step, writing.before)
        return Wrong(words.removeprefix(f"line {line}: "), line)

    # -- time ------------------------------------------------------------------------------------

    def follow(self, run: Run, now: float) -> None:
        if run is not self.writing.run and self.writing.versions:
            return  # it is of another text
        found = {run.at_line(task, now) for task in run.tasks} - {BEGINS}
        self.source.follow({line - self.writing.before for line in found})

    def _look(self, wall: float) -> None:
        """See whether the player has saved, and what came of that."""
        writing, trouble = self.writing, self.writing.trouble
        if writing.look(wall):
            self._older = 0
            self.wishes.changed()
        if (run := writing.over()) is not None:
            self.wishes.judge_run(run)
        elif writing.text != self._shown or writing.trouble != trouble:
            self._shown = writing.text
            self._again()

    def at_rest(self) -> bool:
        """Never: somebody may save at any time."""
        return False

    # -- a picture ---------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._look(wall)
        self._draw_bar(canvas)
        self._draw_list(canvas)
        if self._distribution is not None:
            self._draw_distribution(canvas, self._distribution)

    def _draw_bar(self, canvas: pygame.Surface) -> None:
        """The file, and what was said last."""
        x, y, w, _ = self.box
        kit, writing = self.kit, self.writing
        top = y + self._source_h + GAP
        works = self.verdict is not None and self.verdict.works
        room = w - COPY_W - GAP - (OPEN_W + GAP if works else 0.0)
        path = _elided(kit, at_home(writing.draft.path), room)
        kit.put(canvas, kit.type.code(path, 12, p.LILAC), x, top + 10)
        words = "It runs ..." if writing.running is not None else writing.says
        texts = (words or "Each time you save it, it runs.",)
        said, size = kit.type.told(texts, 13, room, "ui", "medium", 0.8)
        kit.put(canvas, kit.type.ui(said, size, p.CREAM, "medium"), x, top + 30)

    def _draw_list(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self._list
        kit = self.kit
        kit.put(canvas, kit.type.ui("Versions", 15, p.CREAM), x, y + LIST_HEAD / 2)
        if self.writing.versions:
            draw_heads(kit, canvas, (x, y, w, LIST_HEAD))
        else:
            ways = ("None yet: each save is kept here.", "Each save is kept here.")
            words, size = kit.type.told(ways, 13, w, weight="medium")
            kit.put(canvas, kit.type.ui(words, size, p.LILAC, "medium"), x, y + LIST_HEAD + ROW / 2)

    def _draw_distribution(self, canvas: pygame.Surface, found: Distribution) -> None:
        x, y, w, h = self._foot
        left, high = x + LIST_W + 16, (h - GAP) / 2
        own = self._figures()
        par = self.step.par.makespan if self.step.par is not None else None
        time = FigureSpread(
            "Time", "faster", found.makespan, clock, own.makespan if own else None, par
        )
        lines = FigureSpread(
            "Lines", "shorter", found.lines, "{:.0f}".format, own.lines if own else None
        )
        for index, spread in enumerate((time, lines)):
            box = left, y + index * (high + GAP), x + w - left, high
            draw_histogram(self.kit, canvas, box, spread)

    def _figures(self) -> Figures | None:
        """Of what is in the file, if it works."""
        of_file = (v.figures for v in self.writing.versions if self.writing.is_in_file(v))
        found = next(of_file, None)
        return found if found is not None and found.works else None


def _distribution(lesson: Lesson, step: WriteStep) -> Distribution | None:
    """A lesson may have none; one that cannot be read is told by its check."""
    try:
        return distribution_of(lesson, step)
    except KitchenError:
        return None


def _in_the_file(words: str, step: AnyStep, before: int) -> str:
    """With lines of the file in the place of those of the program."""
    name = re.escape(getattr(step, "program", ""))
    return re.sub(rf"{name}:([0-9]+)", lambda m: f"line {max(1, int(m[1]) - before)}", words)


def _elided(kit: Kit, path: str, room: float) -> str:
    """Its end counts."""
    short = path
    while len(short) > 8 and kit.type.width(short, 12, "code", "medium") > room:
        short = short[1:]
    return path if short == path else f"…{short[1:]}"
