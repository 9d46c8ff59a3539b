"""The lens: the chosen dish line by line, where the loop panel stands otherwise."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.slate import Slate
from kitchen.game.input.actions import Action
from kitchen.game.service.lens.graphbox import GraphBox
from kitchen.game.service.lens.legend import Legend
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
from kitchen.runs.spells import Call, Stack

ICON, BADGE = 26.0, 26.0  # logical px
TITLE, FOOT = 23.0, 12.0
NOTHING = "No order has come in yet."
NO_SOURCE = "There is no source of it to read."
BLIND = "Told from facts alone: this recipe cannot be cooked twice."
SHORT_BLIND = "Told from facts alone."
INSET = 10.0


class LensPanel:
    """Draws it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        layout = layout_of(kit.stage)
        self._plan: LensPlan = lens_plan(layout)
        self._source = SourceBox(kit, self._plan.source)
        self._legend, self._badges = Legend(kit, self._plan.legend), Badges(kit)
        self._graph = GraphBox(kit, self._plan.graph)
        column = self._column = kit.stage.rect(*layout.column)
        self._slate = Slate(self._bake(column), column.topleft)
        self._lines: tuple[object, DishLines | None] = (None, None)
        self._dish: DishInsight | None = None
        self._stale = False

    def reset(self) -> None:
        """Another kitchen is looked at, or another moment."""
        self._source.reset()
        self._stale = True
        self._lines = (None, None)

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
        """While the past is scrubbed it stays as it is: to find out takes longer than a frame."""
        if self._stale and not moment.scrubs:
            self._slate.clear()
            self._stale = False
        self._slate.lay(surface)
        if moment.scrubs:
            return
        self._slate.part(
            surface, "graph", self._kit.stage.rect(*self._plan.graph), self._graph.follow(moment),
            lambda canvas: self._graph.draw(canvas, moment),
        )  # fmt: skip
        dish = self._dish = moment.dish
        if dish is None:
            self._slate.part(surface, "lines", self._face, None, self._nothing)
            return
        grains = moment.now if moment.still else moment.now // moment.grain
        when = (dish.order, id(dish.spells), len(dish.spells), grains, moment.attention)
        if self._lines[0] != when:
            lines = dish_lines(dish, moment.now)
            self._lines = when, lines
            hidden = self._plan.foot[3] if _has_foot(lines.stack, dish) else 0.0
            self._source.follow(lines, dish, moment, hidden)
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
        self._legend.draw(surface, lines.total, moment.grain)
        self._source.draw(surface, dish, moment)
        if not lines.rows:
            x, y, w, _ = self._plan.source
            words = self._kit.type.ui(NO_SOURCE, 13, p.LILAC, "medium")
            self._kit.put(surface, words, x + w / 2, y + 60, "center")
        self._foot(surface, lines.stack, dish)

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

    def _foot(self, surface: pygame.Surface, stack: Stack, dish: DishInsight) -> None:
        """Where calls have led to, if that is more than the recipe; or that facts alone tell."""
        (x, y, w, h), kind = self._plan.foot, self._kit.type
        if not _has_foot(stack, dish):
            return
        s = self._kit.stage
        area = s.rect(x, y, w, h)
        radius = s.px(10)
        surface.blit(paint.box(area.size, radius, p.PLUM_HI, corners="bottom"), area)
        room = w - 2 * INSET
        if len(stack) > 1:
            words = kind.code(self._crumbs(stack, dish, room), FOOT, p.RED_TEXT)
        else:
            told, size = kind.told((BLIND, SHORT_BLIND), FOOT + 1, room, weight="medium")
            words = kind.ui(told, size, p.LILAC, "medium")
        self._kit.put(surface, words, x + INSET, y + h / 2)

    def _crumbs(self, stack: Stack, dish: DishInsight, room: float) -> str:
        """``steak 9 › sear 2``: from where to where calls have led, outermost first."""
        kind, names = self._kit.type, [_crumb(call, dish) for call in stack]
        words = " › ".join(names)
        while len(names) > 2 and kind.width(words, FOOT, "code", "medium") > room:
            del names[1]
            words = " › ".join([names[0], "…", *names[1:]])
        return kind.elide(words, FOOT, room, "code", "medium")

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


def _has_foot(stack: Stack, dish: DishInsight) -> bool:
    """Whether there is something to say below the source."""
    return len(stack) > 1 or dish.blind


def _crumb(call: Call, dish: DishInsight) -> str:
    """A function and the number of its line, as its listing has it."""
    found = (listing for listing in dish.listings if listing.has(call.file, call.line))
    first = next((listing.first for listing in found), call.first)
    return f"{call.function} {call.line - first + 1}"
