"""The lens: the chosen dish line by line, where the loop panel stands otherwise."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.slate import Slate
from kitchen.game.input.actions import Action
from kitchen.game.service.lens.costbar import NAMES, SHORT, CostBar, tone
from kitchen.game.service.lens.graphbox import GraphBox
from kitchen.game.service.lens.lensplan import LensPlan, lens_plan
from kitchen.game.service.lens.linerows import DishLines, dish_lines
from kitchen.game.service.lens.sourcebox import SourceBox
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import order_state
from kitchen.game.signs.subjects import SourceLine, Spot, Subject, Thing
from kitchen.game.signs.tables import figure
from kitchen.game.signs.vessels import icon
from kitchen.lab.insight import DishInsight
from kitchen.runs.linecosts import Cost
from kitchen.runs.spells import TIME_KINDS, Call, Stack

ICON, BADGE = 26.0, 26.0  # logical px
TITLE, LEGEND, LEAST_LEGEND = 23.0, 14.0, 12.0
SWATCH, SWATCH_GAP, LEGEND_GAP = 18.0, 6.0, 14.0
CRUMB = 12.0
NOTHING = "No order has come in yet."
BLIND = "Told from facts: this recipe cannot be cooked twice."


class LensPanel:
    """Draws it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        layout = layout_of(kit.stage)
        self._plan: LensPlan = lens_plan(layout)
        self._source = SourceBox(kit, self._plan.source)
        self._bar, self._badges = CostBar(kit), Badges(kit)
        self._graph = GraphBox(kit, self._plan.graph)
        column = self._column = kit.stage.rect(*layout.column)
        self._slate = Slate(self._bake(column), column.topleft)
        self._lines: tuple[object, DishLines | None] = (None, None)
        self._dish: DishInsight | None = None

    def reset(self) -> None:
        """Another kitchen is looked at."""
        self._source.reset()

    def scroll(self, pos: Pos, lines: float) -> bool:
        """The wheel was turned there; whether that is for it."""
        return self._source.scroll(pos, lines)

    def reveal(self, line: SourceLine) -> None:
        """That line is pointed at with keys."""
        self._source.reveal(line)

    def spots(self) -> list[Spot[Subject]]:
        """What can be pointed at: lines, and what the kinds of time are."""
        x, y, w, h = self._plan.legend
        found = self._source.spots() if self._dish is not None else []
        return [*found, Spot((x, y, w, h), Thing("line costs")), *self._graph.spots()]

    def target(self, pos: Pos) -> Action | None:
        """What a click there asks for."""
        return self._graph.target(pos)

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self._slate.lay(surface)
        self._slate.part(
            surface, "graph", self._kit.stage.rect(*self._plan.graph), self._graph.follow(moment),
            lambda canvas: self._graph.draw(canvas, moment),
        )  # fmt: skip
        dish = self._dish = moment.dish
        if dish is None:
            self._slate.part(surface, "lines", self._face, None, self._nothing)
            return
        grains = moment.now if moment.still else moment.now // moment.grain
        when = (dish.order, len(dish.spells), grains, moment.attention, dish.blind)
        if self._lines[0] != when:
            lines = dish_lines(dish, moment.now)
            self._lines = when, lines
            self._source.follow(lines, dish, moment)
        key = when, self._source.top
        self._slate.part(
            surface, "lines", self._face, key, lambda canvas: self._draw(canvas, dish, moment)
        )

    @property
    def _face(self) -> pygame.Rect:
        return self._kit.stage.rect(*self._plan.face)

    def _draw(self, surface: pygame.Surface, dish: DishInsight, moment: Moment) -> None:
        lines = self._lines[1]
        assert lines is not None
        self._title(surface, dish, moment)
        self._legend(surface, lines.total, moment.grain)
        self._source.draw(surface, dish, moment)
        self._foot(surface, lines, dish)

    def _nothing(self, surface: pygame.Surface) -> None:
        x, y, _, _ = self._plan.title
        self._kit.put(surface, self._kit.type.ui(NOTHING, 14, p.LILAC, "medium"), x, y + 13)

    def _title(self, surface: pygame.Surface, dish: DishInsight, moment: Moment) -> None:
        (x, y, w, h), order = self._plan.title, moment.view.orders[dish.order]
        middle = y + h / 2
        art = self._kit.art.get(icon(order.dish), ICON, ICON)
        self._kit.put(surface, art, x + ICON / 2, middle, "center")
        badge = self._badges.get(figure(order), order_state(order), BADGE)
        self._kit.put(surface, badge, x + ICON + 8, middle)
        begins = x + ICON + BADGE + 16
        room, name = x + w - begins, order.title.rstrip(".")
        words = (f"{name}, line by line", name)
        told, size = self._kit.type.told(words, TITLE, room, "display")
        self._kit.put(surface, self._kit.type.display(told, size, p.CREAM), begins, middle)

    def _legend(self, surface: pygame.Surface, total: Cost, grain: float) -> None:
        """What the kinds of time are, and how much of each there was."""
        x, y, w, h = self._plan.legend
        kinds = [kind for kind in TIME_KINDS if kind in ("hands", "chef", "fire") or total.of(kind)]
        figures = {kind: fmt.duration(total.of(kind), grain) for kind in kinds}
        for names, size in ((NAMES, LEGEND), (SHORT, LEGEND), (SHORT, LEAST_LEGEND)):
            width = self._kit.type.width
            told = sum(
                SWATCH + 2 * SWATCH_GAP + width(names[kind], size, weight="medium")
                + width(figures[kind], size, weight="bold") for kind in kinds
            )  # fmt: skip
            gap = (w - told) / max(1, len(kinds) - 1)
            if gap >= SWATCH_GAP:
                break
        gap, middle = min(gap, LEGEND_GAP), y + h / 2
        for kind in kinds:
            self._bar.piece(surface, kind, x, middle, SWATCH)
            x += SWATCH + SWATCH_GAP
            for words, colour, weight in (
                (names[kind], p.LILAC, "medium"), (figures[kind], tone(kind), "bold"),
            ):  # fmt: skip
                drawn = self._kit.type.ui(words, size, colour, weight)
                self._kit.put(surface, drawn, x, middle)
                x += drawn.get_width() / self._kit.stage.k + SWATCH_GAP
            x += gap - SWATCH_GAP

    def _foot(self, surface: pygame.Surface, lines: DishLines, dish: DishInsight) -> None:
        """Where calls have led to, if that is more than the recipe; or that facts alone tell."""
        x, y, w, h = self._plan.foot
        if len(lines.stack) > 1:
            text = self._kit.type.code(self._crumbs(lines.stack, dish, w), CRUMB, p.RED_TEXT)
            self._kit.put(surface, text, x, y + h / 2)
        elif dish.blind:
            text = self._kit.type.ui(BLIND, 12, p.LILAC, "medium")
            self._kit.put(surface, text, x, y + h / 2)

    def _crumbs(self, stack: Stack, dish: DishInsight, room: float) -> str:
        """``steak 9 › sear 2``: from where to where calls have led, outermost first."""
        kind, names = self._kit.type, [_crumb(call, dish) for call in stack]
        words = " › ".join(names)
        while len(names) > 2 and kind.width(words, CRUMB, "code", "medium") > room:
            del names[1]
            words = " › ".join([names[0], "…", *names[1:]])
        return kind.elide(words, CRUMB, room, "code", "medium")

    def _bake(self, column: pygame.Rect) -> pygame.Surface:
        """The column behind it, opaque, and the panel's face with its shadow."""
        s = self._kit.stage
        bed = pygame.Surface(column.size)
        bed.fill(p.AUBERGINE)
        radius, blur = s.px(14), max(1, s.px(4))
        for box in (self._plan.panel, self._plan.graph):
            panel = s.rect(*box).move(-column.x, -column.y)
            shade = paint.shadow(panel.size, radius, blur, 0.45)
            bed.blit(shade, (panel.x - 2 * blur, panel.y - 2 * blur + s.px(2)))
            bed.blit(paint.panel(panel.size, radius, s.line(1)), panel)
        return bed


def _crumb(call: Call, dish: DishInsight) -> str:
    """A function and the number of its line, as its listing has it."""
    found = (listing for listing in dish.listings if listing.has(call.file, call.line))
    first = next((listing.first for listing in found), call.first)
    return f"{call.function} {call.line - first + 1}"
