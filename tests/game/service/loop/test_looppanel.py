"""The loop panel: what runs, the ready queue, who waits."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import TogglePick
from kitchen.game.service.loop.chips import ReadyChips
from kitchen.game.service.loop.looppanel import LoopPanel
from kitchen.game.service.loop.panelplan import FOOT, Content, panel_plan
from kitchen.game.service.loop.running import choose, running
from kitchen.game.service.loop.waiting import staring, waiting
from kitchen.game.service.loop.waitlist import FLAT, PLATES, ROWS, WaitList
from kitchen.game.signs.coderows import code_rows
from kitchen.game.signs.loopwords import heading, idle_words
from kitchen.game.signs.subjects import OrderedDish
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView


def shown(chips: ReadyChips) -> list[int]:
    """The orders that have a chip."""
    return [spot.subject.order for spot in chips.spots()]


def test_each_chip_has_a_row_to_itself_in_queue_order(toolkit: Kit, look: Look) -> None:
    chips = ReadyChips(toolkit)
    view = kitchen(*ordered(3, 0.0), *ordered(1, 1.0), *ordered(2, 2.0))
    assert chips.height(3, 200.0) == 110.0
    chips.follow((898, 314), look(view, 3.0))
    assert shown(chips) == [3, 1, 2] == view.line
    picks = [chips.target((903, y)) for y in (330, 368, 406)]
    assert picks == [TogglePick(3), TogglePick(1), TogglePick(2)]
    assert chips.target((903, 350)) is None


def test_where_rows_have_no_room_two_stand_in_one_and_many_are_small(
    toolkit: Kit, look: Look
) -> None:
    chips = ReadyChips(toolkit)
    view = kitchen(*(fact for number in range(1, 5) for fact in ordered(number)))
    assert chips.height(4, 80.0) == 72.0
    chips.follow((898, 314), look(view))
    assert [spot.subject.order for spot in chips.spots() if spot.box[1] > 340] == [3, 4]
    view.fold([fact for number in range(5, 9) for fact in ordered(number)])
    assert chips.height(8, 80.0) == 72.0
    chips.follow((898, 314), look(view))
    assert shown(chips) == view.line
    assert [spot.subject.order for spot in chips.spots() if spot.box[1] > 340] == [6, 7, 8]
    view.fold([fact for number in range(9, 15) for fact in ordered(number)])
    chips.height(14, 80.0)
    chips.follow((898, 314), look(view))
    assert shown(chips) == view.line[:9], "the last place counts the others"


def test_chips_that_have_shrunk_grow_again_when_there_is_room_to_spare(toolkit: Kit) -> None:
    chips = ReadyChips(toolkit)
    heights = [chips.height(4, room) for room in (150.0, 110.0, 150.0, 190.0, 230.0)]
    assert heights == [148.0, 72.0, 72.0, 72.0, 148.0]
    assert chips.height(4, 110.0) == 72.0 and chips.height(4, 150.0, still=True) == 148.0


def test_a_dish_whose_parts_both_have_their_hands_up_has_one_chip(toolkit: Kit, look: Look) -> None:
    view = kitchen(*ordered(1), *ordered(2, 5.0), f.Ready(6.0, 1, 1))
    chips = ReadyChips(toolkit)
    chips.follow((898, 314), look(view))
    assert shown(chips) == view.line == [1, 2]
    assert [slot.chip.several for slot in chips._slots.values()] == [True, False]


def test_the_waiting_list_is_sorted_by_the_ring() -> None:
    facts: list[f.Fact] = []
    for number, seconds in ((1, 300.0), (2, 100.0), (3, 200.0)):
        at = 30.0 * (number - 1)
        facts += [*ordered(number, at), *chopping(number, at)]
        facts += simmering(number, at + 30.0, number, seconds)
    facts += [*ordered(4, 90.0), *chopping(4, 90.0), f.StationWanted(120.0, 4, 0, "hob")]
    facts.append(f.Left(120.0, 1, 4, 0))
    found = waiting(kitchen(*facts))
    assert [row.key[0] for row in found] == [2, 3, 1, 4]
    assert [row.until for row in found] == [160.0, 290.0, 330.0, None]
    assert (found[-1].wants, found[-1].line) == ("hob", 1)


def test_the_running_line_fills_with_the_step() -> None:
    view = kitchen(*ordered(1), *chopping(1))
    chef = choose(view, None)
    assert chef is not None
    item = running(view, chef, 15.0)
    assert item is not None
    assert (item.cursor.line, item.cursor.share, item.left) == (4, 0.5, 15.0)


def test_it_stays_with_one_chef_until_these_hands_rest() -> None:
    start = opened("hybrid", 3)
    view = kitchen(
        *ordered(1), *ordered(2), *chopping(1, 0.0, 1), *chopping(2, 5.0, 2), start=start
    )
    first, other = choose(view, 1), choose(view, None)
    assert first is not None and first.number == 1
    assert other is not None and other.number == 2


def test_only_chefs_who_stare_are_counted_as_staring() -> None:
    start = opened("parallel", 2, "stay")
    view = kitchen(*ordered(1), *chopping(1), start=start)
    assert staring(view) == []
    view.fold([f.Stares(30.0, 1, 1, 0, "simmer")])
    view.fold([f.TimerSet(30.0, 1, 0, 1, "simmer", 300.0, None, None, 6)])
    assert [row.until for row in staring(view)] == [330.0]


@pytest.mark.parametrize(
    ("chefs", "attention", "title"),
    [
        (1, "leave", "The event loop"),
        (1, "stay", "One thread"),
        (10, "stay", "Ten threads"),
        (10, "leave", "Ten event loops"),
        (40, "stay", "40 threads"),
    ],
)
def test_the_title_says_what_the_brigade_is(chefs: int, attention: str, title: str) -> None:
    assert heading(chefs, attention).title == title


def test_it_draws_every_state(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    panel, view = LoopPanel(toolkit), kitchen(*ordered(1), *ordered(2))
    panel.draw(canvas, look(KitchenView()))
    panel.draw(canvas, look(view, 0.0))
    view.fold(chopping(1))
    panel.draw(canvas, look(view, 10.0, wall=0.1))
    chip = next(spot for spot in panel.spots() if spot.subject == OrderedDish(2))
    assert panel.target(chip.middle) == TogglePick(2)
    view.fold(simmering(1, 30.0))
    panel.draw(canvas, look(view, 31.0, wall=0.5, sources={}))
    view.fold([f.Closed(400.0, 400.0)])
    panel.draw(canvas, look(view, 400.0, wall=1.0))
    for chefs in (1, 10):
        view = kitchen(*ordered(1), *chopping(1), start=opened("parallel", chefs, "stay"))
        view.fold([f.Stares(30.0, 1, 1, 0, "simmer")])
        panel.reset()
        panel.draw(canvas, look(view, 40.0, wall=2.0))


def test_what_it_keeps_looks_like_what_it_draws_anew(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    kept, anew = LoopPanel(toolkit), pygame.Surface(canvas.get_size())
    view = kitchen(*ordered(1), *ordered(2))
    news: dict[float, list[f.Fact]] = {10.0: chopping(1), 31.0: simmering(1, 30.0)}
    for step in range(60):
        now = float(step)
        view.fold(news.get(now, []))
        kept.draw(canvas, look(view, now, wall=now, still=True))  # what is to move sets out
        moment = look(view, now + 0.4, wall=now + 0.4, still=True)
        kept.draw(canvas, moment)
        LoopPanel(toolkit).draw(anew, moment)
        assert canvas.get_buffer().raw == anew.get_buffer().raw, now


def test_the_loop_sleeps_for_a_tenth_where_a_shift_is_over_in_two(look: Look) -> None:
    view = kitchen(*ordered(1), f.Resumed(0.0, 1, 1, 0), *simmering(1, 0.0, seconds=0.2))
    assert idle_words(look(view, 0.1, tempo=0.1))[1] == "The next timer rings in 0.1s."
    assert idle_words(look(view, 0.1))[1] == "The next timer rings in 1s."


def content(lines: int = 10, tasks: int = 2, runs: bool = True) -> Content:
    return Content(lines, runs, 34.0, tasks, tasks, ROWS.pitch)


def test_the_code_gives_way_to_the_lists(look: Look) -> None:
    moment = look(kitchen(), autopilot=True)
    few, many = (panel_plan(moment, content(tasks=tasks), 0.0) for tasks in (4, 8))
    assert (few.lines, few.rows >= 4) == (10, True)
    assert many.lines < 8 and many.rows == 8
    for tasks in (4, 8, 12, 30):
        plan = panel_plan(moment, content(tasks=tasks), 0.0)
        assert plan.rest + plan.rows * ROWS.pitch <= FOOT
    crowded = panel_plan(moment, content(tasks=30), 0.0)
    silent = panel_plan(moment, content(tasks=30, runs=False), 0.0)
    assert (crowded.lines, silent.lines) == (4, 3)


def test_the_code_does_not_grow_for_every_row_that_is_free(look: Look) -> None:
    moment, plan, lines = look(kitchen(), autopilot=True), None, []
    for tasks in (4, 8, 7, 8, 7, 4):
        plan = panel_plan(moment, content(tasks=tasks), 0.0, plan)
        lines.append(plan.lines)
    assert lines[0] == lines[-1] == 10
    assert len(set(lines[1:-1])) == 1 and lines[1] < 10


def test_a_long_list_has_two_columns_and_keeps_them_while_it_trembles(toolkit: Kit) -> None:
    rows = WaitList(toolkit)
    forms = [rows.form(count, "leave") for count in (10, 11, 10, 9, 8, 9)]
    assert forms == [ROWS, FLAT, FLAT, FLAT, ROWS, ROWS]
    assert rows.form(3, "stay") is PLATES
    assert rows.form(9, "leave") is ROWS


def test_a_long_line_of_code_goes_on_in_the_next_row() -> None:
    text = '    await cook.timer("first side", 110, hold=20)'
    rows = code_rows([(text, "plain")], 42)
    assert ["".join(piece for piece, _ in row) for row in rows] == [
        '    await cook.timer("first side", 110,',
        "        hold=20)",
    ]
    assert code_rows([("x" * 10, "plain")], 4) == [
        [("x" * 4, "plain")],
        [("  xx", "plain")],
        [("  xx", "plain")],
        [("  xx", "plain")],
    ]
    assert code_rows([], 10) == [[]]
