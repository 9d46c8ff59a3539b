"""Yours: the player's own kitchen, wherever the player looks, and when stars count there.

Every screen that tells of it takes its words from here. All of it is pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kitchen.game.draw import format as fmt
from kitchen.runs.service import Service, Watched
from kitchen.runs.sight import Sight
from kitchen.sim.facts import Fact
from kitchen.sim.policy import PLAYER
from kitchen.sim.view.kitchenview import KitchenView


@dataclass(frozen=True, slots=True)
class Yours:
    """The player's own kitchen as a moment has it."""

    mode: str
    view: KitchenView
    free: bool
    """A pick in another kitchen makes that one theirs."""
    watched: Watched | None
    """Why stars do not count in the kitchen that is looked into; None: they do."""
    autopilot: bool = False
    """The policy decides in it, instead of the player."""
    replay: bool = False
    """Nobody plays it: it was recorded."""
    resting: bool = False
    """Kitchen time stands still because the player looks elsewhere."""
    facts: Sequence[Fact] = ()
    """Folded since the last frame, of it."""

    @property
    def calls(self) -> bool:
        """Hands are free, somebody waits for them, and nobody but the player says who."""
        return not self.replay and bool(waiting(self.view))


def yours_of(
    service: Service, resting: bool, facts: Sequence[Fact], sight: Sight | None = None
) -> Yours:
    """``sight``: as it was then."""
    seen = sight or service
    home, watched = seen.home, service.watched(seen.mode, sight)
    replay = service.watched(home, sight) == "replay"
    return Yours(
        home, seen.views[home], service.free, watched, seen.autopilot, replay, resting, facts
    )


def waiting(view: KitchenView) -> list[int]:
    """The orders that wait for the player to say who gets the hands that are free now."""
    free = any(chef.state == "free" for chef in view.chefs)
    if view.policy != PLAYER or not free:
        return []
    line = view.line
    return [] if any(order in view.picks for order in line) else line


def needs(yours: Yours) -> str:
    """What it needs, in words: empty if nothing."""
    if not yours.calls:
        return ""
    line = waiting(yours.view)
    wait = "waits" if len(line) == 1 else "wait"
    return f"It needs you: hands are free, and {fmt.count(len(line), 'dish', 'dishes')} {wait}."


def refusal(mode: str) -> str:
    """Why a pick in another kitchen of the career does nothing."""
    return f"You only look in here. Your picks count in the {mode} kitchen."


# -- what was only watched -------------------------------------------------------------------------

WHY: dict[Watched, str] = {
    "autopilot": "The autopilot decided while orders were open.",
    "chefs": "With a chef for every dish there is next to nothing to decide.",
    "replay": "A replay: all was decided when it was recorded.",
    "branch": "It was taken over in mid-shift: what it earns is practice.",
    "looked": "You only looked into this kitchen.",
    "idle": "Nobody was ever picked here.",
    "calm": "In the calm kitchen guests wait for ever.",
}


def why_watched(watched: Watched, stars: int = 0) -> str:
    """One sentence; ``stars`` would have been earned, if it counted."""
    if watched == "branch" and stars:
        are = "its star is" if stars == 1 else f"its {stars} stars are"
        return f"It was taken over in mid-shift: {are} practice."
    return WHY[watched]


def how_to_earn(kitchen: str | None, watched: Watched | None = None) -> str:
    """How a shift that was watched gives stars; ``kitchen`` is the one it names."""
    if watched == "calm":
        return "For stars, switch the calm kitchen off in the settings."
    if watched == "branch":
        return "For stars, play the shift from the top."
    where = f"in the {kitchen} kitchen" if kitchen else "with one chef"
    return f"For stars, decide yourself {where}, with Auto off."
