"""The verdict: what the same orders in several kitchens show, in one or two plain sentences.

The words are computed from the figures alone, for whatever came out: that leaving the pots was
slower, that customers walked out, that more chefs saved nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kitchen.english import counted, listed, plural, span, spelled
from kitchen.report.amounts import sum_of
from kitchen.runs.result import Comparison

Tone = Literal["plain", "good", "cost"]

ALIKE = 0.02
"""Shares of time that differ by less are called the same."""

BUSY = 0.9
"""A chef whose hands are on a dish for so much of the time has hardly anything to wait for."""

LITTLE = 0.25
"""A saving of a smaller share of the time is called "only"."""


class Outcome(Protocol):
    """How one kitchen did: a `kitchen.runs.result.Result`, or whatever has its figures."""

    @property
    def mode(self) -> str: ...
    @property
    def chefs(self) -> int: ...
    @property
    def makespan(self) -> float: ...
    @property
    def orders(self) -> int: ...
    @property
    def served(self) -> int: ...
    @property
    def burnt(self) -> int: ...
    @property
    def walked_out(self) -> int: ...
    @property
    def wages(self) -> float: ...
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
    gain = stay.makespan / leave.makespan
    if gain >= 1.0 + ALIKE:
        return _sooner(stay, leave, f"{gain:.1f}x" if gain >= 1.05 else "a little")
    if gain <= 1.0 - ALIKE:
        return _later(stay, leave)
    if leave.served > stay.served:
        return [
            Phrase(f"By leaving pots that need no hands, {_crew(leave)} served "),
            Phrase(f"{_instead(stay, leave)} in the same time", "good"),
        ]
    if leave.served < stay.served:
        return [
            Phrase("Leaving the pots took as long and served "),
            Phrase(_instead(stay, leave), "cost"),
        ]
    if stay.utilisation >= BUSY:
        return [
            Phrase("These dishes are all hands and no waiting, so leaving the pots "),
            Phrase("gains nothing", "cost"),
        ]
    return [
        Phrase("There was hardly a second pot to turn to, so leaving the first "),
        Phrase("gains nothing", "cost"),
    ]


def _sooner(stay: Outcome, leave: Outcome, times: str) -> list[Phrase]:
    start, was = f"By leaving pots that need no hands, {_crew(leave)} ", _was(leave)
    if leave.served < stay.served:
        return [
            Phrase(f"{start}{was} done "), Phrase(f"{times} sooner", "good"),
            Phrase(" but served "), Phrase(_instead(stay, leave), "cost"),
        ]  # fmt: skip
    if leave.served > stay.served:
        return [
            Phrase(f"{start}served "),
            Phrase(f"{_instead(stay, leave)}, {times} sooner", "good"),
        ]
    if leave.served == leave.orders > 1:
        all_of_it = "both dishes" if leave.served == 2 else f"all {leave.served} dishes"
        return [Phrase(f"{start}served "), Phrase(f"{all_of_it} {times} sooner", "good")]
    return [Phrase(f"{start}{was} done "), Phrase(f"{times} sooner", "good")]


def _later(stay: Outcome, leave: Outcome) -> list[Phrase]:
    """Staying at the pots was done first: as a rule because nobody was left to cook for."""
    sooner = span(leave.makespan - stay.makespan)
    gone = stay.walked_out - leave.walked_out
    if gone > 0 and leave.served >= stay.served:
        whole = "every customer but" if stay.served else "every customer"
        if stay.walked_out + stay.served == stay.orders and stay.served <= 1:
            why = f"{whole} one had walked out" if stay.served else f"{whole} had walked out"
        else:
            why = f"{counted(stay.walked_out, 'customer')} had walked out"
        return [
            Phrase(f"Staying at the pots closed the kitchen {sooner} sooner "),
            Phrase(f"only because {why}", "cost"),
            Phrase("; leaving them served "),
            Phrase(_instead(stay, leave), "good"),
        ]
    burnt = leave.burnt - stay.burnt
    why = f", with {counted(burnt, 'more burnt dish', 'more burnt dishes')}" if burnt > 0 else ""
    return [
        Phrase(f"Leaving the pots did not pay here: {_crew(leave)} {_was(leave)} done "),
        Phrase(f"{sooner} later{why}", "cost"),
    ]


def _more_chefs(stay: Outcome, one: Outcome, many: Outcome) -> list[Phrase]:
    """What the other chefs add to one who leaves the pots, and what they cost."""
    more = many.chefs - one.chefs
    who = f"{spelled(more)} more {plural(more, 'chef')} "
    cost = _cost(round(many.wages - one.wages, 2))
    if many.served > one.served:
        join = " and " if many.wages <= one.wages else " but "
        gained = f"served {_instead(one, many)}"
        return [Phrase(who), Phrase(gained, "good"), Phrase(join), Phrase(f"{cost}.", "cost")]
    if many.served < one.served:
        return [Phrase(who), Phrase(f"served only {_instead(one, many)} and {cost}.", "cost")]
    saved = one.makespan - many.makespan
    again = " more" if one.makespan < stay.makespan else ""
    if abs(saved) < max(0.05, ALIKE / 20 * one.makespan):
        return [Phrase(who), Phrase(f"saved no time and {cost}.", "cost")]
    if saved < 0:
        return [Phrase(who), Phrase(f"took {span(-saved)} longer and {cost}.", "cost")]
    if saved < LITTLE * one.makespan:
        return [Phrase(who), Phrase(f"saved only {span(saved)}{again} and {cost}.", "cost")]
    gained = f"saved {span(saved)}{again}"
    return [Phrase(who), Phrase(gained, "good"), Phrase(" and "), Phrase(f"{cost}.", "cost")]


def _cost(extra: float) -> str:
    """``extra`` in dollars of wages; below 0: less."""
    if extra < 0:
        return f"cost {sum_of(-extra)} less in wages, being done so soon"
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
        return ""
    return f"served {spelled(abs(more))} {'more' if more > 0 else 'fewer'}"


def _time(you: Outcome, autopilot: Outcome) -> str:
    later = you.makespan - autopilot.makespan
    if abs(later) < 0.5:
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
