"""The slip below the two bosses: a coin for each on the kitchen that will do best, and both doors
to be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.draw.shadow import over
from kitchen.game.service.hud.betslip import CELL, ICON, NAME_SIZES, BetCell
from kitchen.game.signs.bet import Bet, Stake, bet_on
from kitchen.game.title.layout import SLIP
from kitchen.game.title.note import SLIP as PAPER
from kitchen.game.title.note import SLIP_LOW, TAPE, TAPE_SHAPE
from kitchen.game.title.spread import Offer
from kitchen.sim.shift.modes import MODES

TITLE_Y, ICONS_Y, NAMES_Y, ROWS_Y, ROW = 28.0, 64.0, 90.0, 104.0, 52.0
LEFT, PITCH, DISH_X, DISH = 54.0, 67.0, 28.0, 36.0
DOORS: Box = (16.0, 212.0, 300.0, 40.0)
ASKED: dict[Stake, tuple[str, ...]] = {
    "served": ("Which kitchen serves most?", "Who serves most?"),
    "done": ("Which kitchen is done first?", "Who is done first?"),
    "earned": ("Which kitchen earns most?", "Who earns most?"),
}


class DoorCell(BetCell):
    """A coin that is laid counts when that door is opened; taken back, it is asked for there."""

    def __init__(
        self, kit: Kit, box: Box, name: str, bet: Bet, kitchen: str, bets: dict[str, Bet]
    ) -> None:
        super().__init__(kit, box, bet, bet.stakes[0], kitchen)
        self._name, self._bets = name, bets

    def press(self) -> None:
        super().press()
        if self.bet.ahead or self.bet.earned:
            self._bets[self._name] = self.bet
        else:
            self._bets.pop(self._name, None)


class DoorSlip:
    """``bets`` are those of this sitting by shift; ``begin`` opens the doors."""

    def __init__(
        self, kit: Kit, offers: Sequence[Offer], bets: dict[str, Bet],
        begin: Callable[[], object],
    ) -> None:  # fmt: skip
        self._kit = kit = kit.on(ON_PAPER)
        self._offers = offers
        x, y, _, _ = SLIP
        made = [bets.get(offer.name) or bet_on(offer.shift) for offer in offers]
        self._stake = made[0].stakes[0]
        cells = [
            DoorCell(
                kit, (x + LEFT + PITCH * column, y + ROWS_Y + ROW * row, *CELL),
                offer.name, bet, kitchen, bets,
            )
            for row, (offer, bet) in enumerate(zip(offers, made, strict=True))
            for column, kitchen in enumerate(MODES)
        ]  # fmt: skip
        dx, dy, w, h = DOORS
        doors = Button(kit, (x + dx, y + dy, w, h), "Open both doors", begin, size=18)
        self.controls: list[Control] = [*cells, doors]
        self._paper = self._bake()

    def draw(self, canvas: pygame.Surface) -> None:
        """The paper, without its places and its button."""
        x, y, w, h = SLIP
        middle = self._kit.stage.px(x + w / 2), self._kit.stage.px(y + h / 2)
        at = self._paper.get_rect(center=middle)
        canvas.blit(self._paper, at, None, pygame.BLEND_PREMULTIPLIED)

    def show(self, canvas: pygame.Surface, wall: float) -> None:
        """Its places and its button, nothing touched."""
        for control in self.controls:
            control.draw(canvas, Touch(wall))

    def _bake(self) -> pygame.Surface:
        kit, stage = self._kit, self._kit.stage
        size, blur = stage.rect(0, 0, *SLIP[2:]).size, stage.px(5)
        slip = paint.box(size, stage.px(4), PAPER, None, 1, SLIP_LOW).copy()
        kit.put(slip, kit.type.display("Your bet", 21, p.INK), 17, TITLE_Y)
        room = SLIP[2] - 33 - kit.type.width("Your bet", 21, "display") - 14
        told, small = kit.type.told_at((14, 13, 12), ASKED[self._stake], room)
        ink = kit.type.ui(told, small, p.PAPER_MUTED)
        kit.put(slip, ink, SLIP[2] - 16, TITLE_Y + 1, "midright")
        self._heads(slip)
        for row, offer in enumerate(self._offers):
            y = ROWS_Y + ROW * row + CELL[1] / 2
            kit.put(slip, kit.art.get(offer.dishes[0], height=DISH), DISH_X, y, "center")
        made = over(paint.shadow(size, stage.px(4), blur, 0.24), slip)
        tape = paint.polygon(stage.rect(0, 0, 78, 21).size, TAPE_SHAPE, (*TAPE, 205))
        place = tape.get_rect(center=(made.get_width() // 2, 2 * blur + stage.px(1)))
        made.blit(tape.premul_alpha(), place, None, pygame.BLEND_PREMULTIPLIED)
        return made

    def _heads(self, slip: pygame.Surface) -> None:
        """Sign and name of each kitchen above its places."""
        kit, stage = self._kit, self._kit.stage
        names = [mode.capitalize() for mode in MODES]
        size = kit.type.one_size(NAME_SIZES, ["Concurrent"], PITCH - 2)
        for column, mode in enumerate(MODES):
            x = LEFT + PITCH * column + CELL[0] / 2
            ground = stage.rect(x - ICON[0] / 2, ICONS_Y - ICON[1] / 2, *ICON)
            slip.blit(paint.box(ground.size, stage.px(7), p.PLUM), ground)
            kit.put(slip, kit.art.get(f"mode_{mode}", 25), x, ICONS_Y, "center")
            kit.put(slip, kit.type.ui(names[column], size, p.INK), x, NAMES_Y, "center")
