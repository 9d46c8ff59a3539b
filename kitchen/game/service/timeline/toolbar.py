"""The timeline's tools: steps back and on, bookmarks, and taking over, in the row of its head."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import (
    Action,
    GoTo,
    Mark,
    Step,
    TakeOver,
    ToPresent,
    ToStart,
)
from kitchen.game.service.timeline.timelinebed import Ground
from kitchen.game.signs.bookmark import Bookmark
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Marked, Spot, Subject, Thing
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.runs.stops import StepKind

HIGH, KEY, GAP, PAD = 24.0, 26.0, 6.0, 8.0  # logical px
UP = 2.0  # by so much they stand higher than the title's line
SIZE, SMALL, QUIET = 14.0, 13.0, 20.0
DISH, WORDS = 96.0, 84.0  # how wide a dish's name, and what a bookmark says, are at most
PICTURE = 15.0
NEAR = 0.5  # seconds of kitchen time: nearer to a bookmark is at it
TAKE_OVER = "Take over from here"
BACK = ((1.0, 0.0), (0.0, 0.5), (1.0, 1.0))
ON = ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0))
FLAG = ((0.0, 0.0), (1.0, 0.0), (0.7, 0.5), (1.0, 1.0), (0.0, 1.0))
BED: p.Colour = (0x2E, 0x20, 0x39)


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing to press."""

    box: Box
    subject: Thing | Marked
    action: Action
    words: str = ""
    mark: Bookmark | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A back and an on, and what they step by between them; ``picture`` stands before the words."""

    box: Box
    words: str
    picture: str = ""


class Tools:
    """Lays them out for a moment and draws them; knows where they were drawn last."""

    def __init__(self, kit: Kit, ground: Ground) -> None:
        self._kit, self._ground = kit, ground
        self._y = ground.head_y - UP - HIGH / 2
        self._tools: list[Tool] = []
        self._groups: list[Group] = []

    def hide(self) -> None:
        self._tools, self._groups = [], []

    def target(self, pos: Pos) -> Action | None:
        """What a click there (logical px) asks for."""
        return next((tool.action for tool in self._tools if inside(tool.box, pos)), None)

    def spots(self) -> list[Spot[Subject]]:
        return [Spot(tool.box, tool.subject) for tool in self._tools]

    # -- where they are ------------------------------------------------------------------------

    def lay(self, moment: Moment) -> None:
        """All of them: the past is looked at."""
        self.hide()
        x = self._key(self._ground.lanes_x, "to start", ToStart())
        x = self._group(x, "task", "Task")
        x = self._group(x, "turn", "Loop turn")
        x = self._group(x, "dish", *self._dish(moment))
        x = self._key(x, "to present", ToPresent())
        wide = self._kit.type.width(TAKE_OVER, 16.0, "display", "") + 4 * PAD
        right = self._ground.lanes_end - wide
        self._tools.append(Tool((right, self._y, wide, HIGH), Thing("take over"), TakeOver()))
        right -= GAP + KEY + PAD
        self._tools.append(Tool((right, self._y, KEY + 2.0, HIGH), Thing("mark"), Mark()))
        self._marks(moment, x + PAD, right - GAP)

    def lay_quietly(self, right: float) -> float:
        """The few that lead into the past, up to ``right`` (logical px); where they begin."""
        self.hide()
        few: list[tuple[str, Action, str]] = [
            ("to start", ToStart(), ""), ("task back", Step("task", -1), "Task"),
            ("turn back", Step("turn", -1), "Turn"), ("mark", Mark(), ""),
        ]  # fmt: skip
        wide = [QUIET + 4.0 + (self._kit.type.width(w, SMALL) + PAD if w else 0.0) for *_, w in few]
        x = left = right - sum(wide) - GAP * (len(few) - 1)
        y = self._ground.head_y - QUIET / 2
        for (name, action, words), w in zip(few, wide, strict=True):
            self._tools.append(Tool((x, y, w, QUIET), Thing(name), action, words))
            x += w + GAP
        return left

    def _key(self, x: float, name: str, action: Action) -> float:
        self._tools.append(Tool((x, self._y, KEY, HIGH), Thing(name), action))
        return x + KEY + GAP

    def _group(self, x: float, what: StepKind, words: str, picture: str = "") -> float:
        wide = self._kit.type.width(words, SIZE) + 2 * PAD + (PICTURE + 6.0 if picture else 0.0)
        right = x + KEY + wide
        back, on = _steps(what)
        self._groups.append(Group((x, self._y, 2 * KEY + wide, HIGH), words, picture))
        self._tools.append(Tool((x, self._y, KEY, HIGH), Thing(f"{what} back"), back))
        self._tools.append(Tool((right, self._y, KEY, HIGH), Thing(f"{what} on"), on))
        return right + KEY + GAP

    def _dish(self, moment: Moment) -> tuple[str, str]:
        """The chosen dish and its picture; where none is chosen, what is to be."""
        view = moment.later if moment.later is not None else moment.view
        order = view.orders.get(moment.chosen) if moment.chosen is not None else None
        if order is None:
            return "A dish", ""

        def fits(name: str) -> bool:
            return self._kit.type.width(name, SIZE) <= DISH

        name = self._kit.type.elide(short_title(order.title, fits, view.menu), SIZE, DISH)
        return f"{figure(order)} {name}", icon(order.dish)

    def _marks(self, moment: Moment, left: float, right: float) -> None:
        """As many bookmarks as have room, the nearest ones."""
        room, chosen = right - left, []
        for mark in sorted(moment.bookmarks, key=lambda mark: abs(mark.time - moment.now)):
            room -= self._wide(mark, moment.grain) + GAP
            if room < 0.0:
                break
            chosen.append(mark)
        for mark in sorted(chosen, key=lambda mark: mark.time):
            box = (left, self._y, self._wide(mark, moment.grain), HIGH)
            self._tools.append(Tool(box, Marked(mark.time), GoTo(mark.time), mark=mark))
            left += box[2] + GAP

    def _wide(self, mark: Bookmark, grain: float) -> float:
        kit, at = self._kit, fmt.clock(mark.time, grain)
        words = kit.type.elide(mark.words, SMALL, WORDS, weight="medium")
        wide = kit.type.width(words, SMALL, weight="medium") + 5.0 if words else 0.0
        return 3 * PAD + 15.0 + kit.type.width(at, SMALL, "code", "semibold") + wide

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        for group in self._groups:
            self._draw_group(surface, group)
        for tool in self._tools:
            if tool.mark is not None:
                self._draw_mark(surface, tool, tool.mark, moment)
            elif isinstance(tool.action, TakeOver):
                self._draw_take_over(surface, tool, moment)
            else:
                self._draw_key(surface, tool, moment)

    def _draw_group(self, surface: pygame.Surface, group: Group) -> None:
        kit, stage, (x, y, _, h) = self._kit, self._kit.stage, group.box
        area = stage.rect(*group.box)
        surface.blit(paint.box(area.size, stage.px(8), BED, paint.PANEL_EDGE, stage.line(1)), area)
        left = x + KEY + PAD
        if group.picture:
            picture = kit.art.get(group.picture, PICTURE, PICTURE)
            kit.put(surface, picture, left + PICTURE / 2, y + h / 2, "center")
            left += PICTURE + 6.0
        kit.put(surface, kit.type.ui(group.words, SIZE, p.CREAM), left, y + h / 2)

    def _face(
        self, surface: pygame.Surface, box: Box, moment: Moment, *,
        fill: tuple[p.Colour, p.Colour] = (paint.CONTROL_TOP, paint.CONTROL_BOTTOM),
        edge: p.Colour = p.MAUVE,
    ) -> float:  # fmt: skip
        """Raised; returns how far it is pressed down, in logical px."""
        stage, (x, y, w, h) = self._kit.stage, box
        over = inside(box, moment.hover)
        sunk = 1.0 if over and moment.pressed else 0.0
        top = p.mix(fill[0], p.CREAM, 0.12) if over else fill[0]
        area = stage.rect(x, y + sunk, w, h)
        face = paint.box(area.size, stage.px(8), top, edge, stage.line(1), fill[1])
        surface.blit(face, area)
        return sunk

    def _draw_key(self, surface: pygame.Surface, tool: Tool, moment: Moment) -> None:
        x, y, w, h = tool.box
        y += h / 2 + self._face(surface, tool.box, moment)
        name = tool.subject.name if isinstance(tool.subject, Thing) else ""
        if name == "mark":
            self._draw_flag(surface, x + w / 2 - 9.0, y, 13.0)
            plus = self._kit.type.ui("+", SMALL, p.CREAM, "bold")
            self._kit.put(surface, plus, x + w / 2 + 8.0, y - 2.0, "center")
            return
        middle = x + w / 2 if not tool.words else x + 12.0
        self._arrow(surface, middle, y, on=name.endswith(("on", "present")))
        if name.startswith("to "):
            side = 5.5 if name == "to present" else -5.5
            self._fill(surface, (middle + side - 1.0, y - 5.0, 2.0, 10.0))
        if tool.words:
            text = self._kit.type.ui(tool.words, SMALL, p.CREAM)
            self._kit.put(surface, text, middle + 9.0, y)

    def _arrow(self, surface: pygame.Surface, x: float, y: float, *, on: bool) -> None:
        size = self._kit.stage.px(7.0), self._kit.stage.px(10.0)
        self._kit.put(surface, paint.polygon(size, ON if on else BACK, p.CREAM), x, y, "center")

    def _fill(self, surface: pygame.Surface, box: Box) -> None:
        surface.fill(p.CREAM, self._kit.stage.rect(*box))

    def _draw_flag(self, surface: pygame.Surface, x: float, y: float, high: float) -> None:
        draw_flag(self._kit, surface, self._kit.stage.px(x), y, high)

    def _draw_take_over(self, surface: pygame.Surface, tool: Tool, moment: Moment) -> None:
        edge = p.mix(p.ACTION, p.WHITE, 0.3)
        sunk = self._face(surface, tool.box, moment, fill=(p.ACTION, p.ACTION_D), edge=edge)
        x, y, w, h = tool.box
        text = self._kit.type.display(TAKE_OVER, 16.0, p.WHITE)
        self._kit.put(surface, text, x + w / 2, y + h / 2 + sunk, "center")

    def _draw_mark(
        self, surface: pygame.Surface, tool: Tool, mark: Bookmark, moment: Moment
    ) -> None:
        """A flag, its time and what happens there; framed where the moment is that one."""
        kit, (x, y, _, h) = self._kit, tool.box
        here = abs(mark.time - moment.now) < NEAR
        fill = p.mix(BED, p.SAFFRON, 0.22 if here else 0.0)
        edge = p.SAFFRON if here else paint.PANEL_EDGE
        y += h / 2 + self._face(surface, tool.box, moment, fill=(fill, fill), edge=edge)
        self._draw_flag(surface, x + PAD, y, 12.0)
        x += 2 * PAD + 9.0
        at = kit.type.code(fmt.clock(mark.time, moment.grain), SMALL, p.CREAM, "semibold")
        kit.put(surface, at, x, y)
        words = kit.type.elide(mark.words, SMALL, WORDS, weight="medium")
        text = kit.type.ui(words, SMALL, p.CREAM if here else p.LILAC, "medium")
        kit.put(surface, text, x + at.get_width() / kit.stage.k + 5.0, y)


def draw_flag(
    kit: Kit, surface: pygame.Surface, x: int, y: float, high: float, fill: p.Colour = p.SAFFRON
) -> None:
    """On a pole at that x (device px), its middle at ``y``, and so ``high`` (logical px)."""
    stage = kit.stage
    pole = pygame.Rect(x, stage.px(y - high / 2), stage.line(1.5), stage.px(high))
    surface.fill(p.CREAM, pole)
    cloth = paint.polygon((stage.px(high * 0.75), stage.px(high * 0.66)), FLAG, fill)
    surface.blit(cloth, (pole.right, pole.top))


def _steps(what: StepKind) -> tuple[Action, Action]:
    return Step(what, -1), Step(what, 1)
