"""The debrief: what a lesson was about, in a sentence; its stars, and where to go from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from kitchen.english import listed
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.textfield import copy
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.bar import place_of
from kitchen.game.lesson.browsing import browse
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.codeprose import draw_prose
from kitchen.game.signs.kindsign import KIND_WORDS
from kitchen.lessons.judging.stars import GOALS, Course
from kitchen.lessons.steps import kind_of

ROW_Y, ROW_H = 236.0, 64.0
STAR, STAR_X, TEXT_X = 44.0, 54.0, 92.0
LINK_Y = 164.0
POP, POP_AFTER = 0.30, 0.32
"""Seconds of wall time that a star takes to come, and from one to the next."""
SAYS = (18.0, 17.0, 16.0, 15.0, 14.0)

EARNED = ("every step is done", "as quick as can be", "without being shown")
LACKS = ("not done: {}", "not within par: {}", "not known at once: {}")


@dataclass(frozen=True)
class DebriefDoors:
    """Where one goes from here."""

    step: Callable[[int], object]
    """To a step of the lesson."""
    again: Callable[[], object]
    """The lesson from its first step on, as if nothing had been done."""
    leave: Callable[[], object]
    """Back to the book."""
    onward: str = ""
    """What comes next, in words; empty: nothing does."""
    go_on: Callable[[], object] = lambda: None
    """To that."""


class DebriefCard(CardOverlay):
    """``course`` says which stars are earned."""

    box: Box = (190.0, 58.0, 900.0, 604.0)

    def __init__(self, screen: Screen, course: Course, doors: DebriefDoors) -> None:
        super().__init__(screen)
        self.course, self._doors = course, doors
        self.text = course.lesson.fields.debrief
        self.title = self.text.name
        self.note = ""
        """What became of the address."""
        self._since: float | None = None
        self._heard = 0
        self._popped = False

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, h = self.box
        found: list[Control] = []
        bottom, doors = y + h - 86, self._doors
        if doors.onward:
            found.append(Button(kit, (x + 30, bottom, 440, 60), doors.onward, doors.go_on,
                                main=True, icon="play", icon_size=17.0, size=20))  # fmt: skip
        again = self._closing(doors.again)
        once_more = Button(kit, (x + w - 404, bottom, 150, 60), "Again", again, size=18)
        leave = Button(kit, (x + w - 240, bottom, 210, 60), "Back to the book", doors.leave,
                       size=18, main=not doors.onward)  # fmt: skip
        found += [once_more, leave] if doors.onward else [leave, once_more]
        found += self._ways(kit)
        found += [
            Button(kit, (x + 30, y + LINK_Y, 150, 42), "Read more", self._browse, size=17),
            Button(kit, (x + w - 130, y + LINK_Y, 100, 42), "Copy", self._copy, size=17),
        ]
        return found

    def _ways(self, kit: Kit) -> list[Control]:
        """To the first step that a star wants; what one did not know can be known another time
        only."""
        x, y, w, _ = self.box
        found: list[Control] = []
        for row, steps in enumerate(self.course.missing):
            if self.course.goals[row] or not steps:
                continue
            box = (x + w - 240, y + ROW_Y + row * ROW_H + 10, 210.0, 42.0)
            knew = row == len(GOALS) - 1 and set(self.course.missed)
            words = "Once more" if knew else f"To {self._step(steps[0])}"
            act = self._doors.again if knew else partial(self._doors.step, steps[0])
            found.append(Button(kit, box, words, self._closing(act), size=17))
        return found

    def _closing(self, act: Callable[[], object]) -> Callable[[], None]:
        def closes() -> None:
            self.close()
            act()

        return closes

    def _step(self, index: int) -> str:
        return f"step {index + 1}, {KIND_WORDS[kind_of(self.course.lesson.steps[index])]}"

    def _browse(self) -> None:
        asked = browse(self.text.link)
        self.note = "Your browser shows it." if asked else "No browser here: copy the address."

    def _copy(self) -> None:
        self.note = "Copied." if copy(self.text.link) else "No clipboard here: read it off."

    # -- a picture -----------------------------------------------------------------------------

    def write(self, canvas: pygame.Surface) -> None:
        kit, (x, y, w, _) = self.kit, self.box
        place = kit.type.ui(place_of(self.course.lesson), 15, p.PAPER_MUTED)
        kit.put(canvas, place, x + w - 30, y + 44, "midright")
        room = (x + 30, y + 84, w - 60, 72.0)
        draw_prose(canvas, kit, self.text.says, SAYS, room, p.INK, p.STEAM_PAPER)
        self._link(canvas)
        for row in range(len(GOALS)):
            self._goal(canvas, row)
        if self._doors.onward:
            after = kit.type.ui("What is next", 14, p.PAPER_MUTED)
            kit.put(canvas, after, x + 30, self.box[1] + self.box[3] - 104)

    def _link(self, canvas: pygame.Surface) -> None:
        """The address, to be read; below it what became of it."""
        kit, (x, y, w, _) = self.kit, self.box
        room = w - 60 - 150 - 100 - 28
        middle = y + LINK_Y + (13.0 if self.note else 20.0)
        link, size = kit.type.told((self.text.link,), 14, room, "code", "medium", 0.6)
        words = kit.type.code(link, size, p.STEAM_PAPER)
        kit.put(canvas, words, x + 194, middle)
        if self.note:
            note = kit.type.ui(self.note, 13, p.PAPER_MUTED)
            kit.put(canvas, note, x + 194, middle + 18)

    def _goal(self, canvas: pygame.Surface, row: int) -> None:
        kit, (x, y, w, _) = self.kit, self.box
        middle = y + ROW_Y + row * ROW_H + 31
        rule = kit.stage.rect(x + 30, middle - ROW_H / 2, w - 60, 1)
        canvas.fill(p.PAPER_D, (*rule.topleft, rule.width, kit.stage.line(1)))
        earned = self.course.goals[row]
        self._star(canvas, row, earned, (x + STAR_X, middle))
        room = w - TEXT_X - (54.0 if earned else 270.0)
        kit.put(canvas, kit.type.ui(GOALS[row], 18, p.INK, "bold"), x + TEXT_X, middle - 12)
        ways, tone = self._reasons(row), p.MINT_PAPER if earned else p.RED_PAPER
        words, size = kit.type.told(ways, 15, room, "ui", "semibold", 0.8)
        kit.put(canvas, kit.type.ui(words, size, tone), x + TEXT_X, middle + 13)

    def _reasons(self, row: int) -> tuple[str, ...]:
        """Why a star is there, or is not, in full and shorter."""
        if self.course.goals[row]:
            return (EARNED[row],)
        steps = self.course.missing[row]
        full = listed([self._step(index) for index in steps])
        short = listed([f"step {index + 1}" for index in steps])
        return LACKS[row].format(full), LACKS[row].format(short)

    def _star(
        self, canvas: pygame.Surface, row: int, earned: bool, at: tuple[float, float]
    ) -> None:
        """It pops in, one after the other."""
        kit = self.kit
        kit.put(canvas, kit.art.get("star_paper", height=STAR), *at, "center")
        if not earned:
            return
        since = self._wall_since - row * POP_AFTER
        scale = 1.0 if self.game.calm else Tween(0.0, 1.0, POP, out_back).at(since)
        if since > 0.0 and row >= self._heard:
            self._heard = row + 1
            self.game.sounds.ui("star")
        if scale > 0.05:
            kit.put(canvas, kit.art.get("star", height=STAR * scale), *at, "center")

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        if self._since is None:
            self._since = wall
        self._wall_since = wall - self._since
        super().draw(canvas, wall)

    def at_rest(self) -> bool:
        over = self._since is not None and self._wall_since > len(GOALS) * POP_AFTER + POP
        return super().at_rest() and over
