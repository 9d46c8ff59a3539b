"""The sentence: where the time went, and what would have helped; or would not, or would have
harmed."""

from __future__ import annotations

from collections.abc import Iterator

from kitchen.english import listed, plural, span
from kitchen.lab.why.diagnosis import Diagnosis
from kitchen.lab.why.effects import Effect
from kitchen.report.verdict import Phrase
from kitchen.report.why.words import does, named, price, stations

WORTH_A_WORD = 0.04
"""The share of the time from which on a part is told."""

TOLD = 3
"""Parts at most."""

THINGS = ("chef", "station", "hands", "fire", "hold")
"""What one would expect to help."""


def sentence(of: Diagnosis) -> list[Phrase]:
    """``28:00 of 28:44 ...``: in two or three sentences."""
    if not of.path:
        return [Phrase("Nothing took any time: there was nothing to wait for.")]
    return [*went(of), Phrase(" "), *helps(of)]


def went(of: Diagnosis) -> list[Phrase]:
    """Where the time went, along the critical path: ``11:40 of 14:05 the chef’s hands were busy;
    1:20 the next dish was in line for the one oven.``"""
    whole = of.result.makespan
    parts = sorted(_parts(of), key=lambda part: -part[0])
    (most, says), *others = [part for part in parts if part[0] >= WORTH_A_WORD * whole][:TOLD]
    first = f"All {span(whole)}" if most == whole else f"{span(most)} of {span(whole)}"
    rest = "".join(f"; {span(seconds)} {what}" for seconds, what in others)
    return [Phrase(f"{first} {says}", "cost"), Phrase(f"{rest}.")]


def _parts(of: Diagnosis) -> Iterator[tuple[float, str]]:
    """Seconds, and what they were."""
    wall, chefs = of.parts.wall, of.result.chefs
    whose = "the chef’s" if chefs == 1 else "the chefs’"
    yield float(wall["hands"] + wall["line_for_hands"]), f"{whose} hands were busy"
    for kind, seconds in of.parts.lines.items():
        yield float(seconds), f"the next dish was in line for {stations(kind, of.stations[kind])}"
    yield float(wall["staring"]), f"{'the' if chefs == 1 else 'a'} chef stood at a pot"
    yield float(wall["cooking"]), "food was on the fire and nobody was needed"
    yield float(wall["blocked"]), "a dish waited for another task, a lock or a sleep"
    yield float(wall["unpicked"]), "a hand was up and nobody picked it"
    yield float(wall["guest"]), "a guest waited, who then left"
    yield float(wall["closing"]), "the doors had still to close"
    yield float(wall["arrival"]), "the dish that came last had not been ordered"


def helps(of: Diagnosis) -> list[Phrase]:
    """What helps most; then what one would expect to help, and does not."""
    best = best_of(of, 2)
    others = [one for one in of.effects if one.change.kind in THINGS and one not in best]
    harms = [one for one in others if one.verdict == "harms"][-1:]
    idle = [one for one in others if one.verdict == "nothing"]
    said: list[Phrase] = []
    for index, one in enumerate(best):
        said += [Phrase(_begun(one, index)), Phrase(does(one), "good"), Phrase(price(one))]
    if idle:
        start = "; " if said else ""
        said.append(Phrase(start + _idle(idle, bool(said))))
    if harms:
        start = "; " if said else ""
        words = named(harms[0].change, harms[0])
        subject = words if said else words.capitalize()
        said += [Phrase(f"{start}{subject} "), Phrase(does(harms[0]), "cost")]
    return [*said, Phrase(".")] if said else [Phrase("Nothing that was tried changes anything.")]


def best_of(of: Diagnosis, most: int) -> list[Effect]:
    """The changes that help most, so many of them."""
    return [one for one in of.helps if _tellable(one, of)][:most]


def _tellable(one: Effect, of: Diagnosis) -> bool:
    """Not another kitchen with many more chefs, which the comparison is about."""
    return one.change.kind != "kitchen" or (
        one.result is not None and one.result.chefs == of.result.chefs
    )


def _begun(one: Effect, index: int) -> str:
    words = named(one.change, one)
    return f"; {words} " if index else f"{words[:1].upper()}{words[1:]} "


def _idle(idle: list[Effect], within: bool) -> str:
    names = [named(one.change, one) for one in idle[:2]]
    words = listed(names)
    words = words if within else words[:1].upper() + words[1:]
    several = len(names) > 1 or idle[0].change.kind in ("hands", "fire")
    return f"{words} {plural(2 if several else 1, 'saves', 'save')} nothing"
