"""The pages: heads, cards and note of every spread, and the leaf that turns between two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pygame

from kitchen.game.draw.kit import Kit
from kitchen.game.title.book import draw_heads
from kitchen.game.title.bosscard import BossCard, draw_or
from kitchen.game.title.contest import draw_contest
from kitchen.game.title.layout import NOTE_FROM, PAGES, boss_place, place
from kitchen.game.title.leaf import Leaf
from kitchen.game.title.note import ShiftNote
from kitchen.game.title.own_card import draw_memo
from kitchen.game.title.shiftcard import ShiftCard
from kitchen.game.title.spread import Offer, Spread


class Pages:
    """``book`` is a canvas with the empty book on it; ``act`` is told the offer of a pressed card.

    Everything is made when it is first wanted; `warm` makes it before.
    """

    def __init__(
        self, kit: Kit, book: pygame.Surface, spreads: Sequence[Spread],
        act: Callable[[Offer], object],
    ) -> None:  # fmt: skip
        self._kit = kit
        self._spreads = spreads
        self._act = act
        self._note = ShiftNote(kit)
        self._area = kit.stage.rect(*PAGES)
        self._blank = book.subsurface(self._area).copy()
        self._sheet = pygame.Surface(kit.stage.canvas_size).convert()
        self._cards: dict[int, list[ShiftCard]] = {}
        self._heads: dict[int, pygame.Surface] = {}
        self._leaf: Leaf | None = None

    def cards(self, index: int) -> list[ShiftCard]:
        """Those of a spread."""
        if index not in self._cards:
            spread = self._spreads[index]
            kind, where = (BossCard, boss_place) if spread.bosses else (ShiftCard, place)
            self._cards[index] = [
                kind(self._kit, where(slot), offer, self._act)
                for slot, offer in enumerate(spread.offers)
            ]
        return self._cards[index]

    def warm(self) -> Iterator[None]:
        """Make everything, a little at a time."""
        for index in range(len(self._spreads)):
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
            if spread.bosses:
                draw_contest(self._kit, self._sheet, spread.offers)
            elif len(spread.offers) < NOTE_FROM:
                draw_memo(self._kit, self._sheet, place(len(spread.offers)))
            self._heads[index] = self._sheet.subsurface(self._area).copy()
        return self._heads[index]

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, index: int, about: Offer) -> None:
        """Everything but the cards, which are controls."""
        canvas.blit(self._written(index), self._area)
        if len(self._spreads[index].offers) <= NOTE_FROM:
            self._note.draw(canvas, about)

    def finish(self, canvas: pygame.Surface, index: int) -> None:
        """What lies over the cards."""
        if self._spreads[index].bosses:
            draw_or(self._kit, canvas)

    def picture(self, index: int, about: Offer) -> pygame.Surface:
        """The pages with their cards, nothing touched."""
        self.draw(self._sheet, index, about)
        for card in self.cards(index):
            card.show(self._sheet, card.picture())
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
