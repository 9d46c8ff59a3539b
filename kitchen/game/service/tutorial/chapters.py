"""Where the guide is, and what leads from there to where: one table, judged by facts alone.

No row asks which key was pressed. What the player has already reached is passed over, and what was
taken back is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from kitchen.game.service.tutorial.story import EGG, HOME, OTHER, SOUP, Story


class Cards(Enum):
    """The guide's cards in their order, then the two that have no place in it."""

    GIVE_SOUP = auto()
    HANDS_ON_SOUP = auto()
    SOUP_WORKS = auto()
    AWAIT = auto()
    EGG_COMES = auto()
    GIVE_EGG = auto()
    EGG_WORKS = auto()
    BOTH = auto()
    TIMERS = auto()
    RINGS = auto()
    HANDS = auto()
    LOOK = auto()
    STARES = auto()
    BACK = auto()
    DONE = auto()
    AWAY = auto()
    """The player looks into another kitchen while the story goes on in this one."""
    END = auto()


ORDER = tuple(Cards)[: Cards.DONE.value]
"""Those that are counted on the card."""

AT_HOME = tuple(Cards)[: Cards.HANDS.value]
"""Those that tell of what happens in the tutorial's own kitchen."""

Holds = Callable[[Story], bool]
Moves = tuple[tuple[Holds, Cards], ...]


def _read(story: Story) -> bool:
    return story.read


def _served(story: Story) -> bool:
    return story.served


def _rings(story: Story) -> bool:
    return story.next is not None


def _busy(story: Story) -> bool:
    return story.busy


def _quiet(story: Story) -> bool:
    return not story.busy and story.next is None


TABLE: Mapping[Cards, Moves] = {
    Cards.GIVE_SOUP: ((lambda s: s.given(SOUP), Cards.HANDS_ON_SOUP),),
    Cards.HANDS_ON_SOUP: (
        (_read, Cards.SOUP_WORKS),
        (lambda s: not s.hands_on(SOUP), Cards.SOUP_WORKS),
    ),
    Cards.SOUP_WORKS: (
        (lambda s: s.let_go(SOUP), Cards.AWAIT),
        (lambda s: not s.given(SOUP), Cards.GIVE_SOUP),
    ),
    Cards.AWAIT: (
        (_read, Cards.EGG_COMES),
        (lambda s: not s.cooks(SOUP), Cards.EGG_COMES),
    ),
    Cards.EGG_COMES: ((lambda s: s.order(EGG) is not None, Cards.GIVE_EGG),),
    Cards.GIVE_EGG: ((lambda s: s.given(EGG), Cards.EGG_WORKS),),
    Cards.EGG_WORKS: (
        (lambda s: s.let_go(EGG), Cards.BOTH),
        (lambda s: not s.given(EGG), Cards.GIVE_EGG),
    ),
    Cards.BOTH: (
        (_read, Cards.TIMERS),
        (lambda s: not (s.cooks(SOUP) and s.cooks(EGG)), Cards.TIMERS),
    ),
    Cards.TIMERS: (
        (_served, Cards.LOOK),
        (_rings, Cards.RINGS),
        (_busy, Cards.HANDS),
    ),
    Cards.RINGS: (
        (_served, Cards.LOOK),
        (_busy, Cards.HANDS),
        (_quiet, Cards.TIMERS),
    ),
    Cards.HANDS: (
        (_served, Cards.LOOK),
        (_rings, Cards.RINGS),
        (_quiet, Cards.TIMERS),
    ),
    Cards.LOOK: ((lambda s: s.mode == OTHER, Cards.STARES),),
    Cards.STARES: ((_read, Cards.BACK), (lambda s: s.mode != OTHER, Cards.BACK)),
    Cards.BACK: ((lambda s: s.mode == HOME, Cards.DONE),),
    Cards.DONE: ((_read, Cards.END),),
}
"""From each state: the facts, in the order in which they are asked for, and where each leads."""


class Lead:
    """The guide's place in the table."""

    def __init__(self) -> None:
        self.state = Cards.GIVE_SOUP
        self.left = Cards.GIVE_SOUP
        """Where it was before the player looked away."""

    @property
    def number(self) -> int:
        """Of the card, from 1."""
        state = self.left if self.state is Cards.AWAY else self.state
        return min(state.value, len(ORDER))

    def follow(self, story: Story) -> bool:
        """Go where the facts lead; whether that is somewhere else. A card that was read leads one
        state on, and from there only facts do."""
        before = self.state
        if (to := self._next(story)) is not None:
            self.state = to
            self._on_by_facts(Story(story.service, stopped=story.stopped))
        return self.state is not before

    def _on_by_facts(self, story: Story) -> None:
        seen = {self.state}
        while (to := self._next(story)) is not None and to not in seen:
            seen.add(to)
            self.state = to

    def _next(self, story: Story) -> Cards | None:
        if self.state is Cards.END:
            return None
        if story.over:
            return Cards.END
        if self.state is Cards.AWAY:
            return self.left if story.mode == HOME else None
        if self.state in AT_HOME and story.mode != HOME:
            self.left = self.state
            return Cards.AWAY
        return next((to for fact, to in TABLE[self.state] if fact(story)), None)
