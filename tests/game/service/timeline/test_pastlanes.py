"""The timeline as the handle of time: its window, its tools, what a mouse and keys ask for."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw.art import Art
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.input.actions import (
    Choose,
    GoTo,
    Mark,
    Step,
    TakeOver,
    ToPresent,
    ToStart,
)
from kitchen.game.input.bindings import Bindings
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.explain.explaintime import STEPS
from kitchen.game.service.explain.explanation import Handles
from kitchen.game.service.pointing import mouse_of
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.service.timeline.timespan import TimeSpan, past_span, time_span
from kitchen.game.signs.bookmark import Bookmark
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Marked, OrderedDish, Thing
from kitchen.sim.facts import Fact

LEFT, RIGHT = 100, 1100
NAMES = ("to start", "task back", "task on", "turn back", "turn on", "dish back", "dish on",
         "to present", "take over", "mark")  # fmt: skip


def facts() -> list[Fact]:
    return [*ordered(1), *chopping(1), *simmering(1, 30.0), *ordered(2, 60.0), *chopping(2, 60.0)]


def past(look: Look, now: float, present: float, **fields: object) -> Moment:
    """A soup, and from 60 s on another; looked at from the present."""
    seen = [fact for fact in facts() if fact.t <= now]
    return look(
        kitchen(*seen), now, present=present, later=kitchen(*facts()), chosen=1, paused=True,
        **fields,
    )  # fmt: skip


# -- the window --------------------------------------------------------------------------------


@given(st.floats(0.0, 1e5), st.floats(0.0, 1.0), st.sampled_from([0.1, 1.0, 15.0, 60.0]))
def test_the_past_is_always_in_the_window(present: float, share: float, tempo: float) -> None:
    now = present * share
    span = past_span(now, present, tempo, LEFT, RIGHT)
    assert LEFT <= span.x(now) <= RIGHT
    assert span.scale == time_span(present, tempo, LEFT, RIGHT).scale


def test_the_window_stays_where_it_is_while_the_handle_is_in_it() -> None:
    present = time_span(3000.0, 15.0, LEFT, RIGHT)
    moments = [present.start + 40.0 + 5.0 * n for n in range(60)]
    spans = {past_span(now, 3000.0, 15.0, LEFT, RIGHT) for now in moments}
    assert spans == {present}


# -- the hand ----------------------------------------------------------------------------------


@pytest.fixture
def timeline(toolkit: Kit) -> Timeline:
    return Timeline(toolkit)


def drawn(timeline: Timeline, canvas: pygame.Surface, moment: Moment) -> Moment:
    timeline.draw(canvas, moment)
    return moment


def lane(timeline: Timeline, t: float, moment: Moment) -> tuple[float, float]:
    """A point in the lanes at that time; the kit's stage has one px for each."""
    return float(timeline._span(moment).x(t)), 620.0


def test_a_press_goes_there_and_a_drag_scrubs(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    moment = drawn(timeline, canvas, look(kitchen(*facts()), 100.0))
    went = timeline.press(lane(timeline, 40.0, moment), moment)
    assert isinstance(went, GoTo) and went.at == pytest.approx(40.0, abs=1.0)
    assert timeline.held
    moment = drawn(timeline, canvas, past(look, 40.0, 100.0))
    went = timeline.drag(lane(timeline, 70.0, moment), moment)
    assert isinstance(went, GoTo) and went.at == pytest.approx(70.0, abs=1.0)
    assert timeline.drag((1200.0, 620.0), moment) == ToPresent()
    timeline.drop()
    assert not timeline.held and timeline.drag((300.0, 620.0), moment) is None


def test_what_is_still_to_come_cannot_be_gone_to(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    moment = drawn(timeline, canvas, look(kitchen(*facts()), 100.0))
    assert timeline.press(lane(timeline, 300.0, moment), moment) is None and not timeline.held


def test_held_at_the_edge_time_goes_on_to_the_start(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    moment = drawn(timeline, canvas, past(look, 2000.0, 3000.0))
    assert timeline.press((116.0, 620.0), moment) is not None
    went = [timeline.hold(0.1 * frame, moment) for frame in range(40)]
    times = [action.at for action in went if isinstance(action, GoTo)]
    assert times == sorted(times, reverse=True) and times[-1] == pytest.approx(0.0, abs=1.0)
    assert went[-1] is None  # there is nothing before the opening


def test_a_press_on_a_name_chooses_the_dish(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    moment = drawn(timeline, canvas, past(look, 80.0, 100.0))
    spots = {spot.subject: spot for spot in timeline.spots(moment)}
    order = next(s for s in spots if getattr(s, "order", None) == 2)
    _, y, _, h = spots[order].box
    assert timeline.press((40.0, y + h / 2), moment) == Choose(2) and not timeline.held


def test_the_pointer_finds_tools_handle_and_names(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    moment = drawn(timeline, canvas, past(look, 80.0, 3000.0))
    for spot in timeline.spots(moment):
        found = timeline.under(spot.middle, moment)
        if isinstance(spot.subject, Thing):
            assert found is not None and found.subject == spot.subject
    _, y, _, h = timeline.spots(moment)[-1].box
    named = timeline.under((40.0, y + h / 2), moment)
    assert named is not None and named.subject == timeline.spots(moment)[-1].subject
    assert timeline.under((600.0, y + h / 2), moment) is None  # a press there goes there


def test_a_notch_of_the_handle_is_a_second_of_the_players(timeline: Timeline, look: Look) -> None:
    moment = past(look, 60.0, 100.0)
    assert timeline.nudge(-1, moment) == GoTo(45.0) and timeline.nudge(1, moment) == GoTo(75.0)
    assert timeline.nudge(1, past(look, 90.0, 100.0)) == ToPresent()
    assert timeline.nudge(-1, past(look, 5.0, 100.0)) == GoTo(0.0)


# -- the tools ---------------------------------------------------------------------------------


def test_each_tool_does_what_it_says(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    marks = (Bookmark(20.0, "burns"), Bookmark(80.0, "mark", True))
    moment = drawn(timeline, canvas, past(look, 80.0, 100.0, bookmarks=marks))
    asked = {spot.subject: timeline.target(spot.middle) for spot in timeline.spots(moment)}
    assert [asked[Thing(name)] for name in NAMES] == [
        ToStart(), Step("task", -1), Step("task", 1), Step("turn", -1), Step("turn", 1),
        Step("dish", -1), Step("dish", 1), ToPresent(), TakeOver(), Mark(),
    ]  # fmt: skip
    assert asked[Marked(20.0)] == GoTo(20.0) and asked[Marked(80.0)] == GoTo(80.0)


def test_at_the_present_they_are_offered_while_it_stands_or_is_pointed_at(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    view = kitchen(*facts())
    for fields, seen in (({}, False), ({"paused": True}, True), ({"hover": (500.0, 650.0)}, True)):
        moment = drawn(timeline, canvas, look(view, 100.0, **fields))
        names = {spot.subject for spot in timeline.spots(moment)}
        assert (Thing("to start") in names) is seen and Thing("take over") not in names


@pytest.mark.parametrize("text", ["normal", "large", "largest"])
@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (1920, 1080)])
def test_no_tool_covers_another(text: str, size: tuple[int, int], look: Look) -> None:
    stage = Stage(size)
    timeline = Timeline(Kit(stage, Type(stage, text), Art(stage)))
    marks = tuple(Bookmark(10.0 * n, "guest left") for n in range(9))
    moment = past(look, 80.0, 4000.0, bookmarks=marks)
    drawn(timeline, pygame.Surface(size), moment)
    boxes = [
        spot.box for spot in timeline.spots(moment)
        if isinstance(spot.subject, Thing | Marked) and spot.subject != Thing("handle")
    ]  # fmt: skip
    assert len(boxes) > len(NAMES)
    for (x, _, w, _), (x2, _, w2, _) in combinations(boxes, 2):
        assert x + w <= x2 + 1e-6 or x2 + w2 <= x + 1e-6
    assert all(x >= 0.0 and x + w <= stage.width for x, _, w, _ in boxes)


def test_every_tool_is_explained_with_its_key(look: Look) -> None:
    moment = past(look, 80.0, 100.0, bookmarks=(Bookmark(20.0, "burns"),))
    handles = mouse_of(Bindings())
    assert handles.keys and Handles().keys == {}
    for name in STEPS:
        told = explain(moment, Thing(name), handles)
        assert told is not None and told.hint.startswith("Key: ") and told.text
    mark, none = (explain(moment, Marked(at), handles) for at in (20.0, 21.0))
    assert mark is not None and mark.title == "Burns, 0:20" and none is None
    assert explain(moment, Thing("handle"), handles) is not None


# -- what is seen ------------------------------------------------------------------------------


def test_what_came_later_is_seen_dimmed_and_stays_while_the_handle_moves(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    early, late = past(look, 20.0, 3000.0), past(look, 25.0, 3000.0)
    span: TimeSpan = timeline._span(early)
    drawn(timeline, canvas, early)
    row = next(s.box for s in timeline.spots(early) if getattr(s.subject, "order", None) == 1)
    point = span.x(200.0), round(row[1] + row[3] / 2)
    dimmed = canvas.get_at(point)
    picture = timeline._back._picture
    drawn(timeline, canvas, late)
    assert canvas.get_at(point) == dimmed and timeline._back._picture is picture
    drawn(timeline, canvas, past(look, 300.0, 3000.0))
    assert sum(canvas.get_at(point)[:3]) > sum(dimmed[:3]) + 100


def test_nothing_of_it_is_kept_at_the_present(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    drawn(timeline, canvas, past(look, 20.0, 100.0))
    drawn(timeline, canvas, look(kitchen(*facts()), 100.0))
    assert timeline._back._picture is None


# -- lanes -------------------------------------------------------------------------------------


def test_lanes_stay_where_they_are_while_time_is_moved(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    """An order that is still to come has its lane already, and nothing to point at."""
    early, late = (drawn(timeline, canvas, past(look, now, 100.0)) for now in (30.0, 90.0))
    rows = [timeline._back.rows(moment) for moment in (early, late)]
    assert [row.tops for row in rows] == [rows[1].tops] * 2
    assert [row.pitch for row in rows] == [rows[1].pitch] * 2
    assert [lane.subject for lane in rows[0].lanes] == [lane.subject for lane in rows[1].lanes]
    dishes = [[s.subject for s in row.spots if isinstance(s.subject, OrderedDish)] for row in rows]
    assert dishes == [[OrderedDish(1)], [OrderedDish(1), OrderedDish(2)]]
