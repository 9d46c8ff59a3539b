"""The top bar: clock, shift, mode switch, money, stars, and the controls of time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween, out_cubic
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.slate import Slate
from kitchen.game.input.actions import Action, OpenMenu
from kitchen.game.service.hud.barkeys import SPEEDS, BarKeys, times_words
from kitchen.game.service.hud.losstally import LossTally
from kitchen.game.service.hud.modeswitch import SWITCH, ModeSwitch
from kitchen.game.service.hud.pastbanner import PastBanner
from kitchen.game.signs import lostwords, targets
from kitchen.game.signs.evening import Evening, doors_closed
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.offset import Offset
from kitchen.game.signs.ribbon import Ribbon, ribbon, ribbon_of
from kitchen.game.signs.ringing import WORDS
from kitchen.game.signs.subjects import Spot, Subject, Thing

MONEY_SECONDS = 0.4  # counting up what came in
COIN_SECONDS = 0.16  # the coin is larger for so long

HEIGHT = 48  # logical px; places along the bar are those of the plain layout
MIDDLE = 24
CLOCK_X = 54
DIVIDER_X, DIVIDER_HOURS_X = 140, 172
TITLE_END, GAP = 334, 3
COIN_X, MONEY_X = 840, 860
STARS_X, STAR_PITCH = 982, 20
STARS_Y, READOUT_Y, READOUT_W = 15, 35, 68
RIBBON_Y, RIBBON_H, RIBBON_W = 34, 20, 72
STARS = {"earned": "star", "so far": "star_held", "open": "star_empty", "missed": "star_empty"}
MONEY_W = 108.0
SWITCH_AREA, MONEY_AREA = (338.0, 820.0), (822.0, 974.0)
STARS_AREA = (974.0, 1280.0)
"""From where to where they are."""
EVENING_Y, EVENING_H, EVENING_BELL = 41.5, 2.5, 10.0
UNLIT = {"#FFC845": "#8B7898", "#E39A1E": "#6B5578", "#FFF0B8": "#CDBBD3", "#B9772A": "#6B5578"}


class Worth(NamedTuple):
    """The money of the shift as it is told."""

    amount: str
    debt: bool
    bump: bool
    """Something has just come in: the coin is larger."""
    gone: int
    """Cents that guests who have just left would have paid."""


class StarRow(NamedTuple):
    """How the targets stand, in a few words the first that is still to be reached; or why they do
    not count."""

    found: tuple[str, ...]
    ribbon: Ribbon | None = None
    words: str = ""


class TopBar:
    """Draws the bar across the top of the service scene and says what a click on it means."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._switch, self._keys = ModeSwitch(kit), BarKeys(kit)
        self.losses = LossTally(kit)
        wider = layout_of(kit.stage).wider
        self._middle, self._right = Offset(kit.stage, wider / 2.0), Offset(kit.stage, wider)
        self._title_end = TITLE_END + wider / 2.0
        self._past = PastBanner(kit, self._title_end)
        self._looks_back = False
        """The past was looked at when it was drawn last."""
        self._slate = Slate(self._bake())
        self._ribbons: dict[Ribbon, pygame.Surface] = {}
        self.reset()

    def reset(self) -> None:
        """Forget what moves, except the switch: it slides when another kitchen is looked at."""
        self._income: Tween | None = None
        self._income_since = 0.0
        self._keys.reset()
        self.losses.reset()
        self._slate.clear()

    def take_over(self, old: TopBar) -> None:
        """Go on where the bar of another size left off."""
        self._switch.take_over(old._switch)
        self._keys.take_over(old._keys)
        self.losses.take_over(old.losses)
        self._income, self._income_since = old._income, old._income_since

    @property
    def banner(self) -> Box:
        """Where it stands that the past is looked at, and which moment of it, in logical px."""
        return 0.0, 0.0, self._title_end, HEIGHT

    # -- clicks --------------------------------------------------------------------------------

    def target(self, pos: tuple[float, float]) -> Action | None:
        """What a click at this place (logical px) asks for."""
        if self._looks_back and (back := self._past.target(self._right.pos(pos))):
            return back
        found = self._keys.target(self._right.pos(pos))
        if self._looks_back and not isinstance(found, OpenMenu):
            found = None  # no key of time is there
        return found or self._switch.target(self._middle.pos(pos))

    def spots(self) -> list[Spot[Subject]]:
        """What can be pointed at."""
        y, h, title = 4.0, HEIGHT - 8.0, DIVIDER_X + 6
        right: list[Spot[Subject]] = [
            Spot((COIN_X - 18, y, STARS_X - 8 - COIN_X + 18, h), Thing("money")),
            Spot((STARS_X - 6, y, 3 * STAR_PITCH + 10, h), Thing("stars")),
            *self._key_spots(),
        ]
        return [
            *self.losses.spots(),
            Spot((8, y, DIVIDER_X - 14, h), Thing("clock")),
            Spot((title, y, self._title_end - title, h), Thing("shift")),
            *(spot.moved(self._middle.dx) for spot in self._switch.spots()),
            *(spot.moved(self._right.dx) for spot in right),
        ]

    def _key_spots(self) -> list[Spot[Subject]]:
        keys = self._keys.spots()
        if not self._looks_back:
            return keys
        return [self._past.spot(), *(spot for spot in keys if spot.subject == Thing("menu"))]

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self.losses.follow(moment)
        self._slate.lay(surface)
        self._looks_back = moment.present is not None
        self._left(surface, moment)
        middle = self._middle.moment(moment)
        self._part(
            surface, "switch", self._middle, SWITCH_AREA, self._switch.follow(middle),
            lambda canvas: self._switch.draw(canvas, middle),
        )  # fmt: skip
        right = self._right.moment(moment)
        worth, stars = self._worth(moment), _starred(moment)
        self._part(
            surface, "money", self._right, MONEY_AREA, (worth, moment.view.opened),
            lambda canvas: self._money(canvas, worth, moment),
        )  # fmt: skip
        keys = self._past.looks(right) if self._looks_back else self._keys.follow(right)

        def draw(canvas: pygame.Surface) -> None:  # the ribbon on the stars ends below the keys
            self._stars(canvas, stars)
            if self._looks_back:
                self._past.draw_back(canvas, right)
                self._keys.draw_menu(canvas, right)
            else:
                self._keys.draw(canvas, right)

        self._part(surface, "stars", self._right, STARS_AREA, (stars, keys), draw)

    def _part(
        self, surface: pygame.Surface, name: str, offset: Offset, across: tuple[float, float],
        key: Hashable, draw: Callable[[pygame.Surface], None],
    ) -> None:  # fmt: skip
        """From one place along the bar to another, where it is farther right on a wide stage."""
        s, (start, end) = self._kit.stage, across
        area = pygame.Rect(s.px(start), 0, s.px(end) - s.px(start), s.px(HEIGHT))
        area.x += s.px(offset.dx)
        self._slate.part(surface, name, area, key, lambda canvas: draw(offset.canvas(canvas)))

    def _left(self, surface: pygame.Surface, moment: Moment) -> None:
        """The clock, and what is said of the shift."""
        end = self._kit.stage.rect(0, 0, self._title_end + 2, HEIGHT)
        past = (moment.now, moment.present, moment.title) if self._looks_back else None
        self._slate.part(
            surface, "past", end, past,
            lambda canvas: self._past.draw(canvas, moment) if past else self._slate.forget(
                "clock", "shift"
            ),
        )  # fmt: skip
        if past:
            return
        text = fmt.clock(moment.now, moment.grain)
        divider = float(DIVIDER_HOURS_X if len(text) > 5 else DIVIDER_X)
        s, evening = self._kit.stage, None
        if moment.evening is not None:
            evening = self._gone(moment.evening, moment.now, divider - 8.0), moment.evening.closed
        self._slate.part(
            surface, "clock", s.rect(CLOCK_X - 6, 0, divider + 12 - CLOCK_X, HEIGHT),
            (text, evening), lambda canvas: self._clock(canvas, text, divider, moment),
        )  # fmt: skip
        key = (
            divider, moment.title, _why_it_stands(moment) or _how_it_goes(moment),
            self.losses.looks(moment),
        )  # fmt: skip
        area = s.rect(divider + 6, 0, self._title_end + 2 - divider - 6, HEIGHT)
        self._slate.part(
            surface, "shift", area, key, lambda canvas: self._shift(canvas, moment, divider + 12)
        )

    def _bake(self) -> pygame.Surface:
        """All that never changes."""
        s = self._kit.stage
        bed = paint.gradient((s.px(s.width), s.px(HEIGHT)), (0x31, 0x21, 0x3B), (0x25, 0x18, 0x2E))
        bed = bed.convert() if pygame.display.get_surface() else bed.copy()
        foot = s.rect(0, HEIGHT - 1, s.width, 1)
        bed.fill(p.NIGHT, foot)
        for (x, *rest), dx, radius in (
            (SWITCH, self._middle.dx, 18),
            (SPEEDS, self._right.dx, 10),
        ):
            area = s.rect(x + dx, *rest)
            bed.blit(paint.box(area.size, s.px(radius), p.NIGHT), area)
        self._kit.put(bed, self._kit.art.get("clock", height=32), 32, MIDDLE, "center")
        return bed

    def _clock(self, surface: pygame.Surface, text: str, divider: float, moment: Moment) -> None:
        """Every digit in a cell of its own: the clock does not tremble as it counts."""
        x = float(CLOCK_X)
        for letter in text:
            cell = self._kit.type.width("0" if letter.isdigit() else letter, 28, "display")
            drawn = self._kit.type.display(letter, 28, p.CREAM)
            self._kit.put(surface, drawn, x + cell / 2, MIDDLE, "center")
            x += cell
        surface.fill(p.MAUVE, self._kit.stage.rect(divider, 11, 1, 26))
        if moment.evening is not None:
            self._evening(surface, moment.evening, moment.now, divider - 8.0)

    def _evening(self, surface: pygame.Surface, evening: Evening, now: float, end: float) -> None:
        """A thin line from the opening to last orders, with the bell at its end: lit, once it has
        been rung."""
        s, y, h = self._kit.stage, EVENING_Y, EVENING_H
        right = end - EVENING_BELL - 1.0
        line = s.rect(CLOCK_X, y - h / 2, right - CLOCK_X, h)
        surface.fill(p.MAUVE, line)
        surface.fill(p.SAFFRON, (*line.topleft, self._gone(evening, now, end), line.height))
        bell = self._kit.art.get(
            "last_orders", EVENING_BELL, recolour=None if evening.closed else UNLIT
        )
        self._kit.put(surface, bell, end, y - 0.5, "midright")

    def _gone(self, evening: Evening, now: float, end: float) -> int:
        """Device px of that line that are behind us."""
        way = end - EVENING_BELL - 1.0 - CLOCK_X
        return self._kit.stage.rect(CLOCK_X, 0.0, way * evening.share(now), 1.0).width

    def _shift(self, surface: pygame.Surface, moment: Moment, x: float) -> None:
        room = self._title_end - x
        title = self._kit.type.elide(moment.title, 15, room, weight="bold")
        self._kit.put(surface, self._kit.type.ui(title, 15, p.CREAM, "bold"), x, 16)
        stands = _why_it_stands(moment)
        ways = stands or _how_it_goes(moment)
        least = self._kit.type.width(ways[-1], 13, weight="medium") + GAP
        tally = self.losses.told(moment, room - least)
        left = room - (tally.width + GAP if tally is not None else 0.0)
        note, size = self._kit.type.told(ways, 13, left, weight="medium")
        text = self._kit.type.ui(note, size, p.SAFFRON if stands else p.LILAC, "medium")
        self._kit.put(surface, text, x, 33)
        if tally is not None:
            x += text.get_width() / self._kit.stage.k + GAP
            self.losses.draw(surface, moment.wall, tally, x, 33)

    def _worth(self, moment: Moment) -> Worth:
        """What the shift has earned so far, wages taken off."""
        view = moment.view
        if self._income is None:
            self._income = Tween(view.revenue, view.revenue, 0.0)
        elif self._income.end != view.revenue:
            start = self._income.at(moment.wall - self._income_since)
            self._income = Tween(start, view.revenue, MONEY_SECONDS, out_cubic)
            self._income_since = moment.wall
        since = moment.wall - self._income_since
        bump = self._income.seconds > 0.0 and since < COIN_SECONDS
        cents = self._income.at(since) - view.wages(moment.now) * 100.0
        return Worth(fmt.money(cents, whole=True), cents <= -100.0, bump, self.losses.gone())

    def _money(self, surface: pygame.Surface, worth: Worth, moment: Moment) -> None:
        coin = self._kit.art.get("coin", 32 if worth.bump else 28)
        self._kit.put(surface, coin, COIN_X, MIDDLE, "center")
        colour = p.RED_TEXT if worth.debt else p.SAFFRON
        size = self._kit.type.fitted(worth.amount, 20, MONEY_W, "display")
        amount = self._kit.type.display(worth.amount, size, colour)
        self._kit.put(surface, amount, MONEY_X, 16)
        self._wages(surface, worth.gone, moment)

    def _wages(self, surface: pygame.Surface, gone: int, moment: Moment) -> None:
        """What goes out for hands; and for a moment what guests who left would have paid."""
        if gone:
            words, size = self._kit.type.told(lostwords.left(gone), 13, MONEY_W, weight="bold")
            text = self._kit.type.ui(words, size, p.RED_TEXT, "bold")
            self._kit.put(surface, text, MONEY_X, 34)
            return
        opened = moment.view.opened
        if opened is None:
            return
        _, unit = fmt.rate(opened.wage)
        amount, _ = fmt.rate(opened.wage * opened.chefs, unit)
        unit = {"second": "s", "minute": "min", "hour": "h"}[unit]
        colour = p.RED_TEXT if opened.attention == "stay" and opened.chefs > 1 else p.LILAC
        ways = (f"wages −{amount}/{unit}", f"−{amount}/{unit}")
        words, size = self._kit.type.told(ways, 13, MONEY_W, weight="medium", whole=True)
        self._kit.put(surface, self._kit.type.ui(words, size, colour, "medium"), MONEY_X, 34)

    def _stars(self, surface: pygame.Surface, stars: StarRow) -> None:
        """One for each target: full, empty (with a dot: a bound that is kept so far), or crossed
        out; and below them in a few letters the first target that is still to be reached. Where
        they do not count, they are faint, and the ribbon lies over them."""
        left, middle = STARS_X + STAR_PITCH * (3 - len(stars.found)) / 2, STARS_X + 1.5 * STAR_PITCH
        for index, standing in enumerate(stars.found):
            at = (left + STAR_PITCH * (index + 0.5), STARS_Y)
            self._kit.put(surface, self._kit.art.get(STARS[standing], 18), *at, "center")
            if standing == "missed":
                cross = self._kit.type.ui("×", 15, p.RED_TEXT, "bold")
                self._kit.put(surface, cross, *at, "center")
        if (word := stars.ribbon) is not None:
            if word not in self._ribbons:
                self._ribbons[word] = ribbon(self._kit, word, RIBBON_H, RIBBON_W)
            self._kit.put(surface, self._ribbons[word], middle, RIBBON_Y, "center")
        elif stars.words:
            ways = (stars.words, stars.words.rsplit(" ", 1)[0])
            words, size = self._kit.type.told(ways, 12, READOUT_W, whole=True)
            text = self._kit.type.ui(words, size, p.LILAC)
            self._kit.put(surface, text, middle, READOUT_Y, "center")


def _starred(moment: Moment) -> StarRow:
    if not moment.targets:
        return StarRow(())
    if not moment.counts:
        assert moment.yours is not None and moment.yours.watched is not None
        return StarRow(("open",) * len(moment.targets), ribbon_of(moment.yours.watched))
    closed = moment.view.makespan is not None
    found = tuple(targets.standing(star, closed=closed) for star in moment.targets)
    order = [found.index(s) for s in ("open", "so far", "missed") if s in found]
    words = targets.short(moment.targets[order[0]]) if order else "all earned"
    return StarRow(found, None, words)


def _why_it_stands(moment: Moment) -> tuple[str, ...]:
    """In words, and in fewer; nothing while the clock goes."""
    if moment.ringing.turn is not None:
        words = WORDS[moment.ringing.turn]
        return f"{words}: the clock waits", words, "The clock waits"
    if moment.paused:
        return f"Paused, goes on at {times_words(moment.speed)}", "Paused"
    if moment.yours is not None and moment.yours.resting:
        return "The clock rests while you look", "The clock rests"
    return ()


def _how_it_goes(moment: Moment) -> tuple[str, ...]:
    """Orders and plates, in words and in fewer."""
    if moment.evening is not None and moment.evening.closed and moment.hanging:
        return doors_closed(moment.hanging)
    if not moment.view.orders:
        return ("No orders yet",)
    count = fmt.count(len(moment.view.orders), "order")
    if moment.rail is not None:
        count = f"Rail {moment.hanging} of {moment.rail}"
    served = f"{moment.view.served} served"
    return f"{count}, {served}", served
