"""The verdict: what the same orders in several kitchens show, in one or two plain sentences.

The words are computed from the figures alone, for whatever came out: that leaving the pots was
slower, that customers walked out, that more chefs saved nothing. Who was done sooner is told only
of kitchens that served the same dishes; of others, what each had served in the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kitchen.english import counted, listed, plural, span, spelled
from kitchen.report.amounts import per_dollar, sum_of
from kitchen.runs.fair import Serving, dishes_per_dollar, in_same_time, same_dishes, speedup
from kitchen.runs.result import Comparison

Tone = Literal["plain", "good", "cost"]

ALIKE = 0.02
"""Shares of time that differ by less are called the same."""

BUSY = 0.9
"""A chef whose hands are on a dish for so much of the time has hardly anything to wait for."""

LITTLE = 0.25
"""A saving of a smaller share of the time is called "only"."""


class Outcome(Serving, Protocol):
    """How one kitchen did: a `kitchen.runs.result.Result`, or whatever has its figures."""

    @property
    def mode(self) -> str: ...
    @property
    def chefs(self) -> int: ...
    @property
    def orders(self) -> int: ...
    @property
    def served(self) -> int: ...
    @property
    def burnt(self) -> int: ...
    @property
    def walked_out(self) -> int: ...
    @property
    def profit(self) -> float: ...
    @property
    def utilisation(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence; ``good`` and ``cost`` are the findings, and stand out."""

    text: str
    tone: Tone = "plain"


def verdict(kitchens: Sequence[Outcome], you: Outcome | None = None) -> list[Phrase]:
    """What there is to say of blocking, concurrent, parallel and hybrid, in this order.

    ``you`` is the kitchen that a player commanded, beside the autopilot's of the same mode.
    """
    blocking, concurrent, _, hybrid = kitchens
    lesson = _lesson(blocking, concurrent, hybrid)
    if you is None:
        return lesson
    autopilot = next(k for k in kitchens if k.mode == you.mode)
    return [*_yours(you, autopilot), Phrase(" "), *lesson]


def finding(comparison: Comparison) -> str:
    """What a comparison shows, in plain text."""
    return as_text(verdict(comparison.kitchens))


def as_text(phrases: Sequence[Phrase]) -> str:
    return "".join(phrase.text for phrase in phrases)


# -- leaving the pots, and more chefs --------------------------------------------------------------


def _lesson(blocking: Outcome, concurrent: Outcome, hybrid: Outcome) -> list[Phrase]:
    if not blocking.makespan or not concurrent.makespan:
        return [Phrase("Nothing took any time, so there is nothing to compare.")]
    return [
        *_leaving(blocking, concurrent),
        Phrase("; "),
        *_more_chefs(blocking, concurrent, hybrid),
    ]


def _leaving(stay: Outcome, leave: Outcome) -> list[Phrase]:
    """What one chef gains by leaving the pots."""
    gain = speedup(leave, stay)
    if gain is None:
        return _others_served(stay, leave)
    if gain >= 1.0 + ALIKE:
        return _sooner(leave, f"{gain:.1f}x" if gain >= 1.05 else "a little")
    if gain <= 1.0 - ALIKE:
        return _later(stay, leave)
    if stay.utilisation >= BUSY:
        return [
            Phrase("These dishes are all hands and no waiting, so leaving the pots "),
            Phrase("gains nothing", "cost"),
        ]
    return [
        Phrase("There was hardly a second pot to turn to, so leaving the first "),
        Phrase("gains nothing", "cost"),
    ]


def _others_served(stay: Outcome, leave: Outcome) -> list[Phrase]:
    """Where the two did not serve the same dishes: how many, in the end and in the same time."""
    if not stay.served and not leave.served:
        return [
            Phrase("Neither staying at the pots nor leaving them "),
            Phrase("served a dish", "cost"),
        ]
    same = in_same_time(leave, stay)
    race = f", {same.one} to {same.other} in the first {span(same.seconds)}"
    if (same.one, same.other) == (leave.served, stay.served):
        race = " in the same time"
    if leave.served < stay.served:
        return [
            Phrase(f"Leaving the pots did not pay here: {_crew(leave)} served "),
            Phrase(f"{_instead(stay, leave)}{race}", "cost"),
        ]
    start = f"By leaving pots that need no hands, {_crew(leave)} served "
    if leave.served > stay.served:
        return [Phrase(start), Phrase(f"{_instead(stay, leave)}{race}", "good")]
    tone: Tone = "good" if same.one >= same.other else "cost"
    return [Phrase(start), Phrase(f"as many dishes{race}, though not the same", tone)]


def _sooner(leave: Outcome, times: str) -> list[Phrase]:
    start, was = f"By leaving pots that need no hands, {_crew(leave)} ", _was(leave)
    if leave.served == leave.orders > 1:
        all_of_it = "both dishes" if leave.served == 2 else f"all {leave.served} dishes"
        return [Phrase(f"{start}served "), Phrase(f"{all_of_it} {times} sooner", "good")]
    return [Phrase(f"{start}{was} done "), Phrase(f"{times} sooner", "good")]


def _later(stay: Outcome, leave: Outcome) -> list[Phrase]:
    """Staying at the pots served the same dishes first."""
    burnt = leave.burnt - stay.burnt
    why = f", with {counted(burnt, 'more burnt dish', 'more burnt dishes')}" if burnt > 0 else ""
    return [
        Phrase(f"Leaving the pots did not pay here: {_crew(leave)} {_was(leave)} done "),
        Phrase(f"{span(leave.makespan - stay.makespan)} later{why}", "cost"),
    ]


def _more_chefs(stay: Outcome, one: Outcome, many: Outcome) -> list[Phrase]:
    """What the other chefs add to one who leaves the pots, and what they cost."""
    more = many.chefs - one.chefs
    who = f"{spelled(more)} more {plural(more, 'chef')} "
    if not same_dishes(one, many):
        return _more_served(who, one, many)
    cost = _cost(round(many.wages - one.wages, 2))
    saved = one.makespan - many.makespan
    again = " more" if same_dishes(stay, one) and one.makespan < stay.makespan else ""
    if abs(saved) < max(0.05, ALIKE / 20 * one.makespan):
        return [Phrase(who), Phrase(f"saved no time and {cost}.", "cost")]
    if saved < 0:
        return [Phrase(who), Phrase(f"took {span(-saved)} longer and {cost}.", "cost")]
    if saved < LITTLE * one.makespan:
        return [Phrase(who), Phrase(f"saved only {span(saved)}{again} and {cost}.", "cost")]
    gained = f"saved {span(saved)}{again}"
    return [Phrase(who), Phrase(gained, "good"), Phrase(" and "), Phrase(f"{cost}.", "cost")]


def _more_served(who: str, one: Outcome, many: Outcome) -> list[Phrase]:
    """Where more chefs served other dishes than the one: how many, and for what wages."""
    extra = round(many.wages - one.wages, 2)
    cost = _extra(extra) + _bought(one, many)
    if many.served > one.served:
        join = " and " if extra <= 0 else " but "
        gained = f"served {_instead(one, many)}"
        return [Phrase(who), Phrase(gained, "good"), Phrase(join), Phrase(f"{cost}.", "cost")]
    if many.served < one.served:
        return [Phrase(who), Phrase(f"served only {_instead(one, many)} and {cost}.", "cost")]
    if not many.served:
        return [Phrase(who), Phrase(f"served none either and {cost}.", "cost")]
    return [Phrase(who), Phrase(f"served as many, though not the same, and {cost}.", "cost")]


def _bought(one: Outcome, many: Outcome) -> str:
    """``: 0.3 dishes for a dollar instead of 1.3``; nothing where somebody costs nothing."""
    was, now = dishes_per_dollar(one), dishes_per_dollar(many)
    if was is None or now is None or per_dollar(was) == per_dollar(now):
        return ""
    return f": {per_dollar(now)} dishes for a dollar instead of {per_dollar(was)}"


def _cost(extra: float) -> str:
    """``extra`` in dollars of wages; below 0: less."""
    return f"{_extra(extra)}, being done so soon" if extra < 0 else _extra(extra)


def _extra(extra: float) -> str:
    if extra < 0:
        return f"cost {sum_of(-extra)} less in wages"
    return f"cost {sum_of(extra)} extra in wages" if extra else "cost nothing extra in wages"


# -- you -------------------------------------------------------------------------------------------


def _yours(you: Outcome, autopilot: Outcome) -> list[Phrase]:
    """You beside the autopilot in the same kitchen."""
    tone: Tone = "good" if you.profit >= autopilot.profit else "cost"
    told = [words for words in (_served(you, autopilot), _time(you, autopilot)) if words]
    money = round(you.profit - autopilot.profit, 2)
    if money:
        told.append(f"made {sum_of(abs(money))} {'more' if money > 0 else 'less'}")
    if not told:
        return [Phrase("You did exactly as well as the autopilot in the same kitchen.", "good")]
    return [Phrase("Against the autopilot you "), Phrase(f"{listed(told)}.", tone)]


def _served(you: Outcome, autopilot: Outcome) -> str:
    more = you.served - autopilot.served
    if not more:
        alike = you.served_at.keys() == autopilot.served_at.keys()
        return "" if alike else "served as many, though not the same"
    return f"served {spelled(abs(more))} {'more' if more > 0 else 'fewer'}"


def _time(you: Outcome, autopilot: Outcome) -> str:
    later = you.makespan - autopilot.makespan
    if abs(later) < 0.5 or not same_dishes(you, autopilot):
        return ""
    return f"were done {span(abs(later))} {'later' if later > 0 else 'sooner'}"


# -- words -----------------------------------------------------------------------------------------


def _instead(less: Outcome, more: Outcome) -> str:
    """``all 12 dishes instead of 2``, ``9 dishes instead of 2``."""
    dishes = plural(more.served, "dish", "dishes")
    if more.served == more.orders > 1:
        return f"all {more.served} {dishes} instead of {less.served}"
    return f"{more.served} {dishes} instead of {less.served}"


def _crew(kitchen: Outcome) -> str:
    """``one chef``, ``two chefs``."""
    return counted(kitchen.chefs, "chef")


def _was(kitchen: Outcome) -> str:
    return "was" if kitchen.chefs == 1 else "were"
