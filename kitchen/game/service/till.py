"""The till: when the last guest has gone, what came in is counted, line by line, and the chef sees.

Any key ends it. The results follow.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.english import counted
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, in_out_cubic, out_back
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.input.bindings import MODIFIERS
from kitchen.game.input.intents import Intent
from kitchen.game.results.chef import pose
from kitchen.game.results.standings import Standings
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.game.signs.layout import layout_of

SECONDS = 1.8
"""Of wall time that it takes."""

RISE, LINE_AT, LINE_EACH, COUNT_AT, COUNT = 0.22, 0.2, 0.18, 0.7, 0.6
WIDTH, HEIGHT, PAD = 336.0, 186.0, 26.0  # logical px
FIRST_Y, ROW, RULE_Y, TOTAL_Y = 36.0, 27.0, 114.0, 147.0
DROP = 40.0
CHEF_H, CHEF_X, CHEF_SEEN, HOP = 150.0, 84.0, 0.62, 7.0
"""How much of the chef looks over the card, and how high a glad one jumps."""
GO_ON = (Intent.HELP, Intent.FULLSCREEN, Intent.MUTE)


class Till(Overlay):
    """The till of the kitchen that is shown in ``standings``."""

    modal = False

    def __init__(self, screen: Screen, standings: Standings) -> None:
        super().__init__(screen)
        self._standings = standings
        self._opened: float | None = None

    @property
    def lines(self) -> Sequence[tuple[str, float]]:
        """What came in and what went out, in words and dollars."""
        result = self._standings.own.result
        served = f"{counted(result.served, 'dish', 'dishes')} served"
        return (
            (served[0].upper() + served[1:], result.revenue - result.tips),
            ("Tips", result.tips),
            ("Wages", -result.wages),
        )

    def build(self, kit: Kit) -> None:
        self._kit = kit = kit.on(ON_PAPER).grown()
        x, y, w, h = layout_of(kit.stage).scene
        self.box = (x + (w - WIDTH) / 2, y + h / 2 - HEIGHT / 2 + 20.0, WIDTH, HEIGHT)
        size = kit.stage.rect(*self.box).size
        self._paper = paint.box(size, kit.stage.px(16), p.WHITE, p.PAPER_D, kit.stage.line(3),
                                p.PAPER)  # fmt: skip
        self._shadow = paint.shadow(size, kit.stage.px(16), kit.stage.px(12), 0.7)

    def handle(self, event: pygame.event.Event) -> bool:
        pressed = event.type in (pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN)
        pressed = pressed or (event.type == pygame.KEYDOWN and event.key not in MODIFIERS)
        if not pressed or self.game.bindings.in_menu(event) in GO_ON:
            return False
        self.close()
        return True

    def at_rest(self) -> bool:
        return False

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        if self._opened is None:
            self._opened = wall
        age = wall - self._opened
        if age >= SECONDS:
            self.close()
        kit, (x, y, _, _) = self._kit, self.box
        y += Tween(DROP, 0.0, RISE, out_back).at(age)
        self._chef(canvas, y, age)
        blur = kit.stage.px(12)
        corner = kit.stage.px(x), kit.stage.px(y)
        canvas.blit(self._shadow, (corner[0] - 2 * blur, corner[1] - 2 * blur))
        canvas.blit(self._paper, corner)
        for index, (words, dollars) in enumerate(self.lines):
            if age >= LINE_AT + index * LINE_EACH:
                self._line(canvas, y + FIRST_Y + index * ROW, words, dollars)
        rule = kit.stage.rect(x + PAD, y + RULE_Y, WIDTH - 2 * PAD, 2)
        canvas.fill(p.PAPER_D, rule)
        self._total(canvas, y + TOTAL_Y, age)

    def _chef(self, canvas: pygame.Surface, y: float, age: float) -> None:
        """Waits for the sum, and then shows what it is worth."""
        told = age >= COUNT_AT + COUNT
        name = pose(self._standings) if told else "chef_idle"
        picture = self._kit.art.get(name, height=CHEF_H, drop=("bun",))
        since = age - COUNT_AT - COUNT
        hop = HOP * max(0.0, 1.0 - abs(since / 0.12 - 1.0)) if name == "chef_cheer" else 0.0
        top = y - CHEF_H * CHEF_SEEN - hop
        self._kit.put(canvas, picture, self.box[0] + CHEF_X, top, "midtop")

    def _line(self, canvas: pygame.Surface, y: float, words: str, dollars: float) -> None:
        kit, x = self._kit, self.box[0]
        amount = kit.type.ui(fmt.money(dollars * 100.0), 16, p.INK, "bold")
        right = x + WIDTH - PAD
        room = WIDTH - 2 * PAD - amount.get_width() / kit.stage.k - 12.0
        words, size = kit.type.told((words,), 16, room)
        kit.put(canvas, kit.type.ui(words, size, p.PAPER_MUTED), x + PAD, y)
        kit.put(canvas, amount, right, y, "midright")

    def _total(self, canvas: pygame.Surface, y: float, age: float) -> None:
        kit, x = self._kit, self.box[0]
        cents = self._standings.own.result.profit * 100.0
        shown = Tween(0.0, cents, COUNT, in_out_cubic).at(age - COUNT_AT)
        colour = p.MINT_PAPER if cents >= 0.0 else p.RED_PAPER
        sum_ = kit.type.display(fmt.money(shown), 28, colour)
        coin = kit.art.get("coin", 30)
        right = x + WIDTH - PAD
        kit.put(canvas, sum_, right, y, "midright")
        kit.put(canvas, coin, x + PAD, y)
        room = WIDTH - 2 * PAD - sum_.get_width() / kit.stage.k - 50.0
        words, size = kit.type.told(("In the till", "Till"), 18, room, weight="bold")
        kit.put(canvas, kit.type.ui(words, size, p.INK, "bold"), x + PAD + 40.0, y)
