"""The title screen: the menu, and a book of lessons and services to choose from."""

from __future__ import annotations

from datetime import date

import pygame

from kitchen.cookbook.load import load_shift
from kitchen.game.cards.help import HelpCard
from kitchen.game.cards.questions import QuestionsCard
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette
from kitchen.game.draw.format import count
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.warmup import WarmUp
from kitchen.game.input.intents import Intent
from kitchen.game.race.entry import choose
from kitchen.game.results.improvement import improve
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Screen
from kitchen.game.title.arrow import Arrow
from kitchen.game.title.book import draw_book, draw_ribbon
from kitchen.game.title.bookcard import BookCard
from kitchen.game.title.cast import Cast
from kitchen.game.title.chaptertab import ChapterTab
from kitchen.game.title.entry import MenuEntry, menu
from kitchen.game.title.layout import ARROWS, HINT_Y, MENU, tab_place
from kitchen.game.title.logo import draw_logo
from kitchen.game.title.note import RaceButton
from kitchen.game.title.notice import Notice
from kitchen.game.title.pages import Pages
from kitchen.game.title.saved import SavedCard
from kitchen.game.title.scenery import Scenery
from kitchen.game.title.serving import daily_service, journey_of, lesson, service
from kitchen.game.title.shelf import GRADUATION, shelved
from kitchen.game.title.spread import CardOffer, LessonOffer, Offer, Spread
from kitchen.game.title.summary import minutes
from kitchen.lab.daydraft import title_of
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Wall
from kitchen.sim.shift.shift import Shift

HINTS = (
    "Arrows, Enter to choose  ·  {back}, {on} turn the page  ·  {help} help  ·  {quit} quit",
    "Arrows, Enter  ·  {back}, {on} turn pages  ·  {help} help  ·  {quit} quit",
    "{back}, {on} pages  ·  {help} help  ·  {quit} quit",
)
KITCHENS = ("Kitchens side by side", "Side by side")

FALLBACK_RACE = "lunch-rush"
"""The shift whose kitchens race where the book is open at lessons alone."""

SPARE = 0.003
"""Seconds of a frame in which the other spreads are made."""


class TitleScreen(Screen):
    """Where the game begins, and where every other screen leads back to."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.last_page = game.last_page
        self._messages: list[str] = []

    def pacing(self) -> Pacing:
        return Wall()

    @property
    def here(self) -> int:
        """Which spread is open."""
        return self.last_page.spread or 0

    @property
    def spread(self) -> Spread:
        return self.spreads[self.here]

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        self.journey = journey_of(self.game)
        self.spreads = shelved(self.journey)
        self.last_page.spread = min(self._first_spread(), len(self.spreads) - 1)
        scenery = Scenery(kit)
        draw_logo(kit, scenery.canvas)
        draw_book(kit, scenery.canvas)
        self._hint(scenery.canvas)
        self._ground = scenery.picture.convert()
        self._canvas = self.window.stage.canvas(self.window.surface)
        book = self.window.stage.canvas(self._ground)
        bets = self.game.bets if self.game.settings.bets else None
        self.pages = Pages(kit, book, self.spreads, self.journey, self.cook, bets)
        self._cast = Cast(kit)
        self._entries = menu(kit, self.entries())
        self._race = RaceButton(kit, self.race)
        self.page = Page(kit, [])
        self._menu = Menu(self.game, self.page, lambda: self.leave(None))
        self.tell([*self.game.keep.take_messages(), *self.game.notices])
        self.game.notices.clear()
        self._start_focus()
        self._warm = WarmUp(self.pages.warm(self.last_page.spread))

    def _first_spread(self) -> int:
        """Where the player was last; in a new sitting, where they go on."""
        here = self.last_page.spread
        if here is not None:
            return here
        states = [[offer.state for offer in spread.offers] for spread in self.spreads]
        return next((i for i, found in enumerate(states) if "next" in found), 0)

    def at_rest(self) -> bool:
        return self.still and self.pages.turning(self.wall) is None

    @property
    def still(self) -> bool:
        """Whether the player wants as little motion as can be."""
        return self.game.calm

    def entries(self) -> list[MenuEntry]:
        """The menu: an entry is here when it leads somewhere."""
        following = self._following
        return [
            MenuEntry("Carry on", _named(following), _icon(self.kit, following), self.carry_on),
            MenuEntry("Sandbox", ("Your own rules", "Your rules"), "sandbox", self.play_freely),
            MenuEntry("Race", KITCHENS, "race", self.race),
            MenuEntry("Questions", ("25 answers",), "questions", self.ask),
            *self._daily(),
            MenuEntry("Open", ("What was saved",), "folder", self.open_saved, small=True),
            MenuEntry("Settings", ("Sound, picture",), "gear", self.open_settings, small=True),
        ]

    @property
    def _following(self) -> CardOffer:
        """What one goes on with; after all of it, the last service of the book."""
        offers = [offer for spread in self.spreads for offer in spread.offers]
        last = next(offer for offer in offers if offer.name == GRADUATION)
        return next((offer for offer in offers if offer.state == "next"), last)

    def _daily(self) -> list[MenuEntry]:
        """The kitchen of today; a picture of the title does not hang on the day it is made."""
        if self.options.screenshot is not None:
            return []
        today = date.today()
        best = self.game.keep.scores.days.get(today.isoformat(), ())
        subs = [title_of(today), f"{today.day} {today:%b}"]
        if best:  # what was done by hand stands before what a policy did
            whose = f"{best[0].policy} made" if best[0].policy else "best"
            whose += " with help" if best[0].helped else ""
            money = fmt.money(best[0].profit * 100, whole=True)
            subs = [f"{line}, {whose} {money}" for line in subs]
        return [MenuEntry("Daily", tuple(subs), "clock", lambda: self.serve_daily(today))]

    def serve_daily(self, day: date) -> None:
        """The same kitchen for everybody, on that day."""
        self.leave(daily_service(self.game, day, self._home))

    def _hint(self, canvas: pygame.Surface) -> None:
        key = self.game.bindings.named
        told = [
            hint.format(
                back=key(Intent.PREVIOUS_PAGE), on=key(Intent.NEXT_PAGE),
                help=key(Intent.HELP), quit=key(Intent.BACK),
            )
            for hint in HINTS
        ]  # fmt: skip
        line, size = self.kit.type.told_at((13,), told, MENU[2], weight="medium")
        words = self.kit.type.ui(line, size, palette.LILAC, "medium")
        self.kit.put(canvas, words, MENU[0], HINT_Y)

    # -- the page of controls ------------------------------------------------------------------

    def _open(self) -> None:
        """Put the controls of the open spread on the page."""
        here = self.here
        arrows = [
            Arrow(self.kit, box, way, self.turn)
            for box, way in zip(ARROWS, (-1, 1), strict=True)
            if 0 <= here + way < len(self.spreads)
        ]
        tabs = [self._tab(index) for index in range(len(self.spreads))]
        notices = [Notice(self.kit, text, self._dismiss) for text in self._messages[:1]]
        held = self.pages.controls(here)
        race = [self._race] if self.pages.has_note(here) else []
        self.page.controls = [*self._entries, *held, *race, *arrows, *tabs, *notices]

    def _tab(self, index: int) -> ChapterTab:
        spread, count = self.spreads[index], len(self.spreads)
        here = index == self.last_page.spread
        box = tab_place(index, count)
        return ChapterTab(
            self.kit, box, spread.tab, spread.title, here, lambda: self.turn_to(index)
        )

    def _start_focus(self) -> None:
        """Where the player was last."""
        index = self.spread.index(self.last_page.name)
        if index is not None:
            card = self.pages.cards(self.here)[index]
            self.page.focus = self.page.controls.index(card)
        else:
            self.page.focus = 0

    def turn(self, way: int) -> None:
        """To the next spread (1) or the one before (-1)."""
        self.turn_to(self.here + way)

    def turn_to(self, new: int) -> None:
        """To that spread, if there is one."""
        if not 0 <= new < len(self.spreads) or new == self.here:
            return
        way = 1 if new > self.here else -1
        self.game.sounds.ui("flip")
        held = self.page.focused
        before = self._picture()
        self.last_page.spread = new
        self.last_page.name = ""
        self._open()
        self._hold(held, way)
        if not self.still:
            self.pages.turn(before, self._picture(), way, self.wall)

    def _picture(self) -> pygame.Surface:
        """Of the open pages."""
        return self.pages.picture(self.here, self.about, self.wall)

    def _hold(self, held: Control | None, way: int) -> None:
        """Keep the focus where it was, or near."""
        controls = self.page.controls
        if held in controls:
            self.page.focus = controls.index(held)
        elif isinstance(held, Arrow):
            arrows = [c for c in controls if isinstance(c, Arrow)]
            same = next((a for a in arrows if a.way == held.way), arrows[0])
            self.page.focus = controls.index(same)
        elif isinstance(held, ChapterTab):
            tabs = [c for c in controls if isinstance(c, ChapterTab)]
            self.page.focus = controls.index(next(tab for tab in tabs if tab.here))
        else:
            self.page.focus = controls.index(self.pages.cards(self.here)[0])

    # -- what the menu and the cards do --------------------------------------------------------

    def carry_on(self) -> None:
        """Where the player is in the book; the very first time, with its first lesson."""
        self.cook(self._following)

    def cook(self, offer: CardOffer) -> None:
        """Its lesson, or its service: in the career, past an improvement that is still to be
        chosen."""
        if isinstance(offer, LessonOffer):
            self.leave(lesson(self.game, offer.lesson, self._home))
        else:
            improve(self, offer.name, lambda: self._go(offer.name))

    def race(self) -> None:
        """Kitchens side by side: those of the shift that is pointed at, or one of the open
        pages."""
        choose(self, self._raced, self._home())

    @property
    def _raced(self) -> Shift:
        offers = [self.about, *reversed(self.spread.offers)]
        shifts = (o.shift for o in offers if isinstance(o, Offer) and o.state != "locked")
        return next(shifts, None) or load_shift(FALLBACK_RACE)

    def ask(self) -> None:
        """The questions that are asked most, and the glossary."""
        self.open(QuestionsCard(self, lambda given: lesson(self.game, given, self._home)))

    def _go(self, name: str) -> None:
        self.leave(service(self.game, name, self._home))

    def play_freely(self) -> None:
        """The sandbox."""
        self.leave(SandboxScreen(self.game, TitleScreen(self.game)))

    def open_saved(self) -> None:
        """Seed codes, replays, sandboxes."""
        self.open(SavedCard(self, self._home))

    def _home(self) -> Screen:
        return TitleScreen(self.game)

    def open_settings(self) -> None:
        self.open(SettingsCard(self))

    def help(self) -> None:
        self.open(HelpCard(self))

    def tell(self, messages: list[str]) -> None:
        """Show these, one after the other, until each is dismissed."""
        self._messages += messages
        self._open()

    def _dismiss(self) -> None:
        del self._messages[0]
        self._open()
        self.page.focus = min(self.page.focus, len(self.page.controls) - 1)

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        intent = self.game.bindings.in_menu(event)
        if way := self._way(event, intent):
            self.turn(way)
        else:
            self._menu.handle(event)

    def _way(self, event: pygame.event.Event, intent: Intent | None) -> int:
        """Which way an event turns the page; 0: it does not."""
        pad = event.type == pygame.CONTROLLERBUTTONDOWN
        if intent is Intent.NEXT_PAGE or (pad and intent is Intent.NEXT):
            return 1
        if intent is Intent.PREVIOUS_PAGE or (pad and intent is Intent.PREVIOUS):
            return -1
        return 0

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, frame: Frame) -> None:
        canvas, wall = self._canvas, frame.wall
        about = self.about
        self._race.enabled = isinstance(about, Offer) and about.state != "locked"
        self.window.surface.blit(self._ground, (0, 0))
        self._cast.draw(canvas, 0.0 if self.still else wall)
        leaf = self.pages.turning(wall)
        if leaf is not None:
            leaf.draw(canvas, wall)
            self._page_without_cards(canvas, wall)
        else:
            self.pages.draw(canvas, self.here, about)
            self.page.draw(canvas, wall)
            self.pages.finish(canvas, self.here)
        draw_ribbon(self.kit, canvas)
        self._mark()
        self._warm.go(SPARE)
        if self.options.screenshot is not None:
            self.window.save(self.options.screenshot)
            self.leave(None)

    def _page_without_cards(self, canvas: pygame.Surface, wall: float) -> None:
        controls, focus = self.page.controls, self.page.focus
        tabs = [control for control in controls if isinstance(control, ChapterTab)]
        self.page.controls = [*self._entries, *tabs]
        self.page.focus = focus if focus < len(self._entries) else -1
        self.page.draw(canvas, wall)
        self.page.controls, self.page.focus = controls, focus

    @property
    def about(self) -> CardOffer:
        """What the note tells of: the card with the focus, or the one touched last."""
        focused = self.page.focused
        if isinstance(focused, BookCard):
            offer: CardOffer = focused.offer
            return offer
        index = self.spread.index(self.last_page.name)
        if index is None:
            offers = self.spread.offers
            return next((offer for offer in offers if offer.state == "next"), offers[0])
        return self.spread.offers[index]

    def _mark(self) -> None:
        """Remember the card with the focus."""
        focused = self.page.focused
        if isinstance(focused, BookCard):
            self.last_page.name = focused.offer.name


def _named(offer: CardOffer) -> tuple[str, ...]:
    """``Egg and chicken, 4 minutes``; and shorter."""
    wait = offer.lesson.fields.minutes if isinstance(offer, LessonOffer) else minutes(offer.shift)
    return f"{offer.title}, {count(wait, 'minute')}", offer.title


def _icon(kit: Kit, offer: CardOffer) -> str:
    """The drawing that stands for it."""
    if isinstance(offer, Offer):
        return offer.dishes[0]
    dishes = [name for name in offer.lesson.fields.picture if kit.art.has(name)]
    return next((name for name in dishes if name.startswith("dish_")), "cloche_big")
