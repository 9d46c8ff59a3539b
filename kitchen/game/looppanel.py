"""The panel on the right: what runs, who is ready, who waits. The event loop, as a picture."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from kitchen.game import format as fmt
from kitchen.game import paint, waitlist
from kitchen.game import palette as p
from kitchen.game.actions import Action
from kitchen.game.art import Art
from kitchen.game.chips import ReadyChips, line_up
from kitchen.game.codebox import HEIGHT as PLAIN_CODE_H
from kitchen.game.codebox import CodeBox
from kitchen.game.layout import layout_of
from kitchen.game.moment import Moment, Source
from kitchen.game.moved import Moved
from kitchen.game.panelwords import Heading, heading, idle_words, waits_for_pick
from kitchen.game.running import Running, busy, choose, running
from kitchen.game.stage import Stage
from kitchen.game.type import Type
from kitchen.game.vessels import icon
from kitchen.game.wagebox import WageBox
from kitchen.game.waitlist import WaitList

PANEL_X, LEFT, PAD = 884.0, 898.0, 14.0  # logical px, in the plain layout
TITLE_Y, RUNNING_Y, CODE_Y, READY_Y, CHIPS_Y = 80.0, 112.0, 126.0, 300.0, 314.0
WAITING_Y, ROWS_Y = 368.0, 382.0
STARING_TOP_Y, STARING_Y = 300.0, 368.0  # its header without and with the ready queue above it
MANY = 5  # so many chefs who stay need the room of the ready queue


class LoopPanel:
    """Draws the loop of the kitchen looked at: RUNNING, READY, and WAITING or STARING."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        layout = self._layout = layout_of(stage)
        self._moved = Moved(stage, layout.panel[0] - PANEL_X)
        self._right = PANEL_X + layout.panel[2] - PAD
        self._code = CodeBox(stage, type_, art)
        self._down = self._code.height - PLAIN_CODE_H  # what is below the code box stands lower
        self._chips = ReadyChips(stage, type_, art)
        self._list = WaitList(stage, type_, art)
        self._wages = WageBox(stage, type_, art)
        self._bed = self._bake()
        self.reset()

    def reset(self) -> None:
        """Forget what moves, for another kitchen is looked at."""
        self._code.reset()
        self._chips.reset()
        self._list.reset()
        self._chef: int | None = None
        self._has_chips = True

    def warm(self, sources: Iterable[Source]) -> None:
        """Render the sources before they are first shown: a few ms for each, at a quiet moment."""
        for source in sources:
            for stay in (False, True):
                self._code.warm(source, stay)

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a chip picks its order."""
        return self._chips.target(self._moved.pos(pos)) if self._has_chips else None

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        surface.blit(self._bed, self._stage.rect(*self._layout.column))
        surface, moment = self._moved.canvas(surface), self._moved.moment(moment)
        self._title(surface, heading(max(1, len(moment.view.chefs)), moment.attention))
        self._running(surface, moment)
        stay = moment.attention == "stay"
        self._has_chips = not (stay and len(moment.view.chefs) >= MANY)
        if self._has_chips:
            self._ready(surface, moment)
        if stay:
            self._staring(surface, moment)
            self._wages.draw(surface, moment)
        else:
            self._waiting(surface, moment)
        self._chips.draw_flights(surface, (self._right - 60, RUNNING_Y), moment.wall)

    def _title(self, surface: pygame.Surface, words: Heading) -> None:
        symbol = self._art.get(words.icon, 28, 26)
        self._put(surface, symbol, (LEFT + 14, TITLE_Y), "center")
        self._put(
            surface, self._type.display(words.title, 23, p.CREAM), (LEFT + 36, TITLE_Y), "midleft"
        )
        note = self._type.ui(words.note, 14, p.LILAC, "medium")
        self._put(surface, note, (self._right, TITLE_Y), "midright")

    def _running(self, surface: pygame.Surface, moment: Moment) -> None:
        view = moment.view
        chef = choose(view, self._chef)
        self._chef = chef.number if chef is not None else None
        now_running = running(view, chef, moment.now) if chef is not None else None
        if now_running is None:
            self._nobody(surface, moment)
            return
        blocked, hands = now_running.blocked, len(busy(view, "hands"))
        symbol = "dots" if blocked else "play"
        label = "BLOCKED" if blocked else "RUNNING"
        tone = p.SLATE if blocked else p.MINT
        self._header(surface, RUNNING_Y, symbol, label, hands if hands > 1 else 0, tone, "")
        self._dish(surface, now_running)
        source = moment.sources.get(now_running.order.dish)
        at = (LEFT, CODE_Y)
        if source is None:
            self._say(surface, [now_running.cursor.what or "no source to show"])
            return
        stay = moment.attention == "stay"
        self._code.draw(surface, at, source, stay, now_running.cursor, moment.wall)

    def _dish(self, surface: pygame.Surface, item: Running) -> None:
        """Right of RUNNING: the dish's icon, number, name and the seconds of this step."""
        x, tone = self._right, item.cursor.tone
        if item.left is not None:
            colour = p.MINT if not item.blocked else p.STEAM
            text = self._type.code(fmt.remaining(item.left), 15, colour, "semibold")
            self._put(surface, text, (x, RUNNING_Y), "midright")
        x -= 54
        name = fmt.short_title(item.order.title, lambda text: self._type.width(text, 15) <= 96)
        name = self._type.elide(name, 15, 96, weight="bold")
        text = self._type.ui(name, 15, p.CREAM, "bold")
        self._put(surface, text, (x, RUNNING_Y), "midright")
        x -= text.get_width() / self._stage.k + 6
        badge = paint.box((self._stage.px(20), self._stage.px(20)), self._stage.px(5), tone)
        self._put(surface, badge, (x, RUNNING_Y), "midright")
        number = self._type.ui(str(item.order.number), 14, p.INK, "bold")
        self._put(surface, number, (x - 10, RUNNING_Y), "center")
        dish = self._art.get(icon(item.order.dish), 19, 18)
        self._put(surface, dish, (x - 33, RUNNING_Y), "center")

    def _nobody(self, surface: pygame.Surface, moment: Moment) -> None:
        """The one chef has nothing to do: what an event loop does then."""
        self._header(surface, RUNNING_Y, "play", "RUNNING", 0, p.MAUVE, "nobody")
        self._say(surface, idle_words(moment))

    def _say(self, surface: pygame.Surface, words: list[str]) -> None:
        """A line of code and a sentence or two in the empty code box."""
        self._code.blank(surface, LEFT, CODE_Y)
        middle = ((LEFT + self._right) / 2, CODE_Y + self._code.height / 2)
        y = middle[1] - (len(words) - 1) * 12
        for index, line in enumerate(words):
            code = index == 0 and "(" in line
            text = (
                self._type.code(line, 15, p.STEAM, "semibold")
                if code
                else self._type.ui(line, 14, p.CREAM if index == 0 else p.LILAC, "medium")
            )
            self._put(surface, text, (middle[0], y + 24 * index), "center")

    def _ready(self, surface: pygame.Surface, moment: Moment) -> None:
        view, count = moment.view, len(line_up(moment))
        chef = "the chef" if len(view.chefs) == 1 else "a chef"
        note = "pick who is next" if waits_for_pick(moment) else f"next in line for {chef}"
        self._header(surface, self._down + READY_Y, "hatch", "READY", count, p.AMBER, note)
        self._chips.draw(surface, (LEFT, self._down + CHIPS_Y), moment)

    def _waiting(self, surface: pygame.Surface, moment: Moment) -> None:
        found = waitlist.waiting(moment.view, moment.now)
        more = len(found) - self._list.rows
        note = "soonest first" if more <= 0 else f"soonest first, {more} more"
        note = note if found else ""
        self._header(surface, self._down + WAITING_Y, "ring", "WAITING", len(found), p.STEAM, note)
        self._list.draw(surface, (LEFT, self._down + ROWS_Y), found, moment)
        if not found:
            words = self._type.ui("no timers run", 13, p.LILAC, "medium")
            self._put(surface, words, (LEFT + 20, self._down + ROWS_Y + 14), "midleft")

    def _staring(self, surface: pygame.Surface, moment: Moment) -> None:
        top = self._down + STARING_Y if self._has_chips else self._down + STARING_TOP_Y
        found = waitlist.staring(moment.view, moment.now)
        hidden = 0 if self._has_chips else len(line_up(moment))
        note = "paid to wait" if found else ""
        if hidden:
            note = f"{fmt.count(hidden, 'order')} without a chef"
        self._header(surface, top, "dots", "STARING", len(found), p.SLATE, note)
        rows = self._list.cell_rows - (0 if not self._has_chips else 3)
        self._list.draw_columns(surface, (LEFT, top + 14), found, moment, rows)
        if not found:
            words = self._type.ui("nobody stares at a pot", 13, p.LILAC, "medium")
            self._put(surface, words, (LEFT + 20, top + 26), "midleft")

    # -- pieces --------------------------------------------------------------------------------

    def _header(
        self,
        surface: pygame.Surface,
        y: float,
        symbol: str,
        label: str,
        count: int,
        tone: p.Colour,
        note: str,
    ) -> None:
        """A section's symbol, its name in capitals, how many, and a note at the right."""
        self._symbol(surface, symbol, (LEFT + 6, y), tone)
        text = self._type.ui(label, 14, p.CREAM, "bold", tracking=0.8)
        self._put(surface, text, (LEFT + 20, y), "midleft")
        if count:
            x = LEFT + 20 + text.get_width() / self._stage.k + 8
            digits = self._type.ui(str(count), 13, p.INK, "bold")
            width = max(self._stage.px(19), digits.get_width() + self._stage.px(11))
            badge = paint.pill((width, self._stage.px(19)), tone)
            spot = badge.get_rect(midleft=(self._stage.px(x), self._stage.px(y)))
            surface.blit(badge, spot)
            surface.blit(digits, digits.get_rect(center=spot.center))
        if note:
            words = self._type.ui(note, 13, p.LILAC, "medium")
            self._put(surface, words, (self._right, y), "midright")

    def _symbol(
        self, surface: pygame.Surface, symbol: str, at: tuple[float, float], tone: p.Colour
    ) -> None:
        s = self._stage
        if symbol == "play":
            size = (s.px(11), s.px(12))
            mark = paint.polygon(size, ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0)), tone)
        elif symbol == "hatch":
            mark = paint.hatch((s.px(12), s.px(12)), tone, p.INK, s.px(3), s.px(5))
        elif symbol == "ring":
            mark = paint.disc(s.px(12), p.PLUM, tone, s.line(3))
        else:
            for shift in (-5, 0, 5):
                self._put(surface, paint.disc(s.px(4), tone), (at[0] + shift, at[1]), "center")
            return
        self._put(surface, mark, at, "center")

    def _put(
        self, surface: pygame.Surface, picture: pygame.Surface, at: tuple[float, float], how: str
    ) -> None:
        """Draw by one of the picture's own points (center, midleft, midright), in logical px."""
        area = picture.get_rect()
        setattr(area, how, (self._stage.px(at[0]), self._stage.px(at[1])))
        surface.blit(picture, area)

    def _bake(self) -> pygame.Surface:
        """The column behind the panel, opaque, and the panel's face with its shadow."""
        s = self._stage
        column = s.rect(*self._layout.column)
        bed = pygame.Surface(column.size)
        bed.fill(p.AUBERGINE)
        panel = s.rect(*self._layout.panel).move(-column.x, -column.y)
        radius, blur = s.px(14), max(1, s.px(4))
        shade = paint.shadow(panel.size, radius, blur, 0.45)
        bed.blit(shade, (panel.x - 2 * blur, panel.y - 2 * blur + s.px(2)))
        bed.blit(paint.panel(panel.size, radius, s.line(1)), panel)
        return bed
