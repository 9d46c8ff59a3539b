"""The ghost future on the timeline, and the red marks in it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.lanes import lanes
from kitchen.game.service.timeline.lossmarks import LossMark
from kitchen.game.service.timeline.timeline import AT_ONCE, Timeline
from kitchen.game.service.timeline.timespan import TimeSpan, time_span
from kitchen.lab.lookahead import Foresight, Loss
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

NOW = 40.0


def now() -> KitchenView:
    """One dish simmers, two wait for the chef."""
    return kitchen(
        *(fact for n in (1, 2, 3) for fact in ordered(n)), *chopping(1), *simmering(1, 30.0)
    )


def foresight(*losses: Loss, order: int = 2) -> Foresight:
    """The second dish is picked at 40 s, and chopped until 70 s."""
    ahead = now()
    facts = [*chopping(order, NOW), *simmering(order, 70.0, 2)]
    ahead.fold(facts)
    return Foresight(order, NOW, 700.0, True, ahead, tuple(facts), losses)


def x(t: float) -> int:
    return time_span(NOW, 15.0, 116, 1264).x(t)


@pytest.fixture
def timeline(toolkit: Kit) -> Iterator[Timeline]:
    yield Timeline(toolkit)


def chef_row(timeline: Timeline) -> int:
    return round(timeline._ground.lanes_y + 16.0)


def test_the_chefs_row_shows_what_would_come_and_frames_the_dish_pointed_at(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    timeline.draw(canvas, look(now(), NOW))
    before = canvas.copy()
    timeline.draw(canvas, look(now(), NOW, foresight=foresight()))
    middle = chef_row(timeline)
    changed = [
        t
        for t in range(42, 100, 2)
        if canvas.get_at((x(t), middle)) != before.get_at((x(t), middle))
    ]
    assert min(changed) <= 46 and 64 <= max(changed) <= 72
    assert canvas.get_at((x(55), middle - 10))[:3] == p.CREAM


def test_a_mark_stands_where_food_burns_with_its_words(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    loss = Loss(400.0, 1, "burns")
    timeline.draw(canvas, look(now(), NOW, foresight=foresight(loss)))
    foot = timeline._area.bottom - 2
    assert canvas.get_at((x(400.0), foot))[:3] == p.RED
    (mark,) = marks(timeline, look, foresight(loss))
    assert mark.form == ("1", "Tomato soup burns 6:40")
    assert mark.place is not None and mark.place.box.left == x(400.0)


def marks(timeline: Timeline, look: Look, ahead: Foresight) -> list[LossMark]:
    moment = look(now(), NOW, foresight=ahead)
    shown = timeline._list.of(moment)
    span: TimeSpan = time_span(NOW, 15.0, timeline._area.left, timeline._area.right)
    area = timeline._marked(shown.lanes, shown.tops, span, NOW)
    return timeline._plan_marks(shown, shown.tops, span, moment, area)


def test_several_losses_are_all_marked_and_no_flag_covers_another(
    timeline: Timeline, look: Look
) -> None:
    losses = [Loss(400.0 + n, n, kind) for n in (1, 2, 3) for kind in ("burns", "leaves")]
    found = marks(timeline, look, foresight(*losses))
    boxes = [mark.place.box for mark in found if mark.place is not None]
    assert len(boxes) == len(losses)
    assert not any(a.colliderect(b) for a in boxes for b in boxes if a is not b)
    assert all(box.left >= x(NOW) and box.top >= chef_row(timeline) for box in boxes)


def test_what_is_found_anew_of_the_same_dish_is_drawn_a_few_lanes_at_a_time(
    timeline: Timeline, toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    view, first, second = now(), foresight(), foresight(Loss(400.0, 1, "burns"))
    assert len(lanes(view, "leave")) == AT_ONCE + 1
    timeline.draw(canvas, look(view, NOW, foresight=first))
    shown = []
    for _ in range(3):
        timeline.draw(canvas, look(view, NOW, foresight=second, whole=False))
        shown.append(timeline._foresight)
    assert shown == [first, second, second]
    other = canvas.copy()
    Timeline(toolkit).draw(other, look(view, NOW, foresight=second))
    assert pygame.image.tobytes(canvas, "RGB") == pygame.image.tobytes(other, "RGB")


def test_what_is_found_of_another_dish_or_for_a_picture_is_drawn_at_once(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    view = now()
    for ahead, whole in ((foresight(), False), (foresight(order=3), False), (foresight(), True)):
        timeline.draw(canvas, look(view, NOW, foresight=ahead, whole=whole))
        assert timeline._foresight is ahead


def test_what_is_lost_beyond_the_window_has_no_mark(timeline: Timeline, look: Look) -> None:
    assert marks(timeline, look, foresight(Loss(5000.0, 1, "burns"))) == []


def test_an_order_that_came_in_since_has_a_lane_without_a_future(
    timeline: Timeline, canvas: pygame.Surface, look: Look
) -> None:
    view = now()
    view.fold(ordered(4, 39.0))
    timeline.draw(canvas, look(view, NOW, foresight=foresight()))
    assert lanes(view, "leave")[-1].in_view(foresight().view).orders == ()


@pytest.mark.parametrize(
    ("mode", "chefs", "attention"),
    [("blocking", 1, "stay"), ("parallel", 3, "stay"), ("hybrid", 3, "leave")],
)
def test_every_kitchen_draws_its_future(
    timeline: Timeline, canvas: pygame.Surface, look: Look, mode: str, chefs: int, attention: str
) -> None:
    start = opened(mode, chefs, attention)
    view, ahead = kitchen(*ordered(1), start=start), kitchen(*ordered(1), start=start)
    facts = [*chopping(1, NOW), f.Stares(70.0, 1, 1, 0, "simmer")]
    ahead.fold(facts)
    seen = Foresight(1, NOW, 700.0, True, ahead, tuple(facts), (Loss(600.0, 1, "leaves"),))
    timeline.draw(canvas, look(view, NOW, attention=attention))
    before = canvas.copy()
    timeline.draw(canvas, look(view, NOW, attention=attention, foresight=seen))
    future = pygame.Rect(x(NOW) + 4, timeline._area.top, x(300.0) - x(NOW), timeline._area.height)
    one, other = (pygame.image.tobytes(s.subsurface(future), "RGB") for s in (before, canvas))
    assert one != other
