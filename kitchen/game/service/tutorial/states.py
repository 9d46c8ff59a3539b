"""Where the guide is, and what leads from there to where: one table, judged by facts alone.

No row asks which key was pressed. What the player has already reached is passed over, and what was
taken back is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from kitchen.game.service.tutorial.story import EGG, HOME, OTHER, SOUP, Story


class State(Enum):
    """The guide's cards in their order, then the two that have no place in it."""

    WELCOME = auto()
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
    SERVED = auto()
    LOOK = auto()
    STARES = auto()
    BACK = auto()
    DONE = auto()
    AWAY = auto()
    """The player looks into another kitchen while the story goes on in this one."""
    END = auto()


ORDER = tuple(State)[: State.DONE.value]
"""Those that are counted on the card."""

AT_HOME = tuple(State)[: State.HANDS.value]
"""Those that tell of what happens in the tutorial's own kitchen."""

Fact = Callable[[Story], bool]
Moves = tuple[tuple[Fact, State], ...]


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


TABLE: Mapping[State, Moves] = {
    State.WELCOME: ((_read, State.GIVE_SOUP),),
    State.GIVE_SOUP: ((lambda s: s.given(SOUP), State.HANDS_ON_SOUP),),
    State.HANDS_ON_SOUP: (
        (_read, State.SOUP_WORKS),
        (lambda s: not s.hands_on(SOUP), State.SOUP_WORKS),
    ),
    State.SOUP_WORKS: (
        (lambda s: s.let_go(SOUP), State.AWAIT),
        (lambda s: not s.given(SOUP), State.GIVE_SOUP),
    ),
    State.AWAIT: (
        (_read, State.EGG_COMES),
        (lambda s: not s.cooks(SOUP), State.EGG_COMES),
    ),
    State.EGG_COMES: ((lambda s: s.order(EGG) is not None, State.GIVE_EGG),),
    State.GIVE_EGG: ((lambda s: s.given(EGG), State.EGG_WORKS),),
    State.EGG_WORKS: (
        (lambda s: s.let_go(EGG), State.BOTH),
        (lambda s: not s.given(EGG), State.GIVE_EGG),
    ),
    State.BOTH: (
        (_read, State.TIMERS),
        (lambda s: not (s.cooks(SOUP) and s.cooks(EGG)), State.TIMERS),
    ),
    State.TIMERS: ((_served, State.SERVED), (_rings, State.RINGS), (_busy, State.HANDS)),
    State.RINGS: ((_served, State.SERVED), (_busy, State.HANDS), (_quiet, State.TIMERS)),
    State.HANDS: ((_served, State.SERVED), (_rings, State.RINGS), (_quiet, State.TIMERS)),
    State.SERVED: ((_read, State.LOOK),),
    State.LOOK: ((lambda s: s.mode == OTHER, State.STARES),),
    State.STARES: ((_read, State.BACK), (lambda s: s.mode != OTHER, State.BACK)),
    State.BACK: ((lambda s: s.mode == HOME, State.DONE),),
    State.DONE: ((_read, State.END),),
}
"""From each state: the facts, in the order in which they are asked for, and where each leads."""


class Lead:
    """The guide's place in the table."""

    def __init__(self) -> None:
        self.state = State.WELCOME
        self.left = State.WELCOME
        """Where it was before the player looked away."""

    @property
    def number(self) -> int:
        """Of the card, from 1."""
        state = self.left if self.state is State.AWAY else self.state
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

    def _next(self, story: Story) -> State | None:
        if self.state is State.END:
            return None
        if story.over:
            return State.END
        if self.state is State.AWAY:
            return self.left if story.mode == HOME else None
        if self.state in AT_HOME and story.mode != HOME:
            self.left = self.state
            return State.AWAY
        return next((to for fact, to in TABLE[self.state] if fact(story)), None)
