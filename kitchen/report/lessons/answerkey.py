"""The answer key: the last page of a handout, with the strips of what the answers come to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from kitchen.colours import AMBER, AUBERGINE, CREAM, LILAC, MAUVE, MINT, NIGHT, PLUM, RED
from kitchen.errors import KitchenError
from kitchen.lessons.cooking.cooked import commands_of, shift_of
from kitchen.lessons.judging.judge import solution, source_of, tried
from kitchen.lessons.judging.walk import halts, walked
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import (
    AnyStep,
    ArrangeStep,
    BreakStep,
    ChangeStep,
    CookStep,
    PredictStep,
    WalkStep,
    WhyStep,
    WriteStep,
)  # fmt: skip
from kitchen.loop.stall import Stalled
from kitchen.report.lessons.paper import lines, prose, text
from kitchen.report.timeline.axis import clock
from kitchen.report.timeline.drawing import draw
from kitchen.report.timeline.kinds import BETWEEN
from kitchen.report.timeline.lanes import Charting
from kitchen.report.timeline.svg import as_svg
from kitchen.runs.headless import kitchen_of, played
from kitchen.sim.facts import Fact
from kitchen.sim.policy import PLAYER

INKS = {
    NIGHT: "none", AUBERGINE: "#f4f4f4", PLUM: "#d0d0d0", MAUVE: "#777777",
    CREAM: "#000000", LILAC: "#222222", MINT: "#000000", RED: "#000000", AMBER: "#888888",
    BETWEEN["ready"]: "#eeeeee", BETWEEN["burning"]: "#999999",
}  # fmt: skip
"""What the colours of a timeline are in black and white."""


def answer_key(lesson: Lesson) -> str:
    """A section of a page, as HTML."""
    drawn: set[str] = set()
    parts = ['<section class="turned"><h1>Answers</h1>']
    for place, step in enumerate(lesson.steps, start=1):
        parts.append(f"<h3>{place} {text(step.title)}</h3>{''.join(_answer(lesson, step))}")
        strips = _strips(lesson, step)
        if strips not in drawn:  # two steps may have one program
            parts.append(strips)
            drawn.add(strips)
    said, link = lesson.fields.debrief, text(lesson.fields.debrief.link)
    parts.append(
        f"<h2>{prose(said.name)}</h2><p>{prose(said.says)}</p>"
        f'<p class="quiet">More: <a href="{link}">{link}</a></p></section>'
    )
    return "\n".join(parts)


def _answer(lesson: Lesson, step: AnyStep) -> Iterator[str]:
    answer = solution(lesson, step)
    if isinstance(step, PredictStep):
        yield _ordered(answer)
    elif isinstance(step, WhyStep):
        yield f"<p>{prose(step.answers[step.right])}.</p>"
    elif isinstance(step, ArrangeStep | WriteStep):
        yield f"<pre>{lines(answer.strip(chr(10)))}</pre>"
    elif isinstance(step, ChangeStep):
        yield f"<pre>{lines(source_of(lesson, step, answer) or '')}</pre>"
    elif isinstance(step, WalkStep):
        yield f"<p>{', '.join(_stops(lesson, step))}.</p>"
    else:
        yield f"<p>{', '.join(_picks(answer))}.</p>"
    if step.done:
        yield f"<p>{prose(step.done)}</p>"


def _ordered(words: Sequence[str]) -> str:
    return "<ol>" + "".join(f"<li><code>{text(word)}</code></li>" for word in words) + "</ol>"


def _stops(lesson: Lesson, step: WalkStep) -> Iterator[str]:
    """The time and the line of each."""
    walk = walked(lesson, step)
    for halt in halts(lesson, step, walk):
        line = walk.happenings[halt.place].line if halt.place < len(walk.happenings) else 0
        yield f"{clock(halt.t)} at line {line}" if line else clock(halt.t)


def _picks(answer: Sequence[Any]) -> Iterator[str]:
    for pick in answer:
        if isinstance(pick, list | tuple):
            yield f"order {int(pick[1])} at {clock(float(pick[0]))}"
        else:
            yield f"order {int(pick)}"


def _strips(lesson: Lesson, step: AnyStep) -> str:
    """Who did what when; nothing where nobody did anything."""
    charting = Charting()
    charting.hear(_facts(lesson, step))
    charts = [chart for chart in charting.charts if chart is not None and chart.dishes]
    if not charts:
        return ""
    svg = as_svg(draw("", charts, [f"Done by {clock(charts[0].makespan)}"]), lesson.title)
    for colour, ink in INKS.items():
        svg = svg.replace(colour, ink)
    return svg


def _facts(lesson: Lesson, step: AnyStep) -> list[Fact]:
    answer = solution(lesson, step)
    if not isinstance(step, CookStep | BreakStep):
        asks = isinstance(step, ChangeStep | ArrangeStep | WriteStep)
        return tried(lesson, step, source_of(lesson, step, answer) if asks else None).facts
    shift = shift_of(lesson, step)
    kitchen = kitchen_of(shift, policy=PLAYER, commands=commands_of(shift, answer))
    with contextlib.suppress(KitchenError, Stalled):  # to break it may be what is asked for
        played(kitchen)
    return kitchen.facts.in_order()
