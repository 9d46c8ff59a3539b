"""The panel of rules: what the changed kitchen has, set by sliders, choices and buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.controls.row import LABEL_SIZE
from kitchen.game.controls.slider import Slider
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox import ranges
from kitchen.game.sandbox.layout import PANEL, RADIUS
from kitchen.game.sandbox.markings import UNCHANGED
from kitchen.game.sandbox.stepper import Stepper
from kitchen.lab.sandbox import Sandbox
from kitchen.sim.policy import POLICIES

LEFT, WIDTH = PANEL[0] + 8.0, PANEL[2] - 16.0
ROW_H = 33.0
PART, LARGER_PART = 0.33, 0.41
"""Of a row, for its name; with larger text."""
SEED_W = 198.0
MARK = 7.0


class Rules:
    """``change`` is told the new rules as soon as one of them is set."""

    def __init__(
        self, kit: Kit, sandbox: Sandbox, unchanged: Sandbox, change: Callable[[Sandbox], object]
    ) -> None:
        self._kit = kit
        self._change = change
        self._sandbox, self._unchanged = sandbox, unchanged
        self._part = LARGER_PART if kit.type.grown(LABEL_SIZE) > LABEL_SIZE else PART
        self._rows = {rule.name: self._row(rule) for rule in ranges.RULES}
        x, y, w, h = self._box("seed")
        fresh = Button(kit, (x + SEED_W + 2, y + 2, w - SEED_W - 12, h - 4), "New",
                       self._new_seed, size=16, hint=ranges.SEED_HINT)  # fmt: skip
        self.controls: list[Control] = [*self._rows.values(), fresh]

    # -- making --------------------------------------------------------------------------------

    def _box(self, name: str) -> Box:
        return LEFT, ranges.places()[name], WIDTH, ROW_H

    def _row(self, rule: ranges.Rule) -> Slider | Choice | Stepper:
        kit, box, value = self._kit, self._box(rule.name), rule.of(self._sandbox)

        def changed(value: Any) -> None:
            self._set(rule.put(self._sandbox, value))

        if isinstance(rule, ranges.NumberRule):
            return Slider(kit, box, rule.label, value, rule.ends, rule.step, changed, rule.words,
                          self._part, rule.hint)  # fmt: skip
        if isinstance(rule, ranges.OneOf) and len(rule.options) == 2:
            words = list(zip(rule.options, rule.words, strict=True))
            return Choice(kit, box, rule.label, value, words, changed, self._part, rule.hint)
        if isinstance(rule, ranges.OneOf):
            return Stepper(
                kit, box, rule.label, value, changed, rule.options, self._part, rule.hint
            )
        box = (box[0], box[1], SEED_W, box[3])
        part = self._part * WIDTH / SEED_W
        return Stepper(kit, box, rule.label, value, changed, (), part, rule.hint)

    # -- changing ------------------------------------------------------------------------------

    def _set(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._change(sandbox)

    def _new_seed(self) -> None:
        self._set(ranges.SEED.put(self._sandbox, ranges.next_seed(self._sandbox.seed)))
        self.follow(self._sandbox, self._unchanged)

    def follow(self, sandbox: Sandbox, unchanged: Sandbox) -> None:
        """Show these rules, and mark those that are not as in the unchanged kitchen."""
        self._sandbox, self._unchanged = sandbox, unchanged
        for rule in ranges.RULES:
            self._rows[rule.name].value = rule.of(sandbox)
        self._rows["policy"].hint = f"{sandbox.policy}: {POLICIES[sandbox.policy]}."

    @property
    def changed(self) -> list[str]:
        """The names of the rules that differ from the unchanged kitchen's."""
        return [
            rule.name for rule in ranges.RULES
            if rule.of(self._sandbox) != rule.of(self._unchanged)
        ]  # fmt: skip

    # -- pictures ------------------------------------------------------------------------------

    def bake(self, canvas: pygame.Surface) -> None:
        """The panel itself."""
        kit, stage = self._kit, self._kit.stage
        area = stage.rect(*PANEL)
        canvas.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        title = kit.type.display("Your rules", 23, palette.CREAM)
        kit.put(canvas, title, PANEL[0] + 16, PANEL[1] + 24)
        for y, words in ranges.heads():
            head = kit.type.ui(words, 13, palette.LILAC, "bold")
            kit.put(canvas, head, LEFT + 10, y)
            left = LEFT + 18 + head.get_width() / stage.k
            rule = stage.rect(left, y, LEFT + WIDTH - 10 - left, 1)
            canvas.fill(palette.PLUM_HI, (rule.x, rule.y, rule.width, stage.line(1)))

    def draw_marks(self, canvas: pygame.Surface) -> None:
        """A mark at every rule that was changed, and on its slider where it was."""
        for name in self.changed:
            row = self._rows[name]
            mark = paint.disc(self._kit.stage.px(MARK), palette.TOMATO)
            self._kit.put(canvas, mark, row.box[0] + 3, row.middle, "center")
            if isinstance(row, Slider):
                rule = next(rule for rule in ranges.RULES if rule.name == name)
                self._ghost(canvas, row, rule.of(self._unchanged))

    def _ghost(self, canvas: pygame.Surface, row: Slider, value: float) -> None:
        """Where the unchanged kitchen's knob would be."""
        stage = self._kit.stage
        x = row.place_of(value)
        ghost = paint.disc(stage.px(8), palette.NIGHT, UNCHANGED.colour, stage.line(1.5))
        self._kit.put(canvas, ghost, x, row.middle, "center")
