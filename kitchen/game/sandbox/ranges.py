"""The rules of a sandbox that a player can set: their names, their ranges and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kitchen.game.draw.format import HOUR
from kitchen.lab.sandbox import Sandbox

SEEDS = 1_000


@dataclass(frozen=True, slots=True)
class Rule:
    """``name`` is a field of `Sandbox`."""

    name: str
    label: str
    hint: str

    def of(self, sandbox: Sandbox) -> Any:
        """What the row shows."""
        return getattr(sandbox, self.name)

    def put(self, sandbox: Sandbox, value: Any) -> Sandbox:
        """The sandbox with what the row shows."""
        return replace(sandbox, **{self.name: value})


@dataclass(frozen=True, slots=True)
class NumberRule(Rule):
    ends: tuple[float, float]
    step: float
    words: Callable[[float], str] = "{:g}".format

    def put(self, sandbox: Sandbox, value: float) -> Sandbox:
        return Rule.put(self, sandbox, int(value))


class Rate(NumberRule):
    """Orders an hour, for a field that has the seconds between them."""

    __slots__ = ()

    def of(self, sandbox: Sandbox) -> float:
        return round(HOUR / sandbox.every)

    def put(self, sandbox: Sandbox, value: float) -> Sandbox:
        return replace(sandbox, every=round(HOUR / value, 2))


class Share(NumberRule):
    """Per cent, for a field from 0 to 1."""

    __slots__ = ()

    def of(self, sandbox: Sandbox) -> float:
        return round(sandbox.hands_share * 100)

    def put(self, sandbox: Sandbox, value: float) -> Sandbox:
        return replace(sandbox, hands_share=round(value / 100, 2))


@dataclass(frozen=True, slots=True)
class OneOf(Rule):
    options: Sequence[str]
    words: Sequence[str] = ()


class Guests(OneOf):
    """Words, for a field that is true or false."""

    __slots__ = ()

    def of(self, sandbox: Sandbox) -> str:
        return self.options[0 if sandbox.patient else 1]

    def put(self, sandbox: Sandbox, value: str) -> Sandbox:
        return replace(sandbox, patient=value == self.options[0])


SEED_HINT = "Other guests. The same seed always brings the same orders at the same times."

CHEFS = NumberRule(
    "chefs", "Chefs", "Each chef is a thread of its own, and a wage.", (1.0, 10.0), 1.0
)
ATTENTION = OneOf(
    "attention", "Attention",
    "Leave: a chef walks off while a pot cooks, as await does. Stay: the chef watches it, as a "
    "blocking call does.",
    ("leave", "stay"), ("Leave", "Stay"),
)  # fmt: skip
HOBS = NumberRule(
    "hobs", "Hobs", "Burners that all dishes share: a semaphore with so many permits.",
    (1.0, 10.0), 1.0,
)  # fmt: skip
OVENS = NumberRule(
    "ovens", "Ovens", "Ovens that all dishes share: a semaphore with so many permits.",
    (1.0, 6.0), 1.0,
)  # fmt: skip
EVERY = Rate(
    "every", "Orders", "How many orders come in an hour, on average.", (10.0, 180.0), 5.0,
    "{:.0f}/h".format,
)  # fmt: skip
HANDS = Share(
    "hands_share", "Hands-on",
    "How much of a dish is hands-on work. The rest is fire, or I/O. Both together take as long "
    "as before.",
    (5.0, 95.0), 5.0, "{:.0f}%".format,
)  # fmt: skip
POLICY = OneOf(
    "policy", "Policy",
    "Whose raised hand gets the next chef. fifo, first come, first served, is asyncio's own.",
    ("fifo", "deadline", "shortest", "burning-first"),
)  # fmt: skip
GUESTS = Guests(
    "patient", "Guests",
    "Wait: for ever, so that the limits show. Leave: when the recipe's patience ends; what was "
    "cooked for them is lost.",
    ("wait", "leave"), ("Wait", "Leave"),
)  # fmt: skip
SEED = Rule("seed", "Seed", SEED_HINT)

GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Brigade", (CHEFS, ATTENTION, POLICY)),
    ("Stations", (HOBS, OVENS)),
    ("Orders", (EVERY, HANDS, GUESTS, SEED)),
)
RULES = tuple(rule for _, rules in GROUPS for rule in rules)

FIRST_Y, HEAD_H, ROW_PITCH, GAP = 100.0, 20.0, 34.0, 6.0
"""Logical px."""


def places() -> dict[str, float]:
    """The y of every row, by the rule's name."""
    found, y = {}, FIRST_Y
    for _, rules in GROUPS:
        y += HEAD_H
        for rule in rules:
            found[rule.name] = y
            y += ROW_PITCH
        y += GAP
    return found


def heads() -> list[tuple[float, str]]:
    """The y of every group's name."""
    found, y = [], FIRST_Y
    for words, rules in GROUPS:
        found.append((y + HEAD_H / 2, words))
        y += HEAD_H + len(rules) * ROW_PITCH + GAP
    return found


def next_seed(seed: int) -> int:
    """Another seed, in an order that looks like chance and visits all of them."""
    return (seed * 81 + 237) % SEEDS
