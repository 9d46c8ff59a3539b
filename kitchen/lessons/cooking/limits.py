"""The limits of a step that is cooked: each thing that is wanted, in a few words, and how it stands
at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import fields

from kitchen.english import clock, listed, span
from kitchen.lessons.goal import Evidence, Goal
from kitchen.lessons.steps import LessonStep

Stands = Literal["open", "reached", "missed"]

AT_MOST = ("makespan", "hands")
"""They hold until they are broken, and are reached when all is over."""


@dataclass(frozen=True)
class StepLimit:
    """``par``: it is wanted of who does it well."""

    words: str
    stands: Stands
    par: bool = False
    misses: str = ""
    """By how much, if it is missed."""


def limits(step: LessonStep, found: Evidence, over: bool = False) -> list[StepLimit]:
    """All that is wanted; ``over``: nothing more comes."""
    wanted = [*_of(step.works, found, over, False)]
    if step.par is not None:
        wanted += _of(step.par, found, over, True)
    return wanted or [StepLimit("cook to the end", "reached" if over else "open")]


def _of(goal: Goal, found: Evidence, over: bool, par: bool) -> Iterator[StepLimit]:
    for field in fields(goal):
        value = getattr(goal, field.name)
        words = "" if value is None else _words(field.name, value)
        if words:
            alone = Goal(**{"trouble": found.trouble or None, field.name: value})
            misses = alone.misses(found)
            stands = _stands(field.name, value, bool(misses), over)
            yield StepLimit(words, stands, par, misses[0] if misses and stands == "missed" else "")


def _stands(name: str, value: object, missed: bool, over: bool) -> Stands:
    if name in AT_MOST or value == 0:
        return "missed" if missed else "reached" if over else "open"
    if missed:
        return "missed" if over else "open"
    return "open" if name == "unserved" and not over else "reached"


def _words(name: str, value: object) -> str:
    """Empty: it is nothing that a shift can be asked for."""
    match name, value:
        case "served", int():
            return f"{value} served"
        case "served", list():
            return f"{listed(value)} served"
        case "unserved", list():
            return f"{listed(value)} not served"
        case "makespan", float() | int():
            return f"by {clock(value)}"
        case "longer", float() | int():
            return f"longer than {clock(value)}"
        case "hands", float() | int():
            return f"{span(value)} of hands at most"
        case "trouble", str():
            return "nobody can go on" if value == "stalled" else "it goes wrong"
        case "lost", int():
            return "a plate is lost" if value else "no plate is lost"
        case "burnt", int():
            return "something burns" if value else "nothing burns"
        case "walked_out", int():
            return "a guest leaves" if value else "no guest leaves"
        case (("prints" | "prints_any" | "printed"), list()):
            return "it says " + listed([f'"{line}"' for line in value])
    return ""
