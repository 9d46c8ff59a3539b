"""The simulation: ten thousand programs for each of a lesson's write steps, each really run.

``python -m kitchen.lessons.writing.simulate LESSON`` begins with the text that a player finds, the
solution and the wrong ones, edits them at random, runs what comes of it and writes down the figures
of what works, into ``distribution.json`` in the lesson's folder. The same seed gives the same file.
"""

from __future__ import annotations

import argparse
import random
import sys
import warnings
from collections import Counter

import kitchen.lessons.running.run as running
import kitchen.loop.loop as loop
import kitchen.loop.schedule as schedule
import kitchen.usercode.watching as watching
from kitchen.errors import KitchenError
from kitchen.files import write_whole
from kitchen.lessons.judging.judge import judged, shown, solution
from kitchen.lessons.lesson import Lesson, answers_in, id_of
from kitchen.lessons.steps import AnyStep, WriteStep
from kitchen.lessons.writing.distribution import FILE, Distribution, lines_of, written
from kitchen.lessons.writing.edits import calls_itself, edited, plain

PROGRAMS = 10_000

FROM_WHAT_WORKS = 0.4
"""The share of programs that come of one that works already."""

STEP_SECONDS = 0.1
"""Of wall time from one await of a program to the next, after which it counts as one without
end."""

MOST_FACTS = 2_000
"""After which it does so, too."""

Figures = tuple[int, int] | None
"""Whole seconds and lines of what works; None: it does not."""


def simulated(
    lesson: Lesson, step: WriteStep, programs: int = PROGRAMS, seed: int = 1
) -> Distribution | None:
    """Of so many programs those that work; None: none of them does. One that comes up again is
    counted again, but not run again."""
    known: dict[str, Figures] = {}
    seconds: Counter[int] = Counter()
    lines: Counter[int] = Counter()
    chance = random.Random(f"{seed} {lesson.name} {id_of(step)}")
    begins: list[str] = _begins(lesson, step)
    found: list[str] = []
    for _ in range(programs):
        # Whoever has something that works tries to make it better.
        text = chance.choice(found if found and chance.random() < FROM_WHAT_WORKS else begins)
        text = edited(text, chance, _times(chance))
        if text not in known:
            known[text] = _figures(lesson, step, text)
            if known[text] is not None:
                found.append(text)
        if (figures := known[text]) is not None:
            seconds[figures[0]] += 1
            lines[figures[1]] += 1
    if not seconds:
        return None
    return Distribution(programs, sorted(seconds.items()), sorted(lines.items()))


def _begins(lesson: Lesson, step: AnyStep) -> list[str]:
    """What the edits begin with: the solution as often as all else."""
    assert isinstance(step, WriteStep)
    found = [answers_in(path).get(id_of(step)) for path in lesson.wrong]
    others = [shown(lesson, step), *(text for text in found if isinstance(text, str))]
    return [plain(text) for text in others + [solution(lesson, step)] * len(others)]


def _times(chance: random.Random) -> int:
    """How many edits: one, and often some more."""
    times = 1
    while chance.random() < 0.35:
        times += 1
    return times


def _figures(lesson: Lesson, step: WriteStep, text: str) -> Figures:
    if calls_itself(text):
        return None  # each call deeper than the one before, and never an end
    verdict = judged(lesson, step, text)
    if not verdict.works or verdict.run is None:
        return None
    return round(verdict.run.makespan), lines_of(text)


def _be_impatient() -> None:
    """This process has thousands of programs to run, many of which come to nothing."""
    watching.LIMIT = STEP_SECONDS
    running.MOST_FACTS = MOST_FACTS
    schedule.BATCH = MOST_FACTS  # after so many steps the loop looks whether there are more facts
    loop.GRACE = 0.0  # no other thread will ever call into one that waits
    warnings.simplefilter("ignore")  # of coroutines that nobody awaited


def main(arguments: list[str] | None = None) -> int:
    from kitchen.lessons.book import find_lesson

    parser = argparse.ArgumentParser(prog="python -m kitchen.lessons.writing.simulate")
    parser.add_argument("lesson", help="its number, its name or its folder")
    parser.add_argument("--programs", type=int, default=PROGRAMS, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args(arguments)
    _be_impatient()
    try:
        lesson = find_lesson(options.lesson)
        steps = [step for step in lesson.steps if isinstance(step, WriteStep)]
        if not steps:
            raise KitchenError(f"{lesson.name}: no step in which the player writes")
        made = {}
        for step in steps:
            found = simulated(lesson, step, options.programs, options.seed)
            if found is None:
                raise KitchenError(f"{lesson.name}: {id_of(step)}: nothing that was tried works")
            made[id_of(step)] = found
            works = sum(count for _, count in found.lines)
            print(f"{lesson.name}: {id_of(step)}: {works:,} of {found.tried:,} work")
        write_whole(lesson.folder / FILE, written(made))
    except (KitchenError, OSError) as error:
        print(f"kitchen: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
