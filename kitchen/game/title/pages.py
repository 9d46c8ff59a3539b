"""The pages: heads, cards and note of every spread, and the leaf that turns between two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.bet import Bet
from kitchen.game.title.arrangement import ON_LEFT, UPPER, arranged, right_free
from kitchen.game.title.book import draw_heads
from kitchen.game.title.bookcard import BookCard
from kitchen.game.title.bosscard import BossCard, draw_or
from kitchen.game.title.diploma import draw_diploma
from kitchen.game.title.doorslip import DoorSlip
from kitchen.game.title.journey import Journey
from kitchen.game.title.layout import COLUMNS, PAGES, place, wide_place
from kitchen.game.title.leaf import Leaf
from kitchen.game.title.lessoncard import LessonCard
from kitchen.game.title.note import ShiftNote
from kitchen.game.title.own_card import KITCHEN, LESSON, draw_memo
from kitchen.game.title.servicecard import ServiceCard
from kitchen.game.title.shiftcard import ShiftCard
from kitchen.game.title.spread import CardOffer, LessonOffer, Spread

AnyCard = BookCard[Any]


class Pages:
    """``book`` is a canvas with the empty book on it; ``act`` is told the offer of a pressed card.
    ``bets`` are those of this sitting; None: nobody wants to bet.

    Everything is made when it is first wanted; `warm` makes it before.
    """

    def __init__(
        self, kit: Kit, book: pygame.Surface, spreads: Sequence[Spread], journey: Journey,
        act: Callable[[CardOffer], object], bets: dict[str, Bet] | None = None,
    ) -> None:  # fmt: skip
        self._kit = kit
        self._spreads, self._journey = spreads, journey
        self._act, self._bets = act, bets
        self._note = ShiftNote(kit)
        self._area = kit.stage.rect(*PAGES)
        self._blank = book.subsurface(self._area).copy()
        self._sheet = pygame.Surface(kit.stage.canvas_size).convert()
        self._cards: dict[int, list[AnyCard]] = {}
        self._slips: dict[int, DoorSlip] = {}
        self._heads: dict[int, pygame.Surface] = {}
        self._leaf: Leaf | None = None

    def cards(self, index: int) -> list[AnyCard]:
        """Those of a spread."""
        if index not in self._cards:
            spread = self._spreads[index]
            self._cards[index] = [
                self._card(spread, offer, box)
                for offer, box in zip(spread.offers, arranged(spread), strict=True)
            ]
        return self._cards[index]

    def _card(self, spread: Spread, offer: CardOffer, box: Box) -> AnyCard:
        if isinstance(offer, LessonOffer):
            return LessonCard(self._kit, box, offer, self._act)
        if offer in spread.bosses:
            return BossCard(self._kit, box, offer, self._act)
        kind = ServiceCard if offer in spread.services else ShiftCard
        return kind(self._kit, box, offer, self._act)

    def slip(self, index: int) -> DoorSlip | None:
        """Where one bets on the bosses of a spread; None: it has none, or nobody bets."""
        spread = self._spreads[index]
        if not spread.bosses or self._bets is None:
            return None
        if index not in self._slips:
            begin = spread.bosses[0]
            self._slips[index] = DoorSlip(
                self._kit, spread.bosses, self._bets, lambda: self._act(begin)
            )
        return self._slips[index]

    def controls(self, index: int) -> list[Control]:
        """Of a spread: its cards, and what lies on its slip."""
        slip = self.slip(index)
        return [*self.cards(index), *(slip.controls if slip is not None else ())]

    def has_note(self, index: int) -> bool:
        """Whether there is room for the note about a card."""
        return self.slip(index) is None

    def warm(self, first: int = 0) -> Iterator[None]:
        """Make everything, a little at a time, from that spread on."""
        for index in (*range(first, len(self._spreads)), *range(first)):
            self._written(index)
            yield
            for card in self.cards(index):
                card.picture()
                yield
                card.picture(1.0)
                yield

    def _written(self, index: int) -> pygame.Surface:
        """The pages with their heads, without cards."""
        if index not in self._heads:
            spread = self._spreads[index]
            self._sheet.blit(self._blank, self._area)
            draw_heads(self._kit, self._sheet, spread, (2 * index + 1, 2 * index + 2))
            self._fill(spread)
            self._heads[index] = self._sheet.subsurface(self._area).copy()
        return self._heads[index]

    def _fill(self, spread: Spread) -> None:
        """What stands where no card is."""
        if spread.kitchens:
            draw_memo(self._kit, self._sheet, place(len(spread.kitchens)), KITCHEN)
        elif spread.own:
            free = max(ON_LEFT, len(spread.lessons))
            if free < ON_LEFT + COLUMNS * UPPER:  # the note is below
                draw_memo(self._kit, self._sheet, place(free), LESSON)
        elif right_free(spread):
            draw_diploma(self._kit, self._sheet, wide_place(1, 0, UPPER), self._journey)

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, index: int, about: CardOffer) -> None:
        """Everything but the controls."""
        canvas.blit(self._written(index), self._area)
        slip = self.slip(index)
        if slip is not None:
            slip.draw(canvas)
        else:
            self._note.draw(canvas, about)

    def finish(self, canvas: pygame.Surface, index: int) -> None:
        """What lies over the cards."""
        if self._spreads[index].bosses:
            draw_or(self._kit, canvas)

    def picture(self, index: int, about: CardOffer, wall: float) -> pygame.Surface:
        """The pages with their cards, nothing touched."""
        self.draw(self._sheet, index, about)
        for card in self.cards(index):
            card.show(self._sheet, card.picture())
        slip = self.slip(index)
        if slip is not None:
            slip.show(self._sheet, wall)
        self.finish(self._sheet, index)
        return self._sheet.subsurface(self._area).copy()

    # -- turning -------------------------------------------------------------------------------

    def turn(self, old: pygame.Surface, new: pygame.Surface, way: int, wall: float) -> None:
        """A leaf goes over, from one picture to the other."""
        self._leaf = Leaf(self._kit, old, new, way, wall)

    def turning(self, wall: float) -> Leaf | None:
        """The leaf that is on its way."""
        if self._leaf is not None and self._leaf.done(wall):
            self._leaf = None
        return self._leaf
