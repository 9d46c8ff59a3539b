"""The why of a shift: a question to its results, and three answers, each a check to be measured.

A check is a line such as ``concurrent.hands >= 3 * parallel.hands``: a measure of one of the four
kitchens, and a number, or so many times a measure. The files are in the folder ``whys``, one for
each shift that has a question of its own; ``any.toml`` is for all others.
"""

from __future__ import annotations

import operator
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kitchen.sim.shift.modes import MODES

WHYS = Path(__file__).parent / "whys"

Measure = Literal[
    "hands", "staring", "together", "waits_for_hands", "waits_for_station", "longest", "served",
    "burnt", "walked_out", "wages", "profit",
]  # fmt: skip
"""``hands`` and ``staring`` are shares of the chefs' time; ``together`` the dishes that are on the
fire at once, on average; ``waits_for_hands`` and ``waits_for_station`` the seconds that a dish
waits for that, on average; ``longest`` the seconds of the longest piece of hands-on work."""

Evidence = Mapping[str, Mapping[Measure, float]]
"""What was measured in each of the four kitchens, by its name."""

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
CHECK = re.compile(r"(\w+\.\w+) (>=|<=|>|<) ([\d.]+)?(?: \* )?(\w+\.\w+)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure of one kitchen."""

    kitchen: str
    measure: Measure

    def of(self, evidence: Evidence) -> float:
        return evidence[self.kitchen][self.measure]


@dataclass(frozen=True, slots=True)
class Check:
    """``left`` compared with ``times``, or with so many times ``right``."""

    left: Quantity
    sign: str
    times: float
    right: Quantity | None = None

    def holds(self, evidence: Evidence) -> bool:
        bound = self.times * (self.right.of(evidence) if self.right else 1.0)
        return OPERATORS[self.sign](self.left.of(evidence), bound)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return (self.left,) if self.right is None else (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Answer:
    says: str
    check: Check


@dataclass(frozen=True, slots=True)
class Why:
    """``given``: what has to be so for the question to make sense."""

    question: str
    answers: tuple[Answer, ...]
    given: tuple[Check, ...] = ()

    def right(self, evidence: Evidence) -> int | None:
        """Which answer is proved; None: not exactly one of them, or the question makes no sense."""
        proved = [i for i, answer in enumerate(self.answers) if answer.check.holds(evidence)]
        sense = all(check.holds(evidence) for check in self.given)
        return proved[0] if sense and len(proved) == 1 else None


def why_of(shift: str) -> Why:
    """The question to the results of a shift, by its name."""
    own = {path.stem: path for path in WHYS.glob("*.toml")}
    return parse_why(own.get(shift, WHYS / "any.toml").read_text("utf-8"))


def parse_why(text: str) -> Why:
    """Raises `ValueError` for a check that is none."""
    data = tomllib.loads(text)
    answers = tuple(Answer(a["says"], parse_check(a["check"])) for a in data["answers"])
    return Why(data["question"], answers, tuple(map(parse_check, data.get("given", ()))))


def parse_check(text: str) -> Check:
    """Raises `ValueError` for what is none."""
    found = CHECK.fullmatch(text)
    if found is None or not (found[3] or found[4]):
        raise ValueError(f"no check: {text}")
    right = _quantity(found[4]) if found[4] else None
    return Check(_quantity(found[1]), found[2], float(found[3] or 1.0), right)


def _quantity(text: str) -> Quantity:
    kitchen, _, measure = text.partition(".")
    if kitchen not in MODES:
        raise ValueError(f"no kitchen: {kitchen}")
    for known in get_args(Measure):
        if measure == known:
            return Quantity(kitchen, known)
    raise ValueError(f"no measure: {measure}")
