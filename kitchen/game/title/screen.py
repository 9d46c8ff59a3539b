"""The title screen: the menu, and a book of shifts to choose from."""

from __future__ import annotations

from datetime import date

import pygame

from kitchen.game.cards.help import HelpCard
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette
from kitchen.game.draw.kit import ON_PAPER, Kit
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
from kitchen.game.title.cast import Cast
from kitchen.game.title.entry import MenuEntry, menu
from kitchen.game.title.layout import ARROWS, HINT_Y, MENU
from kitchen.game.title.logo import draw_logo
from kitchen.game.title.note import RACE
from kitchen.game.title.notice import Notice
from kitchen.game.title.pages import Pages
from kitchen.game.title.saved import SavedCard
from kitchen.game.title.scenery import Scenery
from kitchen.game.title.serving import daily_service, service, tutorial
from kitchen.game.title.shelf import spreads
from kitchen.game.title.shiftcard import ShiftCard
from kitchen.game.title.spread import Offer, Spread
from kitchen.lab.daydraft import title_of
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Wall

HINTS = (
    "Arrows, Enter to choose  ·  {back}, {on} turn the page  ·  {help} help  ·  {quit} quit",
    "Arrows, Enter  ·  {back}, {on} turn pages  ·  {help} help  ·  {quit} quit",
    "{back}, {on} pages  ·  {help} help  ·  {quit} quit",
)
SERVICE, SERVICE_SHORT = "Which dish is next? You say.", "Who is next? You say."

FIRST, FIRST_SHORT = "Two dishes, two minutes", "Two minutes"

OPEN = ("Codes, replays, sandboxes", "What was saved", "Saved")

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
    def spread(self) -> Spread:
        return self.spreads[self.last_page.spread]

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        self.spreads = spreads(self.game.keep)
        self.last_page.spread = min(self.last_page.spread, len(self.spreads) - 1)
        scenery = Scenery(kit)
        draw_logo(kit, scenery.canvas)
        draw_book(kit, scenery.canvas)
        self._hint(scenery.canvas)
        self._ground = scenery.picture.convert()
        self._canvas = self.window.stage.canvas(self.window.surface)
        book = self.window.stage.canvas(self._ground)
        self.pages = Pages(kit, book, self.spreads, self.cook)
        self._cast = Cast(kit)
        self._entries = menu(kit, self.entries())
        self._race = Button(
            kit.on(ON_PAPER), RACE, "Race", self.race, icon="race", icon_size=18.0, size=15
        )
        self.page = Page(kit, [])
        self._menu = Menu(self.game, self.page, lambda: self.leave(None))
        self.tell([*self.game.keep.take_messages(), *self.game.notices])
        self.game.notices.clear()
        self._start_focus()
        self._warm = WarmUp(self.pages.warm())

    def at_rest(self) -> bool:
        return self.still and self.pages.turning(self.wall) is None

    @property
    def still(self) -> bool:
        """Whether the player wants as little motion as can be."""
        return self.game.calm

    def entries(self) -> list[MenuEntry]:
        """The menu: an entry is here when it leads somewhere."""
        return [
            MenuEntry("Service", (SERVICE, SERVICE_SHORT), "cloche_big", self.serve),
            MenuEntry("Sandbox", ("Your own rules",), "sandbox", self.play_freely),
            *self._daily(),
            MenuEntry("First steps", (FIRST, FIRST_SHORT), "chef_hat", self.teach),
            MenuEntry("Open", OPEN, "script", self.open_saved),
            MenuEntry(
                "Settings", ("Sound, picture, keys",), "gear", self.open_settings, small=True
            ),
        ]

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
        here = self.last_page.spread
        arrows = [
            Arrow(self.kit, box, way, self.turn)
            for box, way in zip(ARROWS, (-1, 1), strict=True)
            if 0 <= here + way < len(self.spreads)
        ]
        notices = [Notice(self.kit, text, self._dismiss) for text in self._messages[:1]]
        cards = self.pages.cards(here)
        self.page.controls = [*self._entries, *cards, self._race, *arrows, *notices]

    def _start_focus(self) -> None:
        """Where the player was last."""
        index = self.spread.index(self.last_page.name)
        if index is not None:
            card = self.pages.cards(self.last_page.spread)[index]
            self.page.focus = self.page.controls.index(card)
        else:
            self.page.focus = 0

    def turn(self, way: int) -> None:
        """To the next spread (1) or the one before (-1)."""
        new = self.last_page.spread + way
        if not 0 <= new < len(self.spreads):
            return
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
        return self.pages.picture(self.last_page.spread, self.about)

    def _hold(self, held: Control | None, way: int) -> None:
        """Keep the focus where it was, or near."""
        controls = self.page.controls
        if held in controls:
            self.page.focus = controls.index(held)
        elif isinstance(held, Arrow):
            arrows = [c for c in controls if isinstance(c, Arrow)]
            same = next((a for a in arrows if a.way == held.way), arrows[0])
            self.page.focus = controls.index(same)
        else:
            self.page.focus = controls.index(self.pages.cards(self.last_page.spread)[0])

    # -- what the menu and the cards do --------------------------------------------------------

    def serve(self) -> None:
        """On with the next shift; the very first time, with the tutorial."""
        if self.game.keep.progress.tutorial_done:
            self.cook(self._next())
        else:
            self.teach()

    def teach(self) -> None:
        """Two dishes, with somebody who tells what is going on."""
        self.leave(tutorial(self.game, self._home))

    def _next(self) -> Offer:
        offers = [offer for spread in self.spreads for offer in spread.offers]
        return next((o for o in offers if o.state == "next"), self.spreads[0].offers[-1])

    def cook(self, offer: Offer) -> None:
        """Its service; in the career, past an improvement that is still to be chosen."""
        improve(self, offer.name, lambda: self._go(offer.name))

    def race(self) -> None:
        """Kitchens of the shift that the note tells of, side by side."""
        choose(self, self.about.shift, self._home())

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
        self._race.enabled = self.about.state != "locked"
        self.window.surface.blit(self._ground, (0, 0))
        self._cast.draw(canvas, 0.0 if self.still else wall)
        leaf = self.pages.turning(wall)
        if leaf is not None:
            leaf.draw(canvas, wall)
            self._page_without_cards(canvas, wall)
        else:
            self.pages.draw(canvas, self.last_page.spread, self.about)
            self.page.draw(canvas, wall)
            self.pages.finish(canvas, self.last_page.spread)
        draw_ribbon(self.kit, canvas)
        self._mark()
        self._warm.go(SPARE)
        if self.options.screenshot is not None:
            self.window.save(self.options.screenshot)
            self.leave(None)

    def _page_without_cards(self, canvas: pygame.Surface, wall: float) -> None:
        controls, focus = self.page.controls, self.page.focus
        self.page.controls = list(self._entries)
        self.page.focus = focus if focus < len(self._entries) else -1
        self.page.draw(canvas, wall)
        self.page.controls, self.page.focus = controls, focus

    @property
    def about(self) -> Offer:
        """What the note tells of: the card with the focus, or the one touched last."""
        focused = self.page.focused
        if isinstance(focused, ShiftCard):
            return focused.offer
        index = self.spread.index(self.last_page.name)
        if index is None:
            offers = self.spread.offers
            return next((offer for offer in offers if offer.state == "next"), offers[0])
        return self.spread.offers[index]

    def _mark(self) -> None:
        """Remember the card with the focus."""
        focused = self.page.focused
        if isinstance(focused, ShiftCard):
            self.last_page.name = focused.offer.name
