"""The recipe book: every dish of the shift, its hands and fires, and its source with notes, to be
read in mid-shift too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

import pygame

from kitchen.game.cards.recipepage import RecipePage
from kitchen.game.controls.button import Button
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
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.recipe import Recipe

TAB_H, TABS = 42.0, 12  # logical px of a dish's tab, and how many show at once
LIST_W = 206.0
PIPS_H = 20.0
WHEEL_ROWS, PAGE_ROWS = 3, 12


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
    dish; the wheel, and the keys that turn pages, scroll."""

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
        self.top = 0.0
        """The first row of the page in view."""
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
        close = Button(kit, (x + w - 124, y + 22, 100, 42), "Close", self.close, size=17)
        self.spread = RecipePage(kit, self._room(), self._sources[self.recipe.name], self._plan())
        return [*tabs, close]

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

    def handle(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEWHEEL:
            self.scroll(-event.y * WHEEL_ROWS)
            return True
        intent = self.game.bindings.in_menu(event)
        on_tab = isinstance(self.page.focused, Tab)
        if intent in (Intent.UP, Intent.DOWN) and on_tab:
            self.page.ring = True
            self.turn_to(self.chosen + STEPS[intent][1])
            return True
        if pages := self._pages(event, intent):
            self.scroll(pages * PAGE_ROWS)
            return True
        return super().handle(event)

    def _pages(self, event: pygame.event.Event, intent: Intent | None) -> int:
        """As in the cookbook, the shoulders of a gamepad turn pages."""
        pad = event.type == pygame.CONTROLLERBUTTONDOWN
        if intent is Intent.NEXT_PAGE or (pad and intent is Intent.NEXT):
            return 1
        return -int(intent is Intent.PREVIOUS_PAGE or (pad and intent is Intent.PREVIOUS))

    def scroll(self, rows: float) -> None:
        """So many rows down the page, as far as it goes."""
        self.top = max(0.0, min(self.spread.furthest, self.top + rows))

    # -- the page ------------------------------------------------------------------------------

    def _room(self) -> Box:
        """Where the source stands."""
        x, y, w, h = self.box
        return x + LIST_W + 44, y + 176, w - LIST_W - 66, h - 198

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        left, kit, recipe = x + LIST_W + 44, self.kit, self.recipe
        kit.put(canvas, kit.art.get(icon(recipe.name), height=56), left + 34, y + 108, "center")
        title = kit.type.elide(recipe.title.rstrip("."), 24, w - LIST_W - 170, face="display")
        kit.put(canvas, kit.type.display(title, 24, palette.INK), left + 78, y + 96)
        words = [fmt.money(recipe.cents)]
        if recipe.patience is not None:
            words.append(f"guests wait {fmt.duration(recipe.patience)}")
        line = kit.type.ui(", ".join(words), 15, palette.PAPER_MUTED)
        kit.put(canvas, line, left + 78, y + 122)
        self._steps(canvas, (left, y + 140, w - LIST_W - 66, PIPS_H))
        self._source(canvas)
        self._how_to_scroll(canvas)

    def _how_to_scroll(self, canvas: pygame.Surface) -> None:
        """Beside the button, where there is more of it than is seen."""
        if self.spread.furthest:
            named = self.game.bindings.named
            keys = [key for i in (Intent.PREVIOUS_PAGE, Intent.NEXT_PAGE) if (key := named(i))]
            words = f"The wheel{', or ' if keys else ''}{' and '.join(keys)}: more of the recipe"
            x, y, w, _ = self.box
            drawn = self.kit.type.ui(words, 14, palette.PAPER_MUTED, "medium")
            self.kit.put(canvas, drawn, x + w - 142, y + 44, "midright")

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

    def _source(self, canvas: pygame.Surface) -> None:
        if self.spread.rows:
            self.spread.draw(canvas, self.top)
            return
        stage, (x, y, w, h) = self.kit.stage, self._room()
        bed = stage.rect(x, y, w, h)
        canvas.blit(paint.box(bed.size, stage.px(10), palette.NIGHT), bed)
        words = self.kit.type.ui("This dish has no source to read.", 15, palette.LILAC)
        self.kit.put(canvas, words, x + 20, y + 30)
