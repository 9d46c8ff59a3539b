"""At which lines the tasks of a run are, and how long they waited at each.

A line that awaits a function counts as well as the one in that function.
"""

from __future__ import annotations

from kitchen.lessons.running.run import Run
from kitchen.runs.spells import Spell


def here(run: Run, now: float) -> set[int]:
    """The lines of the program, from 1, at which its tasks are at that moment."""
    found: set[int] = set()
    for spell in run.spells:
        if spell.since <= now and (spell.until is None or now < spell.until):
            found |= _lines(run, spell)
    return found


def waited(run: Run, line: int) -> float:
    """Seconds that tasks have waited at that line, one after the other."""
    return sum(
        spell.end(run.makespan) - spell.since
        for spell in run.spells
        if spell.kind != "hands" and line in _lines(run, spell)
    )


def _lines(run: Run, spell: Spell) -> set[int]:
    return {call.line for call in spell.stack if call.file == run.program.file}
