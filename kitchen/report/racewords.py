"""Race words: what a race of any two to four kitchens shows, in a sentence.

Of the four kitchens under one policy the verdict says more; these words are for all other races.
"""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.english import plural, span
from kitchen.report.amounts import sum_of
from kitchen.report.verdict import Phrase
from kitchen.runs.fair import INSTANT, same_dishes
from kitchen.runs.result import Result


def ranking(results: Sequence[Result]) -> list[int]:
    """Which is first, second and so on: who served most; of those, who had served them sooner."""
    return sorted(range(len(results)), key=lambda i: (-results[i].served, last_plate(results[i])))


def last_plate(result: Result) -> float:
    """When it served the last order that it served, in seconds of kitchen time; 0: none."""
    return max(result.served_at.values(), default=0.0)


def race_verdict(names: Sequence[str], results: Sequence[Result]) -> list[Phrase]:
    """The first against the second."""
    one, two = ranking(results)[:2]
    first, second, name, other = results[one], results[two], names[one], names[two]
    money = _money(first, second, other)
    if first.served > second.served:
        dishes = plural(first.served, "dish", "dishes")
        served = f"served {first.served} {dishes}, {other} {second.served}"
        return [Phrase(f"{name} "), Phrase(served, "good"), *money]
    if not first.served:
        return [Phrase("Nobody "), Phrase("served a dish", "cost"), *money]
    sooner = last_plate(second) - last_plate(first)
    if sooner <= INSTANT:
        return [Phrase(f"{name} and {other} served as many dishes, the last at one instant"),
                *money]  # fmt: skip
    dishes = "the same dishes" if same_dishes(first, second) else "as many dishes"
    return [Phrase(f"{name} served {dishes} as {other}, "),
            Phrase(f"the last of them {span(sooner)} sooner", "good"), *money]  # fmt: skip


def _money(first: Result, second: Result, other: str) -> list[Phrase]:
    """What it made more, or less."""
    more = round(first.profit - second.profit, 2)
    if not more:
        return [Phrase(", for the same profit.")]
    word, join = ("more", ", and ") if more > 0 else ("less", ", but ")
    return [
        Phrase(join),
        Phrase(f"made {sum_of(abs(more))} {word}", "good" if more > 0 else "cost"),
        Phrase(f" than {other}." if first.served == second.served else "."),
    ]
