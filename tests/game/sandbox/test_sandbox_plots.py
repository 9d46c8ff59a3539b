"""The plots of the sandbox: scales, lines told apart, values at their ends, and whole pictures."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from kitchen.game.draw import palette
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox import layout, scale
from kitchen.game.sandbox.curve import SUBJECTS, Curves, LimitLine, curves
from kitchen.game.sandbox.finding import remark
from kitchen.game.sandbox.numbers import numbers
from kitchen.game.sandbox.plot import TAG_H, CurvePlot, apart
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.sandbox.strokes import along, stroke
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.lab.before_after import Twins
from kitchen.lab.measures import at
from kitchen.lab.sandbox import Sandbox

NOW = 1800.0


@pytest.fixture(scope="module")
def twins() -> Twins:
    twins = Twins(Sandbox())
    twins.change(Sandbox(chefs=2, every=45.0))
    twins.look(NOW)
    return twins


def throughput(twins: Twins) -> Curves:
    before, after = twins.before.measures, twins.after.measures
    return curves(SUBJECTS[0], before, after, LimitLine(60.0, "ovens"), NOW)


@pytest.fixture
def plot(toolkit: Kit, twins: Twins) -> CurvePlot:
    """The throughput of both kitchens."""
    plot = CurvePlot(toolkit, SUBJECTS[0], layout.plot(0))
    plot.show(throughput(twins))
    return plot


# -- scales ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("most", "end"), [(0.0, 4.0), (3.9, 4.0), (4.1, 8.0), (41.0, 80.0), (79.0, 80.0), (81.0, 100.0)]
)
def test_an_axis_ends_at_four_round_steps_above_all_values(most: float, end: float) -> None:
    assert scale.top([most, most / 2], least=4.0) == end


def test_an_axis_of_seconds_has_ticks_that_a_clock_has() -> None:
    assert scale.top_of_times([91.0]) == 120.0
    assert scale.top_of_times([130.0]) == 240.0
    assert scale.top_of_times([1.0], 20.0) == 20.0
    assert scale.top_of_times([9000.0]) == 14400.0


def test_the_axis_of_time_has_room_for_now() -> None:
    assert [scale.span(now) for now in (0.0, 600.0, 601.0, 3599.0, 7200.0)] == [
        600.0, 600.0, 1200.0, 3600.0, 7200.0
    ]  # fmt: skip
    assert scale.span(20_000.0) >= 20_000.0


def test_ticks_are_written_with_as_many_digits_as_they_need() -> None:
    assert [scale.number(t, 10.0) for t in scale.ticks(10.0)] == ["0", "2.5", "5", "7.5", "10"]
    assert [scale.number(t, 80.0) for t in scale.ticks(80.0)] == ["0", "20", "40", "60", "80"]


def test_no_line_and_no_limit_leaves_its_plot(twins: Twins) -> None:
    before, after = twins.before.measures, twins.after.measures
    for subject in SUBJECTS:
        found = curves(subject, before, after, LimitLine(90.0, "hands"), NOW)
        shown = [v for row in (found.before, found.after) for v in row[: int(NOW / 10)]]
        assert found.top >= 90.0 and found.top >= max(shown)


def test_utilisation_is_written_in_per_cent_of_a_hundred(twins: Twins) -> None:
    before, after = twins.before.measures, twins.after.measures
    found = curves(SUBJECTS[1], before, after, None, NOW)
    assert found.top == 100.0
    assert at(found.after, NOW) == pytest.approx(100.0 * at(after.utilisation, NOW))


# -- drawing ---------------------------------------------------------------------------------------


def column(canvas: pygame.Surface, plot: CurvePlot, t: float, colour: palette.Colour) -> list[int]:
    """Where in the bed that colour is at a time: y in px."""
    x, (_, y, _, h) = round(plot.x(t)), plot.bed
    return [
        row for row in range(round(y), round(y + h))
        if sum(abs(a - b) for a, b in zip(canvas.get_at((x, row))[:3], colour, strict=True)) < 60
    ]  # fmt: skip


def test_a_line_is_where_its_values_are(
    plot: CurvePlot, canvas: pygame.Surface, twins: Twins
) -> None:
    plot.draw(canvas, NOW)
    for t in (1000.0, 1400.0, 1700.0):
        rows = column(canvas, plot, t, palette.TOMATO)
        expected = plot.y(at(twins.after.measures.throughput, t))
        assert rows and min(abs(row - expected) for row in rows) <= 2.0


def test_the_lines_end_now(plot: CurvePlot, canvas: pygame.Surface) -> None:
    plot.draw(canvas, 900.0)
    assert column(canvas, plot, 850.0, palette.TOMATO)
    assert not column(canvas, plot, 1500.0, palette.TOMATO)


def test_the_limit_is_a_dashed_line_at_its_value(plot: CurvePlot, canvas: pygame.Surface) -> None:
    plot.draw(canvas, 0.0)
    y, (left, _, width, _) = round(plot.y(60.0)), plot.bed
    lit = [sum(canvas.get_at((x, y))[:3]) > 380 for x in range(round(left), round(left + width))]
    assert 0.3 < sum(lit) / len(lit) < 0.8
    assert sum(a != b for a, b in itertools.pairwise(lit)) > 20


def test_the_same_curves_are_not_drawn_again(plot: CurvePlot, twins: Twins) -> None:
    same = throughput(twins)
    assert not plot.show(same) and plot.show(replace(same, bound=None))


def test_lines_differ_in_more_than_colour() -> None:
    shares = {}
    for style in ("solid", "dotted", "dashed"):
        surface = pygame.Surface((300, 9), pygame.SRCALPHA)
        stroke(surface, [(0, 4), (300, 4)], (255, 255, 255, 255), 4, style)
        shares[style] = sum(surface.get_at((x, 4))[3] > 0 for x in range(300)) / 300
    assert shares["solid"] > 0.99 > 0.75 > shares["dashed"] > shares["dotted"] > 0.2


def test_dots_are_as_far_apart_around_a_corner() -> None:
    points = list(along([(0.0, 0.0), (25.0, 0.0), (25.0, 25.0)], 10.0))
    assert points == [(0, 0), (10, 0), (20, 0), (25, 5), (25, 15), (25, 25)]


@pytest.mark.parametrize("pair", [(100.0, 100.0), (100.0, 104.0), (104.0, 100.0), (12.0, 14.0),
                                  (199.0, 198.0), (20.0, 180.0)])  # fmt: skip
def test_the_values_at_the_ends_never_cover_each_other(pair: tuple[float, float]) -> None:
    bed = (0.0, 10.0, 100.0, 190.0)
    first, second = apart(*pair, bed)
    assert abs(first - second) >= TAG_H
    assert all(y - TAG_H / 2 >= 10.0 and y + TAG_H / 2 <= 200.0 for y in (first, second))
    if pair[0] != pair[1]:
        assert (first < second) == (pair[0] < pair[1])


# -- words and numbers -----------------------------------------------------------------------------


def test_numbers_are_those_of_the_view(twins: Twins) -> None:
    twins.look(NOW)
    view = twins.after.view
    found = {number.label: number.words for number in numbers(view, NOW)}
    assert found["served"] == str(view.served) and found["open"] == str(len(view.open_orders))
    assert found["hands busy"] == f"{view.utilisation(NOW) * 100:.0f}%"


def test_differences_are_told_with_their_sign(twins: Twins) -> None:
    before, after = (numbers(k.view, NOW) for k in (twins.before, twins.after))
    served = after[0].beside(before[0])
    assert served == f"+{twins.after.view.served - twins.before.view.served}"
    assert before[0].beside(after[0]) == served.replace("+", "−")
    assert after[0].beside(after[0]) == ""


def test_a_kitchen_far_below_its_limit_is_told_why() -> None:
    twins = Twins(Sandbox(every=40.0))
    twins.look(3000.0)
    view = twins.after.view
    said = remark(view, 3000.0, twins.limits)
    served = view.served * 3600 / 3000.0
    assert said == f"So far it serves {served:.0f}: {view.burnt} dishes burnt and were begun again."
    twins.change(Sandbox(every=40.0, patient=False))
    twins.look(3000.0)
    assert remark(twins.after.view, 3000.0, twins.limits).endswith("guests walked out.")


def test_a_kitchen_near_its_limit_needs_no_reason() -> None:
    twins = Twins(Sandbox())
    twins.look(3000.0)
    assert remark(twins.after.view, 3000.0, twins.limits) == ""


# -- the whole screen ------------------------------------------------------------------------------


def picture(size: tuple[int, int], file: Path, calm: bool = False) -> pygame.Surface:
    window = Window(size)
    game = Game(window, Options(screenshot=file, at=1500.0))
    game.change(game.settings.but(reduced_motion=calm))
    screen = SandboxScreen(game)
    screen.wanted = Sandbox(chefs=2, every=45.0)
    screen.show()
    window.close()
    return pygame.image.load(file)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080)])
def test_a_picture_at_each_size(size: tuple[int, int], tmp_path: Path) -> None:
    drawn = picture(size, tmp_path / "sandbox.png")
    assert drawn.get_size() == size
    k = min(size[0] / 1280, size[1] / 720)
    left, top = (size[0] - 1280 * k) / 2, (size[1] - 720 * k) / 2
    for index in range(2):  # both scenes are there: bricks, and a worktop of wood
        x, y, w, h = layout.kitchen(index)
        area = pygame.Rect(left + x * k, top + (y + 40) * k, w * k, (h - 90) * k)
        assert len(set(colours(drawn, area))) > 300
    for index in range(3):  # and three plots with the changed kitchen's line
        x, y, w, h = layout.plot(index)
        area = pygame.Rect(left + x * k, top + y * k, w * k, h * k)
        close = [c for c in colours(drawn, area) if distance(c, palette.TOMATO) < 30]
        assert len(close) > 40


def colours(surface: pygame.Surface, area: pygame.Rect) -> list[tuple[int, ...]]:
    return [
        surface.get_at((x, y))[:3]
        for x in range(area.left, area.right, 2)
        for y in range(area.top, area.bottom, 2)
    ]


def distance(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    return sum(abs(p - q) for p, q in zip(a, b, strict=True))


def test_a_picture_is_the_same_twice(tmp_path: Path) -> None:
    first = picture((1280, 720), tmp_path / "1.png")
    second = picture((1280, 720), tmp_path / "2.png")
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")
