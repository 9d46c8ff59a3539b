"""A line of source explained: what it has cost so far, to a hundredth of a second."""

from __future__ import annotations

from kitchen.game.service.explain.explanation import Explanation, source_line
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import SourceLine
from kitchen.runs.linecosts import Cost, at_moment, line_costs
from kitchen.runs.spells import TIME_KINDS, Stack, TimeKind

WORDS: dict[TimeKind, str] = {
    "hands": "a chef's hands", "chef": "waiting for the chef",
    "burning": "waiting for the chef while it burns", "fire": "time alone",
    "others": "waiting for others",
}  # fmt: skip


def explain_line(moment: Moment, subject: SourceLine) -> Explanation | None:
    """None: no such line is looked at any more."""
    dish = moment.dish
    if dish is None or not 0 <= subject.listing < len(dish.listings):
        return None
    listing = dish.listings[subject.listing]
    if not 1 <= subject.number <= len(listing.lines):
        return None
    line = listing.first + subject.number - 1
    cost = line_costs(dish.spells, moment.now).at(listing.file, line)
    code = listing.lines[subject.number - 1].strip()
    if not subject.listing:
        recipe = moment.view.orders[dish.order].dish
        code = source_line(moment, recipe, subject.number) or code
    at = at_moment(dish.spells, moment.now).values()
    here = [spell.what for spell in at if _is_in(spell.stack, listing.file, line)]
    now = f" Now: {here[0]}." if here else ""
    title = f"Line {subject.number} of {listing.function}"
    return Explanation(title, f"{cost_words(cost)}{now}", code, subject.number)


def _is_in(stack: Stack, file: str, line: int) -> bool:
    return any((call.file, call.line) == (file, line) for call in stack)


def cost_words(cost: Cost) -> str:
    """``Took 15 s of a chef's hands, 52.5 s of waiting for the chef.``"""
    kinds = [
        f"{exact(cost.of(kind))} of {WORDS[kind]}" for kind in TIME_KINDS if cost.of(kind) > 0.0
    ]
    if not kinds:
        return "It has taken no time so far."
    told = f"took {', '.join(kinds)}."
    return f"Was at work {cost.times} times and {told}" if cost.times > 1 else f"T{told[1:]}"


def exact(seconds: float) -> str:
    """``52.35 s``: to a hundredth of a second."""
    return f"{seconds:,.2f}".rstrip("0").rstrip(".") + " s"
