"""Charts as they are written: for a terminal, as SVG and as PNG."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageColor

from kitchen.api import compare, run
from kitchen.colours import AMBER, MINT
from kitchen.report.timeline.axis import clock, ticks
from kitchen.report.timeline.drawing import WIDTH, ChartBar, ChartPicture, EndMark, Words, draw
from kitchen.report.timeline.headings import heading
from kitchen.report.timeline.lanes import chart_of
from kitchen.report.timeline.png import as_png
from kitchen.report.timeline.svg import as_svg
from kitchen.report.timeline.terminal import TerminalChart

SVG = "{http://www.w3.org/2000/svg}"


def rows(
    shift: str, mode: str = "concurrent", *, width: int = 79, unicode: bool = True
) -> list[str]:
    found = chart_of(run(shift, mode))
    assert found is not None
    return [line.plain for line in TerminalChart(width, found.end, unicode).lines([found])]


def drawn(shift: str, title: str = "A shift") -> ChartPicture:
    result = run(shift)
    found = chart_of(result)
    assert found is not None
    return draw(title, [found], [heading(result)])


def test_a_terminal_shows_a_row_for_each() -> None:
    chef, chicken, egg, axis, legend = rows("egg-and-chicken")
    # 990 s in 59 columns: 60 s of hands are some four of them, 420 s of fire some 25
    assert chef.startswith("Chef") and chef.split()[1][:4] == "████"
    assert chicken.count("━") > 45 and chicken.endswith("✓")
    assert egg.split("egg ")[1].strip().startswith("▒▒▒") and 23 <= egg.count("━") <= 27
    assert axis.split() == ["╵0:00", "╵5:00", "╵10:00", "╵15:00"]
    assert "hands on it" in legend and "burns" not in legend


def test_ascii_at_worst() -> None:
    assert all(row.isascii() for row in rows("lunch-rush", unicode=False))
    assert any("!" in row for row in rows("lunch-rush", unicode=False))


@pytest.mark.parametrize("width", [20, 40, 79, 200])
def test_rows_fit(width: int) -> None:
    shown = rows("lunch-rush", "hybrid", width=width)
    legend = [row for row in shown if row.strip()[1:2] == " " and row.startswith("    ")]
    assert max(len(row) for row in shown if row not in legend) <= max(width, 26)
    assert [meaning[2:] for row in legend for meaning in row.strip().split("   ")] == [
        "hands on it", "on the fire", "waits for a place or another task",
    ]  # fmt: skip
    assert width < 79 or max(map(len, shown)) <= width


def test_many_chefs_share_a_row() -> None:
    assert rows("noodle-bar", "parallel")[0].startswith("10 chefs")


def test_axis() -> None:
    assert ticks(1205.0, 12) == [120.0 * n for n in range(11)]
    assert len(ticks(1e9, 12)) <= 13
    assert [clock(t) for t in (0.0, 7.5, 65.0, 3725.0)] == ["0:00", "0:07.5", "1:05", "1:02:05"]


def test_svg_holds_every_bar_with_its_words() -> None:
    drawing = drawn("lunch-rush")
    root = ElementTree.fromstring(as_svg(drawing, "A shift", "along"))
    bars = [e for e in root.iter(f"{SVG}rect") if e.find(f"{SVG}title") is not None]
    said = [bar for bar in drawing.shapes if isinstance(bar, ChartBar) and bar.title]
    assert len(bars) == len(said) > 80
    assert root.findtext(f"{SVG}metadata") == "along"
    marks = [shape for shape in drawing.shapes if isinstance(shape, EndMark)]
    assert len(list(root.iter(f"{SVG}path"))) - 1 == len(marks)  # one is in a pattern


def test_svg_tames_what_strangers_are_called() -> None:
    title = '</title><script>alert("1")</script>\x00\x1b[31m\u202e'
    text = as_svg(drawn("egg-and-chicken", title), title, "]]>&<")
    root = ElementTree.fromstring(text)
    assert not list(root.iter(f"{SVG}script")) and "\x1b" not in text


def test_png_shows_the_same() -> None:
    drawing = drawn("lunch-rush")
    image = Image.open(io.BytesIO(as_png(drawing)))
    assert image.size == (WIDTH, round(drawing.height))
    for kind, colour in (("hands", MINT), ("ready", AMBER)):
        bars = [s for s in drawing.shapes if isinstance(s, ChartBar) and s.kind == kind]
        for bar in (bar for bar in bars if bar.w > 12):
            y = round(bar.y + bar.h / 2)
            pixels = [image.getpixel((round(bar.x + bar.w * n / 10), y)) for n in range(1, 10)]
            assert any(_near(pixel, ImageColor.getrgb(colour)) for pixel in pixels), bar


def _near(one: Any, two: Any) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(one, two, strict=True))


def test_four_kitchens_stand_on_one_axis() -> None:
    comparison = compare("egg-and-chicken")
    charts = [found for k in comparison.kitchens if (found := chart_of(k)) is not None]
    drawing = draw("Four", charts, [heading(k) for k in comparison.kitchens], ["What it shows."])
    words = [shape.text for shape in drawing.shapes if isinstance(shape, Words)]
    assert [w.split(":")[0] for w in words if "profit" in w] == [
        "blocking", "concurrent", "parallel", "hybrid",
    ]  # fmt: skip
    assert words.count("20:00") == 1 and "What it shows." in words
    ends = {round(s.x + s.w) for s in drawing.shapes if isinstance(s, ChartBar) and s.title}
    assert max(ends) <= WIDTH


def test_nothing_happens() -> None:
    assert draw("Nothing", [], []).height > 0
