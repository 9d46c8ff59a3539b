"""The panel on the right: what runs, who is ready, who waits. The event loop, as a picture."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game import format as fmt
from kitchen.game import paint, waitlist
from kitchen.game import palette as p
from kitchen.game.actions import Action
from kitchen.game.art import Art
from kitchen.game.chips import ReadyChips
from kitchen.game.codebox import HEIGHT as CODE_H
from kitchen.game.codebox import WIDTH as CODE_W
from kitchen.game.codebox import CodeBox
from kitchen.game.moment import Moment
from kitchen.game.running import Running, busy, choose, running
from kitchen.game.stage import Stage
from kitchen.game.type import Type
from kitchen.game.vessels import icon
from kitchen.game.waitlist import WaitList

COLUMN = (876.0, 48.0, 404.0, 496.0)  # logical px: the panel and the gutter around it
PANEL = (884.0, 56.0, 388.0, 480.0)
LEFT, RIGHT = 898.0, 1258.0
TITLE_Y, RUNNING_Y, CODE_Y, READY_Y, CHIPS_Y = 80.0, 112.0, 126.0, 300.0, 314.0
WAITING_Y, ROWS_Y = 368.0, 382.0
STARING_TOP_Y, STARING_Y = 300.0, 368.0  # its header without and with the ready queue above it
WAGES = (898.0, 472.0, 360.0, 50.0)
MANY = 5  # so many chefs who stay need the room of the ready queue

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
WAGE_TOP: p.Colour = (0x5A, 0x21, 0x32)
WAGE_BOTTOM: p.Colour = (0x44, 0x1A, 0x2A)
WAGE_EDGE: p.Colour = (0x9C, 0x30, 0x45)


@dataclass(frozen=True, slots=True)
class Heading:
    """The panel's title, the note beside it, and its icon."""

    title: str
    note: str
    icon: str


def heading(chefs: int, attention: str) -> Heading:
    """What such a brigade is in the words of asynchronous programming."""
    word = NUMBERS[chefs] if chefs < len(NUMBERS) else str(chefs)
    if attention == "stay":
        note = f"{fmt.count(chefs, 'chef')}, {fmt.count(chefs, 'stack')}"
        return Heading(
            f"{word} {'thread' if chefs == 1 else 'threads'}",
            note,
            "mode_blocking" if chefs == 1 else "mode_parallel",
        )
    if chefs == 1:
        return Heading("The event loop", "1 chef, 1 thread", "loop")
    return Heading(f"{word} event loops", "one ready queue", "mode_hybrid")


class LoopPanel:
    """Draws the loop of the kitchen looked at: RUNNING, READY, and WAITING or STARING."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        self._code = CodeBox(stage, type_, art)
        self._chips = ReadyChips(stage, type_, art)
        self._list = WaitList(stage, type_, art)
        self._bed = self._bake()
        self.reset()

    def reset(self) -> None:
        """Forget what moves, for another kitchen is looked at."""
        self._code.reset()
        self._chips.reset()
        self._list.reset()
        self._chef: int | None = None
        self._has_chips = True

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a chip picks its order."""
        return self._chips.target(pos) if self._has_chips else None

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        surface.blit(self._bed, self._stage.rect(*COLUMN))
        self._title(surface, heading(max(1, len(moment.view.chefs)), moment.attention))
        self._running(surface, moment)
        stay = moment.attention == "stay"
        self._has_chips = not (stay and len(moment.view.chefs) >= MANY)
        if self._has_chips:
            self._ready(surface, moment)
        if stay:
            self._staring(surface, moment)
            self._wages(surface, moment)
        else:
            self._waiting(surface, moment)
        self._chips.draw_flights(surface, (RIGHT - 60, RUNNING_Y), moment.wall)

    def _title(self, surface: pygame.Surface, words: Heading) -> None:
        symbol = self._art.get(words.icon, 28, 26)
        self._put(surface, symbol, (LEFT + 14, TITLE_Y), "center")
        self._put(
            surface, self._type.display(words.title, 23, p.CREAM), (LEFT + 36, TITLE_Y), "midleft"
        )
        note = self._type.ui(words.note, 14, p.LILAC, "medium")
        self._put(surface, note, (RIGHT, TITLE_Y), "midright")

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
        x, tone = RIGHT, item.cursor.tone
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
        self._say(surface, _idle_words(moment))

    def _say(self, surface: pygame.Surface, words: list[str]) -> None:
        """A line of code and a sentence or two in the empty code box."""
        self._code.blank(surface, LEFT, CODE_Y)
        middle = (LEFT + CODE_W / 2, CODE_Y + CODE_H / 2)
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
        view, count = moment.view, len(moment.view.ready)
        chef = "the chef" if len(view.chefs) == 1 else "a chef"
        note = "pick who is next" if _waits_for_pick(moment) else f"next in line for {chef}"
        self._header(surface, READY_Y, "hatch", "READY", count, p.AMBER, note)
        self._chips.draw(surface, (LEFT, CHIPS_Y), moment)

    def _waiting(self, surface: pygame.Surface, moment: Moment) -> None:
        found = waitlist.rows(moment.view, moment.now, "waiting")
        more = len(found) - waitlist.ROWS
        note = "soonest first" if more <= 0 else f"soonest first, {more} more"
        note = note if found else ""
        self._header(surface, WAITING_Y, "ring", "WAITING", len(found), p.STEAM, note)
        self._list.draw(surface, (LEFT, ROWS_Y), found, moment)
        if not found:
            words = self._type.ui("no timers run", 13, p.LILAC, "medium")
            self._put(surface, words, (LEFT + 20, ROWS_Y + 14), "midleft")

    def _staring(self, surface: pygame.Surface, moment: Moment) -> None:
        top = STARING_Y if self._has_chips else STARING_TOP_Y
        found = waitlist.rows(moment.view, moment.now, "staring")
        hidden = 0 if self._has_chips else len(moment.view.ready)
        note = "paid to wait" if found else ""
        if hidden:
            note = f"{fmt.count(hidden, 'order')} without a chef"
        self._header(surface, top, "dots", "STARING", len(found), p.SLATE, note)
        rows = 2 if self._has_chips else waitlist.CELL_ROWS
        self._list.draw_columns(surface, (LEFT, top + 14), found, moment, rows)
        if not found:
            words = self._type.ui("nobody stares at a pot", 13, p.LILAC, "medium")
            self._put(surface, words, (LEFT + 20, top + 26), "midleft")

    def _wages(self, surface: pygame.Surface, moment: Moment) -> None:
        """What it costs that everybody stays."""
        opened, view = moment.view.opened, moment.view
        area = self._stage.rect(*WAGES)
        radius, line = self._stage.px(10), self._stage.line(1)
        surface.blit(
            paint.box(area.size, radius, WAGE_TOP, WAGE_EDGE, line, WAGE_BOTTOM), area
        )
        x, y, w, _ = WAGES
        self._put(surface, self._art.get("coin", 28), (x + 27, y + 25), "center")
        self._put(
            surface, self._type.ui("Wages so far", 13, p.LILAC, "medium"), (x + 52, y + 15),
            "midleft",
        )
        amount = self._type.display(fmt.money(view.wages(moment.now) * 100.0), 20, p.CREAM)
        self._put(surface, amount, (x + 52, y + 34), "midleft")
        if opened is None:
            return
        _, unit = fmt.rate(opened.wage)
        total, _ = fmt.rate(opened.wage * opened.chefs, unit)
        words = f"{total} {'an' if unit == 'hour' else 'a'} {unit}"
        text = self._type.ui(words, 13, p.LILAC, "medium")
        self._put(surface, text, (x + w - 14, y + 15), "midright")
        text = self._type.ui(_comparison(moment), 14, p.CREAM, "bold")
        self._put(surface, text, (x + w - 14, y + 34), "midright")

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
            self._put(surface, words, (RIGHT, y), "midright")

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
        column = s.rect(*COLUMN)
        bed = pygame.Surface(column.size)
        bed.fill(p.AUBERGINE)
        panel = s.rect(*PANEL).move(-column.x, -column.y)
        radius, blur = s.px(14), max(1, s.px(4))
        shade = paint.shadow(panel.size, radius, blur, 0.45)
        bed.blit(shade, (panel.x - 2 * blur, panel.y - 2 * blur + s.px(2)))
        bed.blit(paint.panel(panel.size, radius, s.line(1)), panel)
        return bed


def _waits_for_pick(moment: Moment) -> bool:
    """Hands are up and a chef is free: the player has to say who is next."""
    free = any(chef.state == "free" for chef in moment.view.chefs)
    return bool(moment.view.ready) and free and not moment.view.picks


def _idle_words(moment: Moment) -> list[str]:
    """A line of code and what it means, for a loop with nothing to run."""
    view = moment.view
    if view.makespan is not None:
        return ["The kitchen is closed.", f"All done after {fmt.clock(view.makespan)}."]
    if view.ready:
        return ["A chef is free.", "Who gets these hands next?"]
    lefts = [
        timer.left(moment.now) for order in view.open_orders.values() for timer in order.timers
    ]
    if lefts:
        sleep = f"select(timeout={fmt.remaining(min(lefts))})"
        return [sleep, "Nobody needs hands.", "The loop sleeps until the next timer rings."]
    if view.open_orders:
        return ["Nobody needs hands.", "Every dish waits for another."]
    return ["select()", "No orders: the loop waits for a customer."]


def _comparison(moment: Moment) -> str:
    """Many: what one chef would cost; one: what was paid for staring."""
    opened, view = moment.view.opened, moment.view
    if opened is None:
        return ""
    if opened.chefs > 1:
        return f"one chef: {fmt.rate(opened.wage)[0]}"
    idle = view.wages(moment.now) * (1.0 - view.utilisation(moment.now))
    return f"{fmt.money(idle * 100.0)} of it for staring"
