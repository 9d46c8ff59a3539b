"""The slip on which a player bets before the doors open: a coin for a kitchen, in two rows."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control, Touch
from kitchen.game.controls.page import Page
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.draw.shadow import cast
from kitchen.game.signs.bet import QUESTIONS, Bet, Stake
from kitchen.sim.shift.modes import MODES

WIDTH, HEIGHT = 332.0, 358.0  # logical px
CELL, PITCH, LEFT = (59.0, 44.0), 67.0, 54.0
TITLE_Y, HEADS_Y, NAMES_Y, WAYS_Y = 34.0, 72.0, 97.0, 113.0
ROWS_Y, ROW, ASKED = 126.0, 72.0, 12.0  # the first row, from one to the next, its question
DOORS_Y, NEVER_Y = 276.0, 322.0
ICON = (34.0, 28.0)
TAPE: p.Colour = (0x9F, 0xDC, 0xC9)
FREE: p.Colour = (0xF5, 0xE8, 0xD0)
SIGNS: dict[Stake, str] = {"served": "cloche", "done": "clock", "earned": "coin"}
NAME_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
CHEFS = ("Chefs stay at a pot, or leave it.", "Chefs stay, or leave the pot.")
"""What the kitchens differ in, beside the title."""


def way(mode: str) -> str:
    """``one stays``, ``many leave``: how that kitchen differs from the others."""
    many, attention, _ = MODES[mode]
    return f"many {attention}" if many else f"one {attention}s"


class BetCell(Control):
    """A place for a coin."""

    radius = 8.0

    def __init__(self, kit: Kit, box: Box, bet: Bet, stake: Stake, kitchen: str) -> None:
        super().__init__(kit, box)
        self.bet, self.stake, self.kitchen = bet, stake, kitchen

    def press(self) -> None:
        self.bet.toggle(self.stake, self.kitchen)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        kit, (x, y, w, h) = self.kit, self.box
        on = self.bet.on(self.stake) == self.kitchen
        area = kit.stage.rect(x, y, w, h)
        fill = p.mix(p.PAPER, p.SAFFRON, 0.35) if on else FREE
        edge = p.INK if on else p.PAPER_MUTED if touch.hovered else p.PAPER_D
        line = kit.stage.line(2 if on or touch.hovered else 1.5)
        canvas.blit(paint.box(area.size, kit.stage.px(self.radius), fill, edge, line), area)
        if on:
            coin = kit.art.get("coin", height=30)
            kit.put(canvas, coin, x + w / 2, y + h / 2 + self.sunk(touch), "center")


class BetSlip:
    """``begin`` opens the doors; ``never`` is what is done if the player wants to be asked no
    more."""

    def __init__(
        self, kit: Kit, at: tuple[float, float], bet: Bet, begin: Callable[[], object],
        never: Callable[[], object],
    ) -> None:  # fmt: skip
        self._kit = kit = kit.on(ON_PAPER)
        self._stakes = bet.stakes
        x, y = at
        self.box: Box = (x, y, WIDTH, HEIGHT)
        cells = [
            BetCell(kit, (x + LEFT + PITCH * column, y + ROWS_Y + ROW * row + 2 * ASKED, *CELL),
                    bet, stake, kitchen)
            for row, stake in enumerate(bet.stakes)
            for column, kitchen in enumerate(MODES)
        ]  # fmt: skip
        doors = Button(kit, (x + 16, y + DOORS_Y, WIDTH - 32, 40), "Open the doors", begin)
        again = Button(kit, (x + 16, y + NEVER_Y, 170, 27), "Never ask me again", never, size=14)
        self.page = Page(kit, [doors, *cells, again])
        self._paper = self._bake()

    @property
    def on_cell(self) -> bool:
        """Whether a key would press something else than the doors."""
        return self.page.ring and self.page.focus != 0

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        stage = self._kit.stage
        area = stage.rect(*self.box)
        cast(canvas, area.move(0, stage.px(3)), stage.px(4), stage.px(12), 0.6)
        canvas.blit(self._paper, area)
        self._tape(canvas)
        self.page.draw(canvas, wall)

    def _tape(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        tape = self._kit.stage.rect(x + w / 2 - 40, y - 8, 80, 18)
        canvas.blit(paint.box(tape.size, 0, TAPE), tape)

    def _bake(self) -> pygame.Surface:
        kit, stage = self._kit, self._kit.stage
        paper = paint.box(stage.rect(*self.box).size, stage.px(4), p.PAPER, p.PAPER_D,
                          stage.line(1)).copy()  # fmt: skip
        kit.put(paper, kit.type.display("Your bet", 23, p.INK), 16, TITLE_Y)
        room = WIDTH - 16 - 16 - kit.type.width("Your bet", 23, "display") - 14
        told, size = kit.type.told(CHEFS, 13, room, weight="medium", least=0.7)
        ink = kit.type.ui(told, size, p.PAPER_MUTED, "medium")
        kit.put(paper, ink, WIDTH - 16, TITLE_Y + 2, "midright")
        self._heads(paper)
        for row, stake in enumerate(self._stakes):
            y = ROWS_Y + ROW * row
            words, size = kit.type.told((QUESTIONS[stake],), 14, WIDTH - 32, weight="semibold",
                                        least=0.7)  # fmt: skip
            kit.put(paper, kit.type.ui(words, size, p.INK), 16, y + ASKED)
            sign = kit.art.get(SIGNS[stake], height=30)
            kit.put(paper, sign, LEFT / 2 + 4, y + 2 * ASKED + CELL[1] / 2, "center")
        room = WIDTH - 16 - 16 - 170 - 10
        words, size = kit.type.told(("Settings bring it back.", "See Settings"), 13, room,
                                    weight="medium", least=0.7)  # fmt: skip
        note = kit.type.ui(words, size, p.PAPER_MUTED, "medium")
        kit.put(paper, note, WIDTH - 16, NEVER_Y + 12, "midright")
        return paper

    def _heads(self, paper: pygame.Surface) -> None:
        """Sign and name of each kitchen above its places, and what its chefs do."""
        kit, stage = self._kit, self._kit.stage
        names = [mode.capitalize() for mode in MODES]
        size = kit.type.one_size(NAME_SIZES, ["Concurrent"], PITCH - 2)
        small = kit.type.one_size(NAME_SIZES[1:], [way(mode) for mode in MODES], PITCH - 6)
        for column, mode in enumerate(MODES):
            x = LEFT + PITCH * column + CELL[0] / 2
            ground = stage.rect(x - ICON[0] / 2, HEADS_Y - ICON[1] / 2, *ICON)
            paper.blit(paint.box(ground.size, stage.px(7), p.PLUM), ground)
            kit.put(paper, kit.art.get(f"mode_{mode}", 25), x, HEADS_Y, "center")
            kit.put(paper, kit.type.ui(names[column], size, p.INK), x, NAMES_Y, "center")
            kit.put(paper, kit.type.ui(way(mode), small, p.PAPER_MUTED), x, WAYS_Y, "center")
