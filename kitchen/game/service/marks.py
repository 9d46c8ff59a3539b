"""The marks on a service: bookmarks of the player's own, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.game.signs.bookmark import Bookmark
from kitchen.runs.past import Stop
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.losses import LostKind

WRONG: dict[LostKind, str] = {
    "burnt": "burns", "walked_out": "guest left", "rail_full": "rail full",
    "turned_away": "turned away",
}  # fmt: skip
"""What a flag says of a loss. What was served though it had suffered has none."""

HAPPENS: dict[type[f.Fact], str] = {
    f.FoodBurnt: "burns", f.WalkedOut: "guest left", f.RailFull: "rail full",
    f.TurnedAway: "turned away", f.Served: "served", f.StartedAgain: "again",
    f.Ordered: "order", f.TimerRang: "rings", f.Opened: "opening", f.Closed: "closing",
}  # fmt: skip
"""What a bookmark says of a moment at which this happened, what matters most first."""


class Marks:
    """All of them; those of the player's own stand in every kitchen."""

    def __init__(self) -> None:
        self._own: dict[float, Bookmark] = {}
        self._known: tuple[object, ...] = ()
        self._found: tuple[Bookmark, ...] = ()

    def of(self, view: KitchenView) -> tuple[Bookmark, ...]:
        """Those of a kitchen, in order of time; made anew when there is one more."""
        known = view, len(view.losses), tuple(self._own)
        if known != self._known:
            self._known, self._found = known, self._all(view)
        return self._found

    def _all(self, view: KitchenView) -> tuple[Bookmark, ...]:
        wrong = {
            lost.t: Bookmark(lost.t, WRONG[lost.kind])
            for lost in reversed(view.losses.all)
            if lost.kind in WRONG
        }
        return tuple(mark for _, mark in sorted((wrong | self._own).items()))

    def toggle(self, at: float, facts: Sequence[f.Fact], stop: Stop) -> None:
        """Put a bookmark there, or take it away; it says what has happened at that moment."""
        if self._own.pop(at, None) is None:
            self._own[at] = Bookmark(at, _words(facts, stop), own=True)


def _words(facts: Sequence[f.Fact], stop: Stop) -> str:
    kinds, index = set(), stop.facts
    while index and facts[index - 1].t == stop.time:
        index -= 1
        kinds.add(type(facts[index]))
    return next((words for kind, words in HAPPENS.items() if kind in kinds), "mark")
