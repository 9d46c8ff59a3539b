"""An explanation: what something is, what it waits for and why, and what a click on it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kitchen.game.input.intents import Intent
from kitchen.game.signs import highlight
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State


@dataclass(frozen=True, slots=True)
class Explanation:
    """Plain words; two equal ones look the same."""

    title: str
    text: str = ""
    """One or two sentences, or a few lines."""
    code: str = ""
    """The line of the recipe that says so."""
    line: int = 0
    """Its number; 0: it is no line of a recipe."""
    hint: str = ""
    """What a click or a key does here."""
    state: State | None = None
    """Its mark stands beside the title."""


@dataclass(frozen=True, slots=True)
class Handles:
    """What the player's hands use, as words: a mouse, or the names of keys."""

    pick: str = "Click"
    take_back: str = "Right click"
    first: str = "Shift+click"
    next_ring: str = "N"
    keys: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What else has a key, and which, by the intent's name."""

    def key(self, intent: Intent) -> str:
        """``Key: Home``; empty if it has none."""
        name = self.keys.get(intent, "")
        return f"Key: {name}" if name else ""


def source_line(moment: Moment, dish: str, line: int) -> str:
    """A line of a recipe as it runs here: without ``await`` where chefs stay."""
    source = moment.sources.get(dish)
    if source is None or not 1 <= line <= len(source.lines):
        return ""
    lines: Sequence[str] = source.lines
    if moment.attention == "stay":
        lines = _synchronous(source.lines)
    return lines[line - 1].strip().removesuffix(highlight.BLOCKS).strip()


@lru_cache(maxsize=64)
def _synchronous(lines: tuple[str, ...]) -> list[str]:
    """A dish that is pointed at is asked for many times: a program is read once."""
    return highlight.synchronous(lines)


def listed(names: Sequence[str], link: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {link} {names[-1]}"


def an(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
            "ninth", "tenth")  # fmt: skip


def ordinal(number: int) -> str:
    """``third``; beyond ten ``number 11``."""
    return ORDINALS[number] if 0 < number < len(ORDINALS) else f"number {number}"
