"""What the parts of a kitchen's time, the changes that were tried and their effects are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kitchen.english import counted, plural, span, spelled
from kitchen.lab.why.changes import Change
from kitchen.lab.why.effects import Effect
from kitchen.lab.why.parts import ChefPart, WallPart
from kitchen.report.amounts import sum_of
from kitchen.runs.result import Result

WALL: Mapping[WallPart, str] = {
    "hands": "hands at work",
    "line_for_hands": "hands at work, others in line",
    "line_for_station": "in line for a station",
    "staring": "a chef stares at a pot",
    "cooking": "cooking, nobody needed",
    "blocked": "waiting for another task",
    "unpicked": "hand up, nobody picks",
    "guest": "a guest waits in vain",
    "closing": "until the doors close",
    "arrival": "not ordered yet",
}
"""What a link of the critical path counts as."""

CHEFS: Mapping[ChefPart, str] = {
    "hands": "hands at work",
    "staring": "staring at a pot",
    "unpicked": "idle, a hand up that nobody picks",
    "cooking": "idle, all of it cooks or waits",
    "nothing": "idle, no order there",
}

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
            "ninth", "tenth", "eleventh", "twelfth")  # fmt: skip

HARDLY = 0.05
"""Seconds: of less, a share of the time is told."""

LITTLE = 0.05
"""A saving of a smaller share of the time is called "only"."""


def adding_up(parts: Sequence[Fraction], digits: int = 1) -> list[float]:
    """Each rounded so that they still add up to the rounded whole: it is their running sum that is
    rounded."""
    shown, before, whole = [], Fraction(), Fraction()
    for part in parts:
        whole += part
        rounded = round(whole, digits)
        shown.append(float(rounded - before))
        before = rounded
    return shown


def another(count: int, noun: str) -> str:
    """``a second oven``, ``an eleventh chef``, ``a 101st hob``."""
    if count < len(ORDINALS):
        which = ORDINALS[count]
    else:
        teens = count % 100 in (11, 12, 13)
        ends = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        which = f"{count}{ends}"
    article = "an" if which.startswith(("e", "8")) or count in (11, 18) else "a"
    return f"{article} {which} {noun}"


def crew(chefs: int, attention: str) -> str:
    """``one chef who leaves the pots``."""
    verb = attention if chefs > 1 else f"{attention}s"
    return f"{counted(chefs, 'chef')} who {verb} {'at ' if attention == 'stay' else ''}the pots"


def named(change: Change, one: Effect | None = None) -> str:
    """``a second oven``. ``one`` is the effect, which knows who cooks in another kitchen."""
    match change.kind:
        case "chef":
            return another(change.count, "chef")
        case "station":
            return another(change.count, change.what)
        case "rail":
            return f"a rail for {change.count}"
        case "policy":
            return f"the policy {change.what}"
        case "kitchen":
            result = one.result if one is not None else None
            return crew(result.chefs, result.attention) if result else f"{change.what} instead"
    return {
        "hands": "hands a fifth faster",
        "fire": "fires a fifth faster",
        "hold": "food that keeps half as long again",
        "patience": "guests who wait a quarter longer",
        "boards": "prepped boards",
    }[change.kind]


def is_several(one: Effect) -> bool:
    """Whether its name takes ``save``, not ``saves``."""
    kind = one.change.kind
    crowd = kind == "kitchen" and one.result is not None and one.result.chefs > 1
    return kind in ("hands", "fire", "patience", "boards") or crowd


def does(one: Effect) -> str:
    """What it does: ``saves 10:29``, ``serves two more``, ``takes 20 seconds longer``."""
    several = is_several(one)

    def verb(word: str) -> str:
        return word if several else f"{word}s"

    if one.result is None:
        return "cannot be run"
    if one.plates:
        few = "more" if one.plates > 0 else "fewer"
        return f"{verb('serve')} {spelled(abs(one.plates))} {few}"
    if one.seconds:
        return f"{verb('save' if one.seconds > 0 else 'take')} {_time(one.seconds, one.result)}"
    if not one.dollars:
        return f"{verb('save')} nothing"
    if one.change.kind == "chef" and one.dollars < 0:
        return f"saves nothing and costs {sum_of(-one.dollars)}"
    return f"{verb('earn')} {sum_of(abs(one.dollars))} {'more' if one.dollars > 0 else 'less'}"


def _time(seconds: float, result: Result) -> str:
    """``10:29``, ``only 50 seconds``, ``20 seconds longer``, ``20% of the time``."""
    share = abs(seconds) / (result.makespan + seconds)
    words = span(abs(seconds)) if abs(seconds) >= HARDLY else f"{share:.0%} of the time"
    if seconds < 0:
        return f"{words} longer" if abs(seconds) >= HARDLY else f"{words} more"
    return f"only {words}" if share < LITTLE else words


def price(one: Effect) -> str:
    """`` and costs $7.46``, `` but earns $7.46 less``: where what it gains costs money."""
    if one.dollars >= 0 or not (one.plates or one.seconds) or one.verdict != "helps":
        return ""
    if one.change.kind == "chef":
        return f" and costs {sum_of(-one.dollars)}"
    return f" but {'earn' if is_several(one) else 'earns'} {sum_of(-one.dollars)} less"


def stations(kind: str, places: int) -> str:
    """``the one oven``, ``one of the two ovens``, ``one of the 20 hobs``."""
    if places == 1:
        return f"the one {kind}"
    return f"one of the {spelled(places)} {plural(places, kind)}"
