"""The hand of cards of a prediction: which are put in order, and which lie there still. Pure."""

from __future__ import annotations

from collections.abc import Sequence


class CardHand:
    """Cards are numbers into ``deck``. ``placed`` of them are in order, the ``left`` ones not."""

    def __init__(self, deck: Sequence[str]) -> None:
        self.deck = list(deck)
        self.placed: list[int] = []
        self.left = list(range(len(deck)))

    @property
    def answer(self) -> list[str] | None:
        """What stands on those in order; None: none is."""
        return [self.deck[card] for card in self.placed] or None

    def put(self, answer: Sequence[str] | None) -> None:
        """Place cards with these texts."""
        self.placed, self.left = [], list(range(len(self.deck)))
        for text in answer or ():
            card = next((c for c in self.left if self.deck[c] == text), None)
            if card is not None:
                self.place(card, len(self.placed))

    def place(self, card: int, index: int) -> None:
        """Put a card there in order."""
        self.take_back(card)
        self.left.remove(card)
        self.placed.insert(max(0, min(index, len(self.placed))), card)

    def take_back(self, card: int) -> None:
        """It is not in order any more; it lies where it lay at first."""
        if card in self.placed:
            self.placed.remove(card)
            self.left = sorted([*self.left, card])

    def shift(self, card: int, way: int) -> bool:
        """One place up (-1) or down (1), from the last place down to those that are left, and from
        there up to the last place; whether it has moved."""
        if card not in self.placed:
            if way < 0:
                self.place(card, len(self.placed))
            return way < 0
        at = self.placed.index(card) + way
        if at >= len(self.placed):
            self.take_back(card)
        elif at >= 0:
            self.place(card, at)
        return at >= 0

    def row_of(self, card: int) -> int:
        """From the top: those in order, then a free row while any are left, then those."""
        if card in self.placed:
            return self.placed.index(card)
        return len(self.placed) + 1 + self.left.index(card)

    @property
    def rows(self) -> int:
        return len(self.deck) + 1
