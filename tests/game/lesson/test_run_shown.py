"""What the right half of a lesson tells of a run: lanes, prints, goals, tokens, the clock."""

from __future__ import annotations

import pytest

from kitchen.game.lesson.building.tokens import CodePiece, rows_of
from kitchen.game.lesson.building.whereabouts import here, waited
from kitchen.game.lesson.shown.goalspaper import shown_goals, wanted
from kitchen.game.lesson.shown.playing import RunPlaying
from kitchen.game.lesson.shown.prints import in_shown_lines, printed_lines, told_in_shown_lines
from kitchen.game.lesson.shown.runlanes import run_lanes
from kitchen.game.lesson.shown.runscene import boards_of, places_used
from kitchen.lessons.book import find_lesson
from kitchen.lessons.goal import Goal
from kitchen.lessons.judging.judge import Verdict, judged, lines_shown, solution
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import ArrangeStep, Token

LESSON = find_lesson("egg-and-chicken")
STEP = LESSON.step("arrange")
assert isinstance(STEP, ArrangeStep)
LATE = """async def dinner():
    hen = asyncio.create_task(chicken())
    await hen
    egg = asyncio.create_task(boil())
    await egg
    print("Dinner!")
"""
FIRST = lines_shown(LESSON, STEP)[0]


def run_of(text: str) -> Run:
    found = judged(LESSON, STEP, text).run
    assert found is not None
    return found


def test_lanes_tell_who_was_never_told_and_when_the_chef_has_nothing_to_do() -> None:
    chef, chicken, egg = run_lanes(run_of(LATE))
    assert [s.kind for s in chef.stretches] == ["hands", "idle", "hands", "hands", "idle", "hands"]
    assert (chef.stretches[1].start, chef.stretches[1].end) == (60.0, 960.0)
    assert [s.kind for s in chicken.stretches] == ["hands", "cooking", "hands"]
    assert egg.stretches[0].kind == "unbegun" and egg.stretches[0].end == egg.begun == 990.0
    assert (chicken.ended, egg.ended, egg.served) == (990.0, 1470.0, True)


def test_a_dish_that_nobody_begins_has_no_end() -> None:
    *_, egg = run_lanes(run_of("async def dinner():\n    await chicken()\n"))
    assert [s.kind for s in egg.stretches] == ["unbegun"]
    assert egg.ended is None and egg.begun == float("inf")


def test_what_is_printed_and_why_it_went_wrong() -> None:
    lines = printed_lines(run_of("async def dinner():\nawait hen\n"), FIRST)
    assert [(line.error, line.line) for line in lines] == [(True, 2)]
    assert "line 1" in lines[0].text and ".py" not in lines[0].text
    assert [line.text for line in printed_lines(run_of(LATE), FIRST)][-1] == "Dinner!"


def test_a_dish_that_took_no_time_was_begun() -> None:
    lesson = find_lesson("two-awaits")
    run = judged(lesson, lesson.steps[0], solution(lesson, lesson.steps[0])).run
    assert run is not None
    salt = next(lane for lane in run_lanes(run) if lane.title == "Salt")
    assert all(stretch.kind != "unbegun" for stretch in salt.stretches)


def test_lines_are_told_as_the_player_sees_them() -> None:
    assert in_shown_lines("recipes.py:26: expected a block on line 25", 25) == (
        "expected a block on line 1"
    )
    assert in_shown_lines("oven: it is hot", 25) == "oven: it is hot"
    said = told_in_shown_lines(Verdict(False, False, "recipes.py:26: no block on line 25"), 25)
    assert said is not None and said.says == "no block on line 1"


def test_where_a_run_is_and_how_long_it_waited_there() -> None:
    run = run_of(LATE)
    assert FIRST + 2 in here(run, 500.0)
    assert FIRST + 4 in here(run, 1200.0) and FIRST + 2 not in here(run, 1200.0)
    assert waited(run, FIRST + 2) == pytest.approx(990.0)
    assert here(run, 9999.0) == set()


def test_goals_before_and_after() -> None:
    course = Course(LESSON)
    works, par = shown_goals(course, STEP, None)
    assert (works.reached, par.reached, par.words) == (None, None, "by 16:30")
    works, par = shown_goals(course, STEP, judged(LESSON, STEP, LATE))
    assert (works.words, works.reached) == ("both are served", True)
    assert (par.words, par.reached) == ("8:00 too long", False)
    works, par = shown_goals(course, STEP, judged(LESSON, STEP, solution(LESSON, STEP)))
    assert (works.reached, par.reached) == (True, True)
    works, _ = shown_goals(course, STEP, judged(LESSON, STEP, "async def dinner()"), FIRST)
    assert works.words == "expected ':'", "not where it stands in the file"


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(served=["Egg"]), "Egg is served"),
        (Goal(served=["A", "B", "C"]), "all three are served"),
        (Goal(served=2), "two served"),
        (Goal(trouble="stalled"), "it goes wrong"),
        (Goal(prints=["x"]), "it prints what is wanted"),
        (Goal(), "it comes to a good end"),
    ],
)
def test_what_is_wanted_in_words(goal: Goal, words: str) -> None:
    assert wanted(goal) == words


# -- tokens ----------------------------------------------------------------------------------------

TEXT = "async def dinner():\n    await boil()\n    print(1)\n"
TOKENS = [Token(old="await boil()", new="egg = boil()\n    await egg"), Token(old="1", new="2")]


def test_tokens_stand_where_they_are_and_may_go_over_several_rows() -> None:
    plain = rows_of(TEXT, TOKENS, ())
    assert plain[1] == [CodePiece("    "), CodePiece("await boil()", 0)]
    changed = rows_of(TEXT, TOKENS, {0})
    assert changed[1:3] == [
        [CodePiece("    "), CodePiece("egg = boil()", 0)],
        [CodePiece("    "), CodePiece("await egg", 0)],
    ]
    assert changed[3] == [CodePiece("    print("), CodePiece("1", 1), CodePiece(")")]


# -- the clock -------------------------------------------------------------------------------------


def test_two_runs_on_one_clock() -> None:
    playing, late = RunPlaying(), run_of(LATE)
    good = run_of(solution(LESSON, STEP))
    playing.set(good, plays=True, beside=late)
    assert playing.run is good and playing.end == 1470.0 and playing.playing
    before, after = playing.tick(0.0)
    assert before and after
    playing.go_to(1200.0)
    assert playing.paused
    playing.tick(0.0)
    views = [played.view for played in playing.shown]
    assert [view.served for view in views if view is not None] == [1, 2]


def test_the_handle_is_stepped_from_task_to_task_and_stays_inside() -> None:
    playing = RunPlaying()
    playing.set(run_of(LATE), plays=False)
    seen = []
    for _ in range(6):
        playing.step(task=True, way=1)
        seen.append(playing.now)
    assert seen == [960.0, 990.0, 1430.0, 1470.0, 1470.0, 1470.0]
    for _ in range(6):
        playing.step(task=False, way=-1)
    assert playing.now < 990.0
    playing.go_to(-5.0)
    assert playing.now == 0.0


def test_a_kitchen_of_one_row_has_the_boards_that_are_needed() -> None:
    run = run_of(LATE)
    assert boards_of(run) == 1
    assert places_used([run]) == 2
