"""A handout: a lesson for paper, to be done with a pencil and scissors; the answers come last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kitchen.english import clock
from kitchen.lessons.cooking.cooked import shift_of
from kitchen.lessons.judging.judge import cards, deck, lines_shown, pieces, shown, solution
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
    kind_of,
)  # fmt: skip
from kitchen.report.lessons.answerkey import answer_key
from kitchen.report.lessons.paper import kind_word, lines, paper, prose, text
from kitchen.sim.shift.recipe import as_recipe

BLANKS = 14
"""Lines to write a program on."""


def handout(lesson: Lesson) -> bytes:
    """The whole page. Raises `KitchenError` for a lesson that is not proved."""
    number = f"Lesson {lesson.number}, {lesson.chapter}" if lesson.number else "A lesson"
    head = (
        f'<header><span class="who">Name ______________________</span>'
        f"<h1>{text(lesson.title)}</h1>"
        f'<div class="quiet">{text(number)}: {lesson.fields.minutes} minutes</div></header>'
    )
    body = [head, f"<p>{prose(lesson.fields.says)}</p>"]
    printed: dict[str, int] = {}
    for place, step in enumerate(lesson.steps, start=1):
        body.append(
            f"<section><h2>{place} {text(step.title)} {kind_word(kind_of(step))}</h2>"
            f"<p>{prose(step.says)}</p>{_program(lesson, step, place, printed)}"
            f"{''.join(_work(lesson, step))}</section>"
        )
    body.append(answer_key(lesson))
    return paper(f"{lesson.title}: a handout", "\n".join(body))


def _program(lesson: Lesson, step: AnyStep, place: int, printed: dict[str, int]) -> str:
    """What is worked on; once, if several steps show the same. ``printed``: by which step it was
    shown."""
    if isinstance(step, CookStep | BreakStep | ArrangeStep):
        return ""
    source = shown(lesson, step)
    before = printed.setdefault(source, place)
    if before != place:
        return f"<p>The program is that of step {before}.</p>"
    rows = zip(lines_shown(lesson, step), lines(source).splitlines(), strict=False)
    return "<pre>" + "\n".join(f"<b>{number}</b>{row}" for number, row in rows) + "</pre>"


def _work(lesson: Lesson, step: AnyStep) -> Iterator[str]:
    """What is to be done with a step."""
    by_kind: dict[type, Callable[[Lesson, Any], Iterator[str]]] = {
        CookStep: _cook, BreakStep: _cook, PredictStep: _predict, ChangeStep: _change,
        ArrangeStep: _arrange, WriteStep: _write, WalkStep: _walk, WhyStep: _why,
    }  # fmt: skip
    yield from by_kind[type(step)](lesson, step)


def _cards(words: list[str]) -> str:
    return (
        '<ul class="cards">' + "".join(f'<li class="cut">{text(w)}</li>' for w in words) + "</ul>"
    )


def _boxes(words: list[str]) -> str:
    rows = "".join(f'<li><span class="box"></span>{prose(word)}</li>' for word in words)
    return f'<ul class="ask">{rows}</ul>'


def _blanks(numbers: range) -> str:
    rows = "\n".join(f"<b>{i}</b>{'_' * 56}" for i in numbers)
    return f'<pre class="blank">{rows}</pre>'


def _predict(lesson: Lesson, step: PredictStep) -> Iterator[str]:
    what = "It prints, line by line" if step.cards == "prints" else "Served, one after the other"
    yield f"<h3>{what}</h3>{_blanks(range(1, len(cards(lesson, step)) + 1))}"
    yield f"<h3>The cards{', of which some do not belong' * bool(step.extra)}</h3>"
    yield _cards(deck(lesson, step))


def _change(lesson: Lesson, step: ChangeStep) -> Iterator[str]:
    yield "<h3>Which of these do you change?</h3><table>"
    yield "<tr><th></th><th>From</th><th>To</th></tr>"
    for token in step.tokens:
        old, new = (f"<code>{lines(code)}</code>" for code in (token.old, token.new))
        yield f'<tr><td><span class="box"></span></td><td>{old}</td><td>{new}</td></tr>'
    yield "</table>"


def _arrange(lesson: Lesson, step: ArrangeStep) -> Iterator[str]:
    count = len([line for line in solution(lesson, step).splitlines() if line.strip()])
    every = pieces(lesson, step)
    given = "\n".join(f"<b>{i}</b>{text(row)}" for i, row in enumerate(every[: step.given], 1))
    if given:
        yield f"<pre>{given}</pre>"
    yield _blanks(range(step.given + 1, count + 1))
    yield f"<h3>The lines{', of which some do not belong' * bool(step.extra)}</h3>"
    yield _cards(every[step.given :])


def _write(lesson: Lesson, step: WriteStep) -> Iterator[str]:
    yield "<h3>Your own</h3>"
    yield '<div class="lines">' + "<span></span>" * BLANKS + "</div>"


def _walk(lesson: Lesson, step: WalkStep) -> Iterator[str]:
    yield "<h3>When is this, and at which line of the program?</h3><table>"
    yield '<tr><th></th><th class="number">Time</th><th class="number">Line</th></tr>'
    for stop in step.stops:
        yield f"<tr><td>{prose(stop.says)}</td><td>______</td><td>_____</td></tr>"
    yield "</table>"


def _why(lesson: Lesson, step: WhyStep) -> Iterator[str]:
    yield f"<p>{prose(step.question)}</p>{_boxes(step.answers)}"


def _cook(lesson: Lesson, step: CookStep | BreakStep) -> Iterator[str]:
    """The guests, and a box for each time that somebody gets hands."""
    shift = shift_of(lesson, step)
    heads = "".join(f"<th>{head}</th>" for head in ("Order", "Dish", "Comes at", "Waits"))
    yield f"<table><tr>{heads}</tr>"
    for number, order in enumerate(shift.orders_for(shift.seed), start=1):
        waits = "for ever" if order.waits is None else clock(order.waits)
        cells = (str(number), as_recipe(order.dish).title, clock(order.at), waits)
        yield f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in cells)}</tr>"
    yield "</table><h3>Who gets the chef's hands, one after the other?</h3>"
    boxes = '<span class="box"></span>' * len(solution(lesson, step))
    yield f'<p class="boxes">{boxes}</p>'
