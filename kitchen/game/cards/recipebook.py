"""The recipe book: every dish of the shift with its source, readable in mid-shift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.moment import Source
from kitchen.game.signs.proportions import draw_pips, pips, planned
from kitchen.game.signs.sheet import PITCH, Sheet, SheetMaker
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.recipe import Recipe

TAB_H, TABS = 42.0, 12  # logical px of a dish's tab, and how many show at once
LIST_W = 262.0
CODE_W, CODE_LINES = 760.0, 23
PIPS_H = 20.0
WHEEL_LINES = 3


class Tab(Button):
    """A dish in the list; the open one is marked by a bar and by its ground."""

    radius = 9.0
    open = False

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, kit = self.kit.stage, self.kit
        x, y, w, h = self.box
        if self.open or touch.hovered:
            area = stage.rect(*self.box)
            ground = palette.mix(palette.PAPER, palette.SAFFRON, 0.45 if self.open else 0.15)
            canvas.blit(paint.box(area.size, stage.px(self.radius), ground), area)
        if self.open:
            bar = stage.rect(x, y + 8, 5, h - 16)
            canvas.blit(paint.box(bar.size, stage.px(2), palette.TOMATO), bar)
        kit.put(canvas, kit.art.get(self.icon, height=30), x + 32, y + h / 2, "center")
        words = kit.type.elide(self.words, 15, w - 66)
        kit.put(canvas, kit.type.ui(words, 15, palette.INK), x + 58, y + h / 2)


class RecipeBook(CardOverlay):
    """``recipes`` by name, and their ``sources`` as this kitchen cooks them. Up and down choose a
    dish, left and right the way it is shown."""

    box: Box = (70.0, 36.0, 1140.0, 648.0)
    title = "Recipe book"

    def __init__(
        self,
        screen: Screen,
        recipes: Mapping[str, Recipe],
        sources: Mapping[str, Source],
        chosen: str = "",
        plans: Mapping[str, tuple[PlanStep, ...]] | None = None,
    ) -> None:
        super().__init__(screen)
        self._sources, self._plans = sources, plans or {}
        self.recipes = list(recipes.values())
        names = [recipe.name for recipe in self.recipes]
        self.chosen = names.index(chosen) if chosen in names else 0
        self.form = "async"
        self.top = 0.0
        """The first line of source in view."""
        self.start = self.chosen

    @property
    def recipe(self) -> Recipe:
        return self.recipes[self.chosen]

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, _ = self.box
        self._first = max(0, min(self.chosen - TABS // 2, len(self.recipes) - TABS))
        shown = self.recipes[self._first : self._first + TABS]
        tabs: list[Control] = [
            self._tab(kit, self._first + row, (x + 20, y + 80 + row * (TAB_H + 2), LIST_W, TAB_H))
            for row in range(len(shown))
        ]
        forms = [("async", "Asynchronous"), ("sync", "Synchronous")]
        choice = Choice(
            kit, (x + w - 470, y + 24, 330, 40), "", self.form, forms, self._show_as, 0.0
        )
        close = Button(kit, (x + w - 124, y + 22, 100, 42), "Close", self.close, size=17)
        self._sheet: Sheet | None = None
        return [*tabs, choice, close]

    def _tab(self, kit: Kit, index: int, box: Box) -> Tab:
        recipe = self.recipes[index]
        title = short_title(recipe.title, lambda t: kit.type.width(t, 15) <= LIST_W - 66)
        tab = Tab(kit, box, title, lambda: self.turn_to(index), icon=icon(recipe.name))
        tab.open = index == self.chosen
        return tab

    def turn_to(self, index: int) -> None:
        """Show the dish of that place in the list."""
        self.chosen = max(0, min(len(self.recipes) - 1, index))
        self.top = 0.0
        self.rebuild()
        self.page.focus = self.chosen - self._first

    def _show_as(self, form: str) -> None:
        self.form = form
        self._sheet = None

    def handle(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEWHEEL:
            self._scroll(-event.y * WHEEL_LINES)
            return True
        intent = self.game.bindings.in_menu(event)
        on_tab = isinstance(self.page.focused, Tab)
        if intent in (Intent.UP, Intent.DOWN) and on_tab:
            self.page.ring = True
            self.turn_to(self.chosen + STEPS[intent][1])
            return True
        return super().handle(event)

    def _scroll(self, lines: float) -> None:
        most = max(0, len(self.sheet().ends) - CODE_LINES)
        self.top = max(0.0, min(most, self.top + lines))

    # -- the page ------------------------------------------------------------------------------

    def sheet(self) -> Sheet:
        """The source of the open dish as one picture."""
        if self._sheet is None:
            recipe = self.recipe
            maker = SheetMaker(self.kit, CODE_W)
            self._sheet = maker.make(self._sources[recipe.name], self.form == "sync")
        return self._sheet

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, h = self.box
        left, kit, recipe = x + LIST_W + 44, self.kit, self.recipe
        kit.put(canvas, kit.art.get(icon(recipe.name), height=56), left + 34, y + 108, "center")
        title = kit.type.elide(recipe.title.rstrip("."), 24, w - LIST_W - 170, face="display")
        kit.put(canvas, kit.type.display(title, 24, palette.INK), left + 78, y + 96)
        words = [fmt.money(recipe.cents)]
        if recipe.patience is not None:
            words.append(f"customers wait {fmt.duration(recipe.patience)}")
        line = kit.type.ui(", ".join(words), 15, palette.PAPER_MUTED)
        kit.put(canvas, line, left + 78, y + 122)
        self._steps(canvas, (left, y + 142, w - LIST_W - 66, PIPS_H))
        self._code(canvas, (left, y + 182, w - LIST_W - 66, h - 206))

    def _steps(self, canvas: pygame.Surface, box: Box) -> None:
        """Hands and fire in their true proportions, and how much of each there is."""
        kit, plan, (x, y, w, h) = self.kit, self._plan(), box
        if not plan:
            return
        hands = fsum(step.seconds for step in plan if step.kind == "hands")
        fire = fsum(step.seconds for step in plan if step.kind == "timer")
        words = f"hands {fmt.duration(hands)}, fire {fmt.duration(fire)}"
        told, size = kit.type.told((words,), 14, w * 0.32)
        text = kit.type.ui(told, size, palette.INK)
        kit.put(canvas, text, x + w, y + h / 2, "midright")
        room = w - text.get_width() / kit.stage.k - 18.0
        draw_pips(canvas, kit, pips(plan, room), planned(plan), x, y + h / 2, h)

    def _plan(self) -> tuple[PlanStep, ...]:
        """How the open dish goes when it has the kitchen to itself."""
        return self._plans.get(self.recipe.name, ())

    def _code(self, canvas: pygame.Surface, box: Box) -> None:
        stage, sheet = self.kit.stage, self.sheet()
        bed = stage.rect(*box)
        canvas.blit(paint.box(bed.size, stage.px(10), palette.NIGHT), bed)
        if not sheet.rows:
            words = self.kit.type.ui("This dish has no source to read.", 15, palette.LILAC)
            self.kit.put(canvas, words, box[0] + 20, box[1] + 30)
            return
        room = stage.rect(box[0] + 10, box[1] + 12, box[2] - 20, PITCH * CODE_LINES)
        part = pygame.Rect(0, stage.px(self.top * PITCH), room.width, room.height)
        canvas.blit(sheet.picture, room, part)
        if len(sheet.ends) > CODE_LINES:
            self._scrollbar(canvas, box, len(sheet.ends))

    def _scrollbar(self, canvas: pygame.Surface, box: Box, lines: int) -> None:
        stage = self.kit.stage
        track = box[3] - 16
        thumb = track * CODE_LINES / lines
        top = box[1] + 8 + (track - thumb) * self.top / max(1, lines - CODE_LINES)
        area = stage.rect(box[0] + box[2] - 10, top, 5, thumb)
        canvas.blit(paint.pill(area.size, palette.MAUVE), area)
