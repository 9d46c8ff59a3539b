"""The timeline: its window on kitchen time and its lanes."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.band import at_work
from kitchen.game.service.timeline.lanes import HANDS_SHARE, MOST, lanes, visible
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.service.timeline.timespan import NOW_AT, time_span
from kitchen.game.signs.subjects import Chef, OrderedDish, Thing
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.segment import Segment, SegmentKind
from kitchen.sim.view.uppermost import uppermost


def test_the_window_begins_at_the_opening_and_then_scrolls() -> None:
    early, late = (time_span(now, 15.0, 100, 1100) for now in (0.0, 3000.0))
    assert (early.start, early.end) == (0.0, 720.0)
    assert late.end - late.start == pytest.approx(720.0)
    assert late.x(3000.0) == pytest.approx(100 + 1000 * NOW_AT, abs=1)


def test_a_shift_that_is_over_at_once_fills_the_window() -> None:
    assert time_span(0.0, 0.1, 100, 1100).x(0.2) == 350


def test_scrolling_moves_the_past_by_whole_pixels() -> None:
    gaps = set()
    for step in range(200):
        view = time_span(3000.0 + step * 0.37, 15.0, 100, 1100)
        gaps.add(view.x(2900.0) - view.x(2800.0))
    assert len(gaps) == 1


def test_what_falls_between_two_pixels_goes_to_the_same_wherever_it_scrolls() -> None:
    half = 2700.0 + 0.5 * 720.0 / 1000  # seconds, in a window of 720 s and 1000 px
    views = [time_span(3000.0 + 0.72 * step, 15.0, 100, 1100) for step in range(20)]
    assert len({view.x(half) + view.origin for view in views}) == 1


def test_one_chef_has_a_lane_and_so_has_each_order() -> None:
    view = kitchen(*ordered(1), *ordered(2), *chopping(1))
    assert [lane.title for lane in lanes(view, "leave")] == ["Chef", "Tomato soup", "Tomato soup"]


def test_many_chefs_who_stay_have_a_lane_each() -> None:
    view = kitchen(*ordered(1), start=opened("parallel", 3, "stay"))
    assert [lane.title for lane in lanes(view, "stay")] == ["Chef 1", "Chef 2", "Chef 3"]


def test_many_chefs_who_leave_share_a_band_above_the_orders() -> None:
    view = kitchen(*ordered(1), start=opened("hybrid", 3))
    assert [(lane.title, lane.height(12.0)) for lane in lanes(view, "leave")] == [
        ("3 chefs", 12.0 * HANDS_SHARE),
        ("Tomato soup", 12.0),
    ]


def test_the_band_counts_the_hands_at_work() -> None:
    view = kitchen(
        *ordered(1), *ordered(2), *chopping(1, 0.0, 1), *chopping(2, 10.0, 2),
        start=opened("hybrid", 3),
    )  # fmt: skip
    assert at_work(view.chefs, 0.0, 60.0) == [(0.0, 1), (10.0, 2), (30.0, 1), (40.0, 0)]


def test_open_orders_that_have_no_row_share_the_last_one() -> None:
    view = kitchen(*(fact for number in range(1, 14) for fact in ordered(number, float(number))))
    shown = lanes(view, "leave")
    assert len(shown) == MOST + 1
    assert [lane.subject for lane in shown[:2]] == [Chef(1), OrderedDish(1)]
    assert (shown[-1].subject, shown[-1].title) == (Thing("more"), "4 more")
    assert [order.number for order in shown[-1].orders] == [10, 11, 12, 13]
    assert [(bar.start, bar.end) for bar in shown[-1].bars(0.0, 60.0)] == [(10.0, None)]


def segment(kind: SegmentKind, start: float, end: float | None, part: int = 0) -> Segment:
    return Segment(kind, start, end, 1, part, None, "")


def test_of_parts_that_overlap_the_one_that_says_most_is_to_be_seen() -> None:
    cooking = segment("cooking", 0.0, 50.0)
    ready = segment("ready", 10.0, None, 1)
    hands = segment("hands", 20.0, 30.0, 2)
    found = [(bar.segment.kind, bar.start, bar.end) for bar in uppermost([cooking, ready, hands])]
    assert found == [
        ("cooking", 0.0, 10.0),
        ("ready", 10.0, 20.0),
        ("hands", 20.0, 30.0),
        ("ready", 30.0, None),
    ]


def test_parts_that_do_the_same_are_one_bar() -> None:
    """Two dotted lines out of step would be a dashed one, which means nothing."""
    first, second = segment("blocked", 0.0, 40.0), segment("blocked", 7.0, 40.0, 1)
    assert [(bar.start, bar.end) for bar in uppermost([first, second])] == [(0.0, 40.0)]


def test_the_dish_the_chef_stares_at_does_not_wait_for_the_chef() -> None:
    view = kitchen(*ordered(1), f.Resumed(0.0, 1, 1, 0), start=opened("blocking", 1, "stay"))
    view.fold([f.Ready(0.0, 1, 1), f.Stares(0.0, 1, 1, 0, "simmer")])
    dish = lanes(view, "stay")[1]
    assert [bar.segment.kind for bar in dish.bars(0.0, 100.0)] == ["staring"]


def test_open_orders_are_always_to_be_seen() -> None:
    view = kitchen(*(fact for number in range(1, 13) for fact in ordered(number)))
    assert [order.number for order in visible(view)] == list(range(1, MOST + 1))
    for number in (2, 3, 4):
        view.fold([f.WalkedOut(10.0, number), f.Cleared(10.0, number)])
    assert [order.number for order in visible(view)] == [1, 4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_hands_are_mint_and_a_running_timer_has_a_ghost(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    timeline = Timeline(toolkit)
    timeline.draw(canvas, look(view, 100.0))
    x = time_span(100.0, 15.0, 116, 1264).x
    lane = 586 + 33 + 16  # there are few lanes: they are high
    red, green, blue, _ = canvas.get_at((x(15.0), lane + 8))
    assert all(abs(a - b) < 10 for a, b in zip((red, green, blue), p.MINT, strict=True))
    assert canvas.get_at((x(60.0), lane))[:3] == p.STEAM
    assert canvas.get_at((x(200.0), lane))[:3] != canvas.get_at((x(400.0), lane))[:3]


def test_a_served_dish_ends_in_a_check_mark_in_its_chefs_lane() -> None:
    view = kitchen(*ordered(1), *chopping(1), start=opened("parallel", 2, "stay"))
    view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    assert lanes(view, "stay")[0].endings(0.0, 40.0, 5.0) == [(30.0, True)]


def test_it_draws_every_state(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    timeline = Timeline(toolkit)
    timeline.draw(canvas, look(KitchenView()))
    view = kitchen(*ordered(1), *ordered(2), *chopping(1), *simmering(1, 30.0, seconds=10.0))
    view.fold([f.TimerRang(40.0, 1, 0, 1), f.Ready(40.0, 1, 0), f.FoodBurnt(160.0, 1, 0, 1)])
    view.fold([f.WalkedOut(170.0, 2), f.Cleared(170.0, 2)])
    for hover in (None, (130.0, 602.0), (300.0, 602.0), (1200.0, 700.0)):
        timeline.draw(canvas, look(view, 200.0, hover=hover))
    view.fold([f.Closed(4000.0, 4000.0)])
    timeline.draw(canvas, look(view, 4000.0, tempo=10.0))


def test_what_is_over_moves_on_without_being_drawn_anew(toolkit: Kit, look: Look) -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    kept, fresh = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    timeline = Timeline(toolkit)
    for step in range(40):
        now = 1400.0 + 3.0 * step
        timeline.draw(kept, look(view, now))
        Timeline(toolkit).draw(fresh, look(view, now))
        assert pygame.image.tobytes(kept, "RGB") == pygame.image.tobytes(fresh, "RGB")
