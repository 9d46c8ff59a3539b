"""The results: the same orders in every kitchen on one clock, when a service is over."""

from __future__ import annotations

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw.ease import Tween, linear
from kitchen.game.draw.format import money
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.game.results import layout
from kitchen.game.results.axis import Axis
from kitchen.game.results.doors import doors
from kitchen.game.results.entrance import Entrance
from kitchen.game.results.exits import Exits, copied
from kitchen.game.results.header import kitchens
from kitchen.game.results.inquiry import Inquiry
from kitchen.game.results.lens import Lens
from kitchen.game.results.losses import LossesPage
from kitchen.game.results.prose import Prose
from kitchen.game.results.race import Race
from kitchen.game.results.standings import Standings, worth_a_word
from kitchen.game.results.stars import stars_of
from kitchen.game.results.tabs import PageTab, tabs
from kitchen.game.results.whyfoot import WhyFoot
from kitchen.game.results.whypage import WhyPage
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.game.shell.toast import Toast
from kitchen.game.signs.bet import Bet
from kitchen.lab.reckoning import Reckoning
from kitchen.lab.why.seeking import Seeking

DEAF = 0.5
"""Seconds after the opening in which keys and a gamepad's buttons do nothing."""
KEYS = (pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN)
ZOOMS = (Intent.ZOOM_IN, Intent.ZOOM_OUT, Intent.ZOOM_WHOLE, Intent.ZOOM_FASTEST)
BACKWARD = (Intent.TASK_BACK, Intent.TURN_BACK, Intent.EVENT_BACK, Intent.TO_START)
FADE = 0.25  # seconds in which the kitchen below goes dim
LEAST, WAITED = 0.003, 0.01
"""Seconds of wall time that the search of what went wrong may take in a frame that has none to
spare, once all has come; and while somebody looks at what it finds."""


class Results(Overlay):
    """Opens over the service. ``settled``: all is there at once, for a screenshot. ``place``: of
    the player's score among the best of this shift, from 1. ``reckoning``: of what went wrong, on
    a page of its own; None: there is none. ``bet`` is what the player bet; ``inquiry`` is asked.
    ``seeking`` is of what would have helped, on a page of its own, too."""

    def __init__(
        self,
        screen: Screen,
        standings: Standings,
        exits: Exits,
        settled: bool = False,
        place: int | None = None,
        reckoning: Reckoning | None = None,
        bet: Bet | None = None,
        inquiry: Inquiry | None = None,
        seeking: Seeking | None = None,
    ) -> None:
        super().__init__(screen)
        self._bet = bet or Bet()
        self.inquiry = inquiry
        """What is asked when the race is over; None: nothing is, any more."""
        self.standings = standings
        self.exits = exits
        self.entrance = Entrance(standings.longest, settled or screen.game.calm)
        self.axis = Axis(standings.longest)
        self.toast = Toast()
        self.wall = 0.0
        self._place = place
        self._reckoning, self._seeking = reckoning, seeking
        self.turned = 0
        """Which page is seen: 0, the kitchens; then what went wrong, and why it took so long."""
        self._heard = standings.earned if settled else 0
        self.page: Page
        self._before = None if self.entrance.over else screen.window.surface.copy()

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        self._kit, standings = kit, self.standings
        self._stars = stars_of(kit, standings)
        self._race = Race(
            kit, standings, self._stars, self._bet, self.axis, self.entrance, lambda: self.wall
        )
        self._words = pygame.Surface(kit.stage.rect(*layout.WORDS).size, pygame.SRCALPHA)
        Prose(kit, standings.verdict(), (0.0, 0.0, *layout.WORDS[2:])).draw(self._words)
        self._losses = None
        if self._reckoning is not None:
            self._losses = LossesPage(
                kit, standings, self._reckoning, self._stars, self.exits.from_there
            )
        self._why = None
        if self._seeking is not None:
            self._why = WhyPage(kit, standings, self._seeking, self._stars)
        self._pages = [page for page in (self._losses, self._why) if page is not None]
        if self._before is not None and self._before.get_size() != kit.stage.size:
            self._before = None
        old: Page | None = getattr(self, "page", None)
        self._lay(old.focus if old else 0, old is not None and old.ring)

    def _lay(self, focus: int, ring: bool) -> None:
        """Lay out the controls of the page that is seen, and what its strips prove, as far as the
        question why has come."""
        asked = self.inquiry if self.entrance.over and not self.turned else None
        self._foot = WhyFoot(self._kit, asked, self._answer, self._go_on) if asked else None
        self.page = Page(self._kit, self._controls(self._kit), focus)
        self.page.ring = ring
        self._menu = Menu(self.game, self.page, self.exits.leave)
        self._race.prove(asked)

    def _controls(self, kit: Kit) -> list[Control]:
        """The door that most will take has the focus first; the tabs come after the doors, on
        every page."""
        found: list[Control] = [*doors(kit, self.exits, self._copy, self._save)]
        if self._pages:
            names = [kitchens(self.standings), *(page.tab for page in self._pages)]
            found += tabs(kit, names, self.turned, self.turn)
        if self._turned_to is not None:
            return [*found, *self._turned_to.controls()]
        asked = self._foot.controls if self._foot is not None else []
        return [*found, *self._race.zooms(), self.lens, *asked]

    @property
    def _turned_to(self) -> LossesPage | WhyPage | None:
        """The page that is seen instead of the kitchens."""
        return self._pages[self.turned - 1] if self.turned else None

    def _answer(self, index: int) -> None:
        """The question why has been answered; what follows is to go on."""
        if self.inquiry is not None:
            self.inquiry.answer(index)
            self._lay(0, self.page.ring)
            self.page.give_focus(len(self.page.controls) - 1)

    def _go_on(self) -> None:
        """To the verdict."""
        self.inquiry = None
        self._lay(0, self.page.ring)

    def turn(self, page: int) -> None:
        """See that page, if there is one."""
        if page == self.turned or not 0 <= page <= len(self._pages):
            return
        self.turned = page
        self.entrance.skip()
        self.game.sounds.ui("flip")
        on_tab = next(i for i, c in enumerate(self.page.controls) if isinstance(c, PageTab)) + page
        self._lay(on_tab, self.page.ring)

    def spare(self, seconds: float) -> None:
        """The frame is done; in what is left of its time more is found out about what went
        wrong."""
        least = WAITED if self.turned else LEAST if self.entrance.over else 0.0
        search, seconds = self._search, max(least, seconds)
        if search is None or seconds <= 0.0:
            return
        search.work(seconds)
        if self._losses is not None and search.done and self.entrance.over:
            self._losses.renew(self._kit.stage.canvas_size)  # so that turning to it takes no time

    @property
    def _search(self) -> Reckoning | Seeking | None:
        """What is to be found out in spare time: what would have helped, while somebody looks at
        that page; else what went wrong."""
        seen = self._why is not None and self._turned_to is self._why
        search = self._seeking if seen else self._reckoning
        return None if search is None or search.done else search

    @property
    def lens(self) -> Lens:
        """The control over the strips."""
        return self._race.lens

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Exits, zoom and strips. A key that was on its way to the kitchen means nothing here."""
        if event.type in KEYS and self.entrance.now < DEAF:
            return True
        if self._foot is not None and self._foot.handle(event):
            return True
        if not self.turned and self._race.handle(event):
            return True
        return self._asked(event) or self._menu.handle(event)

    def _asked(self, event: pygame.event.Event) -> bool:
        """The results' own keys and buttons; and what begins the shift again in the service, where
        it means nothing else."""
        intent = self.game.bindings.in_results(event)
        if (page := self._page_asked(event, intent)) is not None:
            self.turn(page)
        elif intent in ZOOMS:
            pad = event.type == pygame.CONTROLLERBUTTONDOWN
            return bool(self.turned) or self._race.wish(intent, pad)
        else:
            return intent is None and self._wished(self.game.bindings.in_service(event))
        return True

    def _wished(self, intent: Intent | None) -> bool:
        """What is wished for in the service, and leads there from here, too."""
        if intent is Intent.RESTART:
            self.exits.again()
        elif intent in BACKWARD and self.exits.look_back is not None:
            self.exits.look_back()
        else:
            return False
        return True

    def _page_asked(self, event: pygame.event.Event, intent: Intent | None) -> int | None:
        """The page that a key or a shoulder button means, as in the cookbook."""
        pad = bool(self._pages) and event.type == pygame.CONTROLLERBUTTONDOWN
        if intent is Intent.NEXT_PAGE or (pad and intent is Intent.NEXT):
            return min(self.turned + 1, len(self._pages))
        if intent is Intent.PREVIOUS_PAGE or (pad and intent is Intent.PREVIOUS):
            return max(self.turned - 1, 0)
        return None

    def _copy(self) -> None:
        self.toast.say(copied(self.exits.seed_code))

    def _save(self) -> None:
        if self.exits.save_replay is not None:
            self.toast.say(self.exits.save_replay())

    # -- pictures ------------------------------------------------------------------------------

    def at_rest(self) -> bool:
        moving = self.axis.moving(self.wall) or self.toast.showing(self.wall)
        return self.entrance.over and not moving and self._search is None

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self.wall = wall
        self.entrance.at(wall)
        self._sound()
        if self.inquiry and not self._foot and self.entrance.over and not self.turned:
            self._lay(self.page.focus, self.page.ring)
        if self._place is not None and self.entrance.over:
            self._tell_place(self._place)
        self._dim()
        if self.entrance.rising > 0.0:
            self._rise(canvas)
            return
        if self._turned_to is not None:
            self._turned_to.draw(canvas)
        else:
            self._race.draw(canvas, self.inquiry)
        self._stars.draw(canvas, self.entrance)
        self._say(canvas)
        self.page.draw(canvas, wall)
        if not self.turned:
            self._race.tip(canvas)
        self.toast.draw(canvas, self._kit, wall)

    def _sound(self) -> None:
        """Each star that pops is heard."""
        while self._heard < self.standings.earned and self.entrance.star(self._heard) > 0.0:
            self._heard += 1
            self.game.sounds.ui("star")

    def _tell_place(self, place: int) -> None:
        """Said once, when all else is there; a place far down is not, nor one that nobody would be
        congratulated on: what was only watched, or earned no star or nothing."""
        self._place = None
        result, shift = self.standings.own.result, self.standings.shift
        rank = {1: "best", 2: "second best", 3: "third best"}.get(place)
        if rank is not None and worth_a_word(self.standings):
            profit = money(result.profit * 100)
            self.toast.say(f"Your {rank} {shift.title or shift.name} so far: {profit} profit")

    def _dim(self) -> None:
        """The kitchen as it was goes dim, not at once."""
        light = Tween(1.0, 0.0, FADE, linear).at(self.entrance.now)
        if self._before is None or light <= 0.0:
            self._before = None
            return
        self._before.set_alpha(round(255 * light))
        self.screen.window.surface.blit(self._before, (0, 0))

    def _rise(self, canvas: pygame.Surface) -> None:
        """The card comes up from below, with all that stands still on it."""
        layer = self._race.backdrop.copy()
        self.page.draw(layer, self.wall)
        canvas.blit(layer, (0, round(self.entrance.rising * canvas.get_height())))

    def _say(self, canvas: pygame.Surface) -> None:
        """The question why, where there is one; else the verdict."""
        if self.inquiry is not None and not self.turned:
            if self._foot is not None:
                self._foot.draw(canvas)
            return
        words = self._words if self._turned_to is None else self._turned_to.words
        words.set_alpha(round(255 * self.entrance.words))
        canvas.blit(words, self._kit.stage.rect(*layout.WORDS))
