"""Why it took so long, in words and tables."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tools.scenario import at, busy, pot, shift_of

from kitchen import Shift, why
from kitchen.report.timeline.lanes import ChartLane
from kitchen.report.why.tables import changes_table, parts_table, path_chart, path_table, told
from kitchen.report.why.words import adding_up, another


def printed(*things: object) -> str:
    console = Console(width=150, no_color=True)
    with console.capture() as capture:
        console.print(*things, sep="\n")
    return capture.get()


@given(st.lists(st.fractions(0, 10**4, max_denominator=997), max_size=8))
def test_what_is_rounded_still_adds_up(parts: list[Fraction]) -> None:
    shown = adding_up(parts)
    assert sum(round(each * 10) for each in shown) == round(sum(parts) * 10)
    assert all(abs(each - part) <= Fraction(1, 10) for each, part in zip(shown, parts, strict=True))


@pytest.mark.parametrize(
    ("count", "says"),
    [(2, "a second"), (8, "an eighth"), (11, "an eleventh"), (18, "an 18th"), (21, "a 21st"),
     (80, "an 80th"), (111, "a 111th"), (113, "a 113th"), (32, "a 32nd")],
)  # fmt: skip
def test_one_more_is_named_by_its_number(count: int, says: str) -> None:
    assert another(count, "oven") == f"{says} oven"


@pytest.mark.parametrize(
    ("shift", "mode", "says"),
    [
        (
            "one-oven", "concurrent",
            "21:55 of 28:44 the next dish was in line for the one oven; 4:04 the chef’s hands were "
            "busy; 2:45 food was on the fire and nobody was needed. A second oven saves 10:29; "
            "fires a fifth faster save 4:29; a fifth hob saves nothing.",
        ),
        (
            "noodle-bar", "concurrent",
            "All 50:00 the chef’s hands were busy. A second chef saves 25:00; prepped boards save "
            "15:00; a fifth hob and fires a fifth faster save nothing.",
        ),
        (
            "slow-roast", "blocking",
            "10:00:00 of 10:03:20 the chef stood at a pot. One chef who leaves the pots saves "
            "9:01:30; a second chef saves 5:01:40; an eleventh oven saves nothing.",
        ),
        (
            "slow-roast", "concurrent",
            "1:00:00 of 1:01:50 food was on the fire and nobody was needed. Fires a fifth faster "
            "save 12:00; a second chef saves only 50 seconds and costs $18; an eleventh oven saves "
            "nothing.",
        ),
        (
            "dinner-rush", "concurrent",
            "15:00 of 35:50 food was on the fire and nobody was needed; 14:40 the dish that came "
            "last had not been ordered; 6:10 the chef’s hands were busy. The policy shortest "
            "serves eleven more; a second chef serves eleven more; fires a fifth faster serve one "
            "fewer.",
        ),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_so(shift: str, mode: str, says: str) -> None:
    assert told(why(shift, mode)) == says


def test_there_is_a_sentence_where_nothing_took_any_time() -> None:
    assert told(why(Shift())) == "Nothing took any time: there was nothing to wait for."


def test_who_left_and_what_closed_is_said() -> None:
    left = told(why(shift_of(at(0, pot(5, 500, 5), 60)), "concurrent"))
    assert left.startswith("60 seconds of 70 seconds a guest waited, who then left")
    closed = told(why(shift_of(pot(5, 500, 5), closes=100), "concurrent"))
    assert closed.startswith("1:40 of 1:50 the doors had still to close")


def test_the_tables_show_all_of_it() -> None:
    of = why("one-oven")
    parts = printed(parts_table([of, why("one-oven", "hybrid")]))
    for line in (
        "  in line for a station              1,315 s  1,355 s", "makespan", "1,724 s  1,530 s",
        "chefs x makespan                     1,724 s  15,300 s",
    ):  # fmt: skip
        assert " ".join(line.split()) in " ".join(parts.split())
    listed = " ".join(printed(path_table(of)).split())
    assert "19:37 26:37 420 s 4 Lasagne bake: others in line for the oven" in listed
    tried = " ".join(printed(changes_table(of)).split())
    assert "a second oven 1,095 s 629 s 10/10 $115.29 $3.14 helps" in tried
    assert "one chef who stays at the pots 3,661 s -1,937 s" in tried
    assert len(of.effects) == 12


def ends(lane: ChartLane) -> list[tuple[float, float]]:
    return [(bar.start, bar.until(1e9)) for bar in lane.bars]


def test_the_chart_of_the_path_is_the_path() -> None:
    of = why(shift_of(busy(30), pot(20, 60, 10)), "concurrent")
    chart = path_chart(of)
    assert ends(chart.chefs[0]) == [(0, 30), (30, 50), (50, 110), (110, 120)]
    assert [ends(lane) for lane in chart.dishes] == [[(0, 30)], [(30, 50), (50, 110), (110, 120)]]


def test_of_a_long_path_the_last_links_are_listed() -> None:
    of = why(shift_of(*(busy(10, f"dish_{index}") for index in range(40))), "concurrent")
    assert "10 earlier links" in printed(path_table(of))
