"""What the card of a step at the stove says at this moment: words that are true, and a way on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kitchen.game.input.actions import LookInto, Pause, TogglePick, ToPresent
from kitchen.game.lesson.stove.attempt import Attempt
from kitchen.game.signs.titles import short_title
from kitchen.lessons.cooking.coaching import Advice, Watching
from kitchen.lessons.steps import Points

SHORT = 8
"""Letters of a dish's name."""

Keys = Mapping[str, str]
"""What the keys are called that may stand in the words of a coach."""

HINTS = 2
"""After so many, the next one shows how it is done."""


@dataclass(frozen=True, slots=True)
class ReadIt:
    """Go on when this is read."""


@dataclass(frozen=True, slots=True)
class ChooseOne:
    """Pick one of several: which one is the player's to find out."""


WayOn = ReadIt | ChooseOne | TogglePick | LookInto | Pause | ToPresent | None
"""What leads on; None: kitchen time does."""


@dataclass(frozen=True, slots=True)
class CardSays:
    """``button`` stands on the card's own, which leads on; empty: the kitchen has the way on."""

    words: str
    offer: WayOn = None
    ask: str = ""
    """What the player is asked for, before the keys that do it."""
    button: str = ""
    order: int = 0
    points: Points = ""
    stops: bool = False
    """The clock waits."""
    advice: Advice | None = None
    """The coach's, if it is that."""


PAST = CardSays(
    "You look at a moment that has been: all you see is as it was then, and the kitchen waits.",
    ToPresent(), "Back to now", "Go back", stops=True,
)  # fmt: skip
SHOWN = CardSays(
    "This is how it can be done: the picks make themselves. Watch.", None, "", "My turn"
)
AWAY = (
    "You look into the {mode} kitchen: the same orders at the same moment. Yours is the one with "
    "the flag, and the clock waits until you are back there."
)


def says(attempt: Attempt, hint: int | None, keys: Keys) -> CardSays | None:
    """At this moment; None: nothing. ``hint`` is the one that is open, from 0."""
    stove, session = attempt.stove, attempt.session
    if session.lookback.sight is not None:
        return PAST
    if attempt.shows:
        return SHOWN
    if not stove.briefed:
        return CardSays(stove.brief, ReadIt(), "", "Cook!", stops=True)
    if hint is not None:
        return CardSays(stove.step.hints[hint], ReadIt(), "", "Go on", stops=True)
    watching = attempt.watching
    advice = stove.coaching.advice(watching)
    stopped = session.paused and not attempt.closed
    if advice is None:
        return None
    found = _of_coach(advice, watching, keys)
    if found.offer is None and stopped:
        return replace(found, offer=Pause(), ask="The clock is stopped")
    return found


def _name(title: str, now: Watching) -> str:
    return short_title(title, lambda form: len(form) <= SHORT, now.view.menu).lower()


def _of_coach(advice: Advice, now: Watching, keys: Keys) -> CardSays:
    order = now.order(advice.order)
    name = _name(order.title, now) if order is not None else "dish"
    parts = order.live_parts if order is not None else ()
    what = next((part.what for part in parts if part.state == "hands"), "")
    words = advice.says.format_map({"dish": name, "what": what, **keys})
    offer: WayOn = None
    ask = button = ""
    match advice.ask:
        case "read":
            offer, button = ReadIt(), "Go on"
        case "pick":
            offer, ask = TogglePick(advice.order), f"the {name}"
        case "choose":
            offer, ask = ChooseOne(), "You choose"
        case "look":
            offer, ask = LookInto(advice.mode), f"Look into {advice.mode.capitalize()}"
        case "back":
            offer, ask, button = LookInto(advice.mode), "Go back", "Go back"
            words = AWAY.format(mode=now.mode)
    return CardSays(
        words, offer, ask, button, advice.order, advice.points, advice.stops, advice
    )  # fmt: skip
