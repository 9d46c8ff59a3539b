"""The choice of an improvement: three large cards, of which the player takes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import SystemRandom

import pygame

from kitchen.cookbook.career import CAREER, choices_due, coming
from kitchen.cookbook.improvements import CHEF, IMPROVEMENTS, Improvement, dealt, kept
from kitchen.cookbook.load import load_shift
from kitchen.game.controls.page import Page
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, linear, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.light import dimmed
from kitchen.game.results.improvementcard import CHOSEN_SECONDS, HEIGHT, WIDTH, ImprovementCard
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.keep.keep import Keep
from kitchen.lab.worth import worthwhile

GAP, TOP = 28.0, 196.0  # logical px
TITLE_Y, ABOUT_Y, HINT_Y = 96.0, 142.0, 664.0
RISE, EACH, DIM = 0.34, 0.08, 0.2  # seconds
TITLE = "Your kitchen gets better"
ABOUT = "Take one. It stays for all shifts to come."
CHEF_LEFT = "Your second chef now runs a kitchen elsewhere: take something in their place."
"""To those who chose one while there were such."""
DECKS = 1 << 31
HINT = "Arrows and Enter, or a click  ·  Esc: choose later"


class ImprovementChoice(Overlay):
    """``chosen`` is told which of the ``offered`` ones was taken; ``later`` that none was. ``have``
    are the names of those that the kitchen has had so far."""

    def __init__(
        self, screen: Screen, chosen: Callable[[Improvement], object], offered: Sequence[str],
        have: Sequence[str] = (), later: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self._offered = [IMPROVEMENTS[name] for name in offered]
        self._chosen, self._later = chosen, later
        self._have = list(have)
        self._taken: Improvement | None = None
        self._taken_at = 0.0
        self._begun: float | None = None
        self._wall = 0.0
        self._ground: pygame.Surface | None = None
        self._settled = screen.game.calm or screen.options.photographs
        self.page: Page

    def build(self, kit: Kit) -> None:
        self._kit, self._ground = kit, None
        count = len(self._offered)
        left = (1280.0 - count * WIDTH - (count - 1) * GAP) / 2
        old: Page | None = getattr(self, "page", None)
        self.cards = [
            ImprovementCard(
                kit, (left + index * (WIDTH + GAP), TOP, WIDTH, HEIGHT), improvement,
                self._have.count(improvement.name), self._take,
            )
            for index, improvement in enumerate(self._offered)
        ]  # fmt: skip
        self.page = Page(kit, self.cards, old.focus if old else 0)
        self.page.ring = old is not None and old.ring
        self._menu = Menu(self.game, self.page, self._put_off)

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        return self._taken is not None or self._menu.handle(event)

    def _take(self, improvement: Improvement) -> None:
        self._taken, self._taken_at = improvement, self._wall
        self.page.ring = False
        self.game.sounds.ui("ok")

    def _put_off(self) -> None:
        self.close()
        self._later()

    # -- pictures ------------------------------------------------------------------------------

    def at_rest(self) -> bool:
        shown = self._begun is not None and self._wall - self._begun > RISE + 3 * EACH
        return self._taken is None and (shown or self._settled)

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._wall = wall
        if self._begun is None:
            self._begun = wall
        self._dim()
        self._words(canvas)
        if self._taken is not None:
            self._leave(self._taken, wall - self._taken_at)
        for index, card in enumerate(self.cards):
            card.box = (card.box[0], TOP + self._below(index), WIDTH, HEIGHT)
        self.page.draw(canvas, wall)

    def _dim(self) -> None:
        """The results, or whatever else lies below, go dark and out of focus."""
        surface = self.screen.window.surface
        if self._ground is None or self._ground.get_size() != surface.get_size():
            self._ground = dimmed(surface, self._kit.stage.k)
        since = DIM if self._settled or self._begun is None else self._wall - self._begun
        self._ground.set_alpha(round(255 * Tween(0.0, 1.0, DIM, linear).at(since)))
        surface.blit(self._ground, (0, 0))

    def _below(self, index: int) -> float:
        """How far below its place a card still is."""
        if self._settled or self._begun is None:
            return 0.0
        age = self._wall - self._begun - index * EACH
        return (720.0 - TOP) * (1.0 - Tween(0.0, 1.0, RISE, out_back).at(age))

    def _leave(self, taken: Improvement, age: float) -> None:
        """The one taken stays a moment longer than the others."""
        for card in self.cards:
            if card.improvement is taken:
                card.chosen = age
            else:
                card.gone = Tween(0.0, 1.0, CHOSEN_SECONDS / 2).at(age)
        if age >= CHOSEN_SECONDS and not self.closed:
            self.close()
            self._chosen(taken)

    def _words(self, canvas: pygame.Surface) -> None:
        kit = self._kit
        kit.put(canvas, kit.type.display(TITLE, 44, p.CREAM), 640, TITLE_Y, "center")
        about = CHEF_LEFT if CHEF in self._have else ABOUT
        kit.put(canvas, kit.type.ui(about, 18, p.LILAC, "medium"), 640, ABOUT_Y, "center")
        kit.put(canvas, kit.type.ui(HINT, 14, p.LILAC, "medium"), 640, HINT_Y, "center")


def improve(screen: Screen, shift: str, then: Callable[[], object]) -> None:
    """After a shift of the career let the player choose as often as is due; then go on."""
    keep = screen.game.keep
    progress = keep.progress
    if shift not in CAREER or not choices_due(progress.stars, progress.improvements):
        then()
        return
    offered = _offered(keep)

    def chosen(improvement: Improvement) -> None:
        keep.change_progress(lambda now: now.with_improvement(improvement.name, instead_of=CHEF))
        improve(screen, shift, then)

    if offered:
        screen.open(ImprovementChoice(screen, chosen, offered, progress.improvements, then))
    else:
        then()


def _offered(keep: Keep) -> list[str]:
    """The cards on the table: three that would change something in what comes."""
    deck = SystemRandom().randrange(DECKS)
    progress = keep.change_progress(lambda now: now.with_deck(deck))
    have = kept(progress.improvements)
    shifts = (load_shift(name) for name in coming(progress.stars))
    return dealt(progress.deck or 0, len(have), worthwhile(shifts, have))
