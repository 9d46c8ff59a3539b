"""Where the guide is, and what leads from there to where: one table, judged by facts alone.

No row asks which key was pressed. What the player has already reached is passed over, and what was
taken back is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from kitchen.game.service.tutorial.story import EGG, HOME, OTHER, SOUP, Story


class Chapter(Enum):
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


ORDER = tuple(Chapter)[: Chapter.DONE.value]
"""Those that are counted on the card."""

AT_HOME = tuple(Chapter)[: Chapter.HANDS.value]
"""Those that tell of what happens in the tutorial's own kitchen."""

Holds = Callable[[Story], bool]
Moves = tuple[tuple[Holds, Chapter], ...]


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


TABLE: Mapping[Chapter, Moves] = {
    Chapter.GIVE_SOUP: ((lambda s: s.given(SOUP), Chapter.HANDS_ON_SOUP),),
    Chapter.HANDS_ON_SOUP: (
        (_read, Chapter.SOUP_WORKS),
        (lambda s: not s.hands_on(SOUP), Chapter.SOUP_WORKS),
    ),
    Chapter.SOUP_WORKS: (
        (lambda s: s.let_go(SOUP), Chapter.AWAIT),
        (lambda s: not s.given(SOUP), Chapter.GIVE_SOUP),
    ),
    Chapter.AWAIT: (
        (_read, Chapter.EGG_COMES),
        (lambda s: not s.cooks(SOUP), Chapter.EGG_COMES),
    ),
    Chapter.EGG_COMES: ((lambda s: s.order(EGG) is not None, Chapter.GIVE_EGG),),
    Chapter.GIVE_EGG: ((lambda s: s.given(EGG), Chapter.EGG_WORKS),),
    Chapter.EGG_WORKS: (
        (lambda s: s.let_go(EGG), Chapter.BOTH),
        (lambda s: not s.given(EGG), Chapter.GIVE_EGG),
    ),
    Chapter.BOTH: (
        (_read, Chapter.TIMERS),
        (lambda s: not (s.cooks(SOUP) and s.cooks(EGG)), Chapter.TIMERS),
    ),
    Chapter.TIMERS: ((_served, Chapter.LOOK), (_rings, Chapter.RINGS), (_busy, Chapter.HANDS)),
    Chapter.RINGS: ((_served, Chapter.LOOK), (_busy, Chapter.HANDS), (_quiet, Chapter.TIMERS)),
    Chapter.HANDS: ((_served, Chapter.LOOK), (_rings, Chapter.RINGS), (_quiet, Chapter.TIMERS)),
    Chapter.LOOK: ((lambda s: s.mode == OTHER, Chapter.STARES),),
    Chapter.STARES: ((_read, Chapter.BACK), (lambda s: s.mode != OTHER, Chapter.BACK)),
    Chapter.BACK: ((lambda s: s.mode == HOME, Chapter.DONE),),
    Chapter.DONE: ((_read, Chapter.END),),
}
"""From each state: the facts, in the order in which they are asked for, and where each leads."""


class Lead:
    """The guide's place in the table."""

    def __init__(self) -> None:
        self.state = Chapter.GIVE_SOUP
        self.left = Chapter.GIVE_SOUP
        """Where it was before the player looked away."""

    @property
    def number(self) -> int:
        """Of the card, from 1."""
        state = self.left if self.state is Chapter.AWAY else self.state
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

    def _next(self, story: Story) -> Chapter | None:
        if self.state is Chapter.END:
            return None
        if story.over:
            return Chapter.END
        if self.state is Chapter.AWAY:
            return self.left if story.mode == HOME else None
        if self.state in AT_HOME and story.mode != HOME:
            self.left = self.state
            return Chapter.AWAY
        return next((to for fact, to in TABLE[self.state] if fact(story)), None)
