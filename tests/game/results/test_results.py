"""The results of a service, driven by posted events on the dummy driver, frame by frame."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest
from tools.results_scenario import (
    DONE,
    HEARS,
    Closed,
    Step,
    both,
    button,
    click,
    closed,
    key,
    nothing,
    on,
    point,
    post,
    press,
    spaced,
)  # fmt: skip

from kitchen.cookbook.load import load_shift
from kitchen.game.draw.format import clock_between, taken
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import LookInto, TogglePick
from kitchen.game.results import entrance as o
from kitchen.game.results import layout
from kitchen.game.results.axis import MARGIN
from kitchen.game.results.columns import columns
from kitchen.game.results.entrance import Entrance
from kitchen.game.results.exits import copied
from kitchen.game.results.flags import Flags
from kitchen.game.results.ruler import ticks
from kitchen.game.service import ending, till
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.toast import Toast
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep
from kitchen.loop.frames import Frame
from kitchen.runs.replayfile import load_replay

STRIPS = (layout.PLOT_X + 60.0, 250.0)  # a point on the strips
RIGHT_TRIGGER, LEFT_TRIGGER = (
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT,
    pygame.CONTROLLER_AXIS_TRIGGERLEFT,
)


@pytest.fixture
def window(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Where the results come as soon as the kitchen has closed, and are quickly drawn."""
    monkeypatch.setattr(ending, "LINGER", 0.0)
    monkeypatch.setattr(till, "SECONDS", 0.0)
    return window


def zoomed(screen: Closed) -> float:
    return screen.results.axis.zoomed


# -- what is compared ------------------------------------------------------------------------------


def test_the_autopilots_four_kitchens_are_compared(window: Window) -> None:
    screen = closed(window, {2: nothing})
    assert not screen.results.exits.seed_code  # its orders are always the same
    entries = screen.results.standings.entries
    assert [e.mode for e in entries] == ["blocking", "concurrent", "parallel", "hybrid"]
    assert not any(e.yours for e in entries)
    assert all(e.view.makespan == e.makespan for e in entries)


def test_the_players_kitchen_is_a_fifth_row_above_the_autopilots(window: Window) -> None:
    screen = closed(window, {2: nothing}, "lunch-rush", yours=True, seed=3)
    standings = screen.results.standings
    assert [(e.mode, e.yours) for e in standings.entries] == [
        ("blocking", False), ("concurrent", True), ("concurrent", False), ("parallel", False),
        ("hybrid", False),
    ]  # fmt: skip
    assert standings.own.yours and standings.own.result.served == 0
    assert standings.entries[2].result.served == 10


def test_an_autopilots_row_is_what_headless_gives(window: Window) -> None:
    screen = closed(window, {2: nothing}, seed=5)
    service = screen.service
    shown = screen.results.standings.entries[1].result
    assert shown.facts == service.again("concurrent").facts


def test_five_rows_fit_where_four_do() -> None:
    for count in (4, 5):
        rows = layout.rows(count)
        assert rows[0].y == layout.ROWS_Y
        assert rows[-1].y + rows[-1].height == pytest.approx(layout.ROWS_Y + layout.ROWS_H)
        assert rows[-1].y + rows[-1].height < layout.FOOT[1]
        for upper, lower in pairwise(rows):
            assert lower.y - upper.y - upper.height == pytest.approx(layout.GAP)


def test_the_best_of_a_column_is_marked_but_not_if_most_are_as_good(window: Window) -> None:
    standings = closed(window, {2: nothing}, "noodle-bar").results.standings
    best = {column.head: column.winners(standings) for column in columns(standings)}
    assert best["Served"] == set() and best["Chef busy"] == set() and best["Wages"] == set()
    assert best["Done in"] == set()  # two of four


def test_who_lost_most_customers_is_not_the_soonest(window: Window) -> None:
    standings = closed(window, {2: nothing}, "lunch-rush", yours=True, seed=3).results.standings
    done, _, _, wages, *_ = columns(standings)
    assert standings.own.result.walked_out == 14 and not standings.comparable(standings.own)
    assert done.winners(standings) == {4}
    assert standings.shown not in wages.winners(standings)


# -- opening ---------------------------------------------------------------------------------------


def test_the_results_open_when_the_kitchen_has_closed_and_time_stands_still(window: Window) -> None:
    times: list[float] = []
    note = {n: lambda s: times.append(s.service.loop.time()) for n in (3, 60)}
    screen = closed(window, {1: lambda s: None, **note})
    assert screen.covered and times[0] == times[1]
    assert screen.service.view.makespan is not None


class Peeking(Closed):
    """Picks a dish, and looks into the hybrid kitchen once that one has closed."""

    waited = 0
    haste = 1.0

    def paint(self, frame: Frame) -> None:
        service = self.service
        if not service.kitchens["concurrent"].commands and service.view.ready:
            self.act(TogglePick(service.view.ready[0][0]))
        if service.mode != "hybrid" and service.views["hybrid"].makespan is not None:
            if not service.closed:
                self.act(LookInto("hybrid"))
        elif service.mode == "hybrid" and service.views["concurrent"].makespan is None:
            self.waited += 1
            assert self._ending.results is None
        elif service.closed and self._ending.results is None:
            self.act(LookInto("parallel"))  # out of the window at the last moment
        super().paint(frame)


def test_a_look_into_a_kitchen_that_has_closed_does_not_end_the_players_own(
    window: Window,
) -> None:
    screen = Peeking(Game(window), load_shift("first-shift"))
    screen.script, screen.shows_goals = {2: nothing}, False
    screen.show()
    assert screen.waited > 20  # frames
    own = screen.results.standings.own
    assert own.mode == "concurrent" and own.yours


def test_everything_has_come_and_rests_after_a_few_seconds(window: Window) -> None:
    rests: dict[int, bool] = {}
    frames = (10, 100, DONE)
    closed(window, {n: lambda s: rests.update({s.frame: s.results.at_rest()}) for n in frames})
    assert rests == {10: False, 100: False, DONE: True}


def test_a_click_ends_the_opening(window: Window) -> None:
    screen = closed(window, {5: click((640.0, 60.0)), 9: nothing})
    assert screen.results.at_rest()


def test_with_reduced_motion_all_is_there_at_once(window: Window) -> None:
    def calm(screen: Closed) -> None:
        assert screen.results.entrance.over and screen.results.at_rest()

    keep = Keep.nowhere()
    game_settings = keep.settings.but(reduced_motion=True)
    seen: list[bool] = []

    class Calm(Closed):
        def __init__(self, *args: object) -> None:
            super().__init__(*args)  # type: ignore[arg-type]
            self.game.change(game_settings)

    from kitchen.cookbook.load import load_shift
    from kitchen.game.shell.options import Options

    screen = Calm(Game(window, Options(autopilot=True)), load_shift("first-shift"))
    screen.script = {1: both(calm, lambda s: seen.append(True)), 2: nothing}
    screen.show()
    assert seen


def test_strips_run_on_one_clock_and_figures_count_when_each_has_finished() -> None:
    entrance = Entrance(600.0)
    entrance.at(100.0)
    assert (entrance.rising, entrance.clock, entrance.star(0)) == (1.0, 0.0, 0.0)
    entrance.at(100.0 + o.STRIPS_AT + o.STRIPS / 2)
    assert entrance.clock == pytest.approx(300.0)
    assert entrance.finished(150.0) == pytest.approx(o.STRIPS / 4)
    assert entrance.counted(150.0) == 1.0 and entrance.counted(400.0) == 0.0
    assert entrance.flag(600.0) == 0.0 and not entrance.over
    entrance.at(100.1 + o.END)
    assert entrance.over and entrance.words == 1.0 and entrance.clock > 600.0


# -- zoom ------------------------------------------------------------------------------------------


def test_plus_and_minus_zoom(window: Window) -> None:
    seen: list[float] = []
    note = lambda s: seen.append(zoomed(s))  # noqa: E731
    steps = (key(pygame.K_PLUS), note, key(pygame.K_EQUALS), note, key(pygame.K_MINUS), note)
    closed(window, spaced(*steps, nothing))
    assert 1.0 < seen[0] < seen[1] and seen[2] == pytest.approx(seen[0])


def test_the_wheel_zooms_around_the_pointer(window: Window) -> None:
    times: list[float] = []

    def note(screen: Closed) -> None:
        results = screen.results
        assert results.lens.time is not None
        times.append(results.axis.time(results.lens.share, 1e9))

    wheel = post(pygame.MOUSEWHEEL, y=1, x=0, precise_y=1.0)
    screen = closed(window, spaced(point((530.0, 250.0)), note, both(wheel, wheel), note, nothing))
    assert zoomed(screen) > 1.2 and times[0] == pytest.approx(times[1])


def test_the_triggers_zoom_and_x_goes_to_the_fastest(window: Window) -> None:
    def pull(axis: int) -> object:
        return both(
            post(pygame.CONTROLLERAXISMOTION, axis=axis, value=32767, instance_id=0),
            post(pygame.CONTROLLERAXISMOTION, axis=axis, value=0, instance_id=0),
        )

    seen: list[float] = []
    note = lambda s: seen.append(zoomed(s))  # noqa: E731
    closed(
        window,
        spaced(
            pull(RIGHT_TRIGGER), note, pull(LEFT_TRIGGER), note,  # type: ignore[arg-type]
            button(pygame.CONTROLLER_BUTTON_X), note, nothing,
        ),
    )  # fmt: skip
    assert seen[0] > 1.0 and seen[1] == pytest.approx(1.0) and seen[2] > 1.2


def test_fastest_fills_the_strips_and_fit_shows_all_again(window: Window) -> None:
    spans: list[tuple[float, float]] = []
    note = lambda s: spans.append(s.results.axis.goal)  # noqa: E731
    screen = closed(window, spaced(on("Fastest"), note, on("Fit"), note, nothing), "ten-orders")
    standings = screen.results.standings
    assert spans[0] == pytest.approx((0.0, standings.quickest * MARGIN))
    assert spans[1] == pytest.approx((0.0, standings.longest * MARGIN))


def test_strips_are_dragged(window: Window) -> None:
    starts: list[float] = []
    note = lambda s: starts.append(s.results.axis.goal[0])  # noqa: E731
    x, y = STRIPS
    steps = (
        key(pygame.K_f), note, press((x + 200, y)), point((x, y)), note,
        press((x, y), pygame.MOUSEBUTTONUP), point((x + 100, y)), note, nothing,
    )  # fmt: skip
    closed(window, spaced(*steps), "ten-orders")
    assert starts[0] == 0.0 and starts[1] > 0.0 and starts[2] == starts[1]


def test_arrows_pan_while_the_strips_have_the_focus(window: Window) -> None:
    def focus(screen: Closed) -> None:
        page = screen.results.page
        page.give_focus(page.controls.index(screen.results.lens))

    steps = (key(pygame.K_f), focus, key(pygame.K_RIGHT), key(pygame.K_RIGHT), nothing)
    screen = closed(window, spaced(*steps), "ten-orders")
    assert screen.results.axis.goal[0] > 0.0
    assert screen.results.page.focused is screen.results.lens


def test_the_ruler_has_round_labels_that_keep_apart() -> None:
    for span in (0.5, 7.0, 42.0, 480.0, 6900.0, 40000.0):
        times = ticks(0.0, span, 62.0)
        assert 2 <= len(times) <= 9
        step = times[1] - times[0]
        labels = [clock_between(t, step) for t in times]
        assert len(set(labels)) == len(labels)
    assert [clock_between(t, 0.5) for t in (0.0, 0.5, 61.5)] == ["0:00.0", "0:00.5", "1:01.5"]


def test_the_pointer_tells_dish_chef_and_times(window: Window) -> None:
    from kitchen.game.results.tip import tip_lines

    entry = closed(window, {2: nothing}, "egg-and-chicken").results.standings.entries[1]
    order = entry.view.orders[1]
    first = order.segments[0]
    lines = tip_lines(entry, order, (first.start + first.until(entry.makespan)) / 2)
    assert lines[0] == "1 Chicken in the pot" and "chef 1" in lines[1] and "0:00 to" in lines[1]
    assert lines[2].startswith("Ordered 0:00, served ")


# -- doors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "again", [key(pygame.K_r), on("Again")], ids=["the R key", "a click on Again"]
)
def test_again_is_the_same_shift_with_the_same_seed(window: Window, again: object) -> None:
    screen = closed(window, {HEARS: again, HEARS + 35: nothing}, seed=7)  # type: ignore[dict-item]
    after = screen.next
    assert isinstance(after, ServiceScreen) and after is not screen
    assert after.shift is screen.shift and after.options.seed == 7 and screen.frame < HEARS + 15


def test_enter_takes_the_main_door_and_esc_leaves(window: Window) -> None:
    onward = closed(window, {HEARS: key(pygame.K_RETURN), HEARS + 35: nothing}, onward="lunch-rush")
    assert isinstance(onward.next, ServiceScreen) and onward.next.shift.name == "lunch-rush"
    left = closed(window, {HEARS: key(pygame.K_ESCAPE), HEARS + 35: nothing})
    assert left.next is left.back and left.frame < HEARS + 15


@pytest.mark.parametrize("sent", [key(pygame.K_SPACE), key(pygame.K_ESCAPE), key(pygame.K_r)])
def test_a_key_that_was_meant_for_the_kitchen_closes_no_results(window: Window, sent: Step) -> None:
    screen = closed(window, {1: sent, 20: nothing})
    assert screen.frame > 20 and not screen.results.closed


def test_a_toast_hangs_above_all_that_is_to_be_read(toolkit: Kit) -> None:
    kit, toast = toolkit, Toast()
    canvas = pygame.Surface((1280, 720), pygame.SRCALPHA)
    toast.say("Your best Lunch rush so far: $94.20 profit")
    for wall in (0.0, 1.0):
        toast.draw(canvas, kit, wall)
    shown = canvas.get_bounding_rect()
    assert shown.height > 0 and shown.bottom <= layout.TITLE_Y - 14.0


def test_sooner_is_said_of_the_blocking_kitchen_as_the_speed_up_is(window: Window) -> None:
    screen = closed(window, {1: nothing}, "egg-and-chicken")
    standings = screen.results.standings
    flags = Flags(screen.kit, standings)
    assert [flags.ways(entry)[-1] for entry in standings.entries] == ["", *["8:00 sooner"] * 3]
    own = replace(standings.entries[1], result=replace(standings.entries[1].result, makespan=1500))
    assert flags.ways(own)[0] == "finished 30 seconds later than blocking"


def test_a_gamepad_goes_to_every_door(window: Window) -> None:
    pad = button(pygame.CONTROLLER_BUTTON_DPAD_LEFT)
    screen = closed(
        window,
        spaced(pad, button(pygame.CONTROLLER_BUTTON_A), *[nothing] * 9),
        onward="lunch-rush",
    )
    assert isinstance(screen.next, ServiceScreen) and screen.next.shift is screen.shift
    left = closed(window, {HEARS: button(pygame.CONTROLLER_BUTTON_B), HEARS + 35: nothing})
    assert left.next is None and left.frame < HEARS + 15


def test_without_anything_to_go_on_to_there_is_no_next(window: Window) -> None:
    def words(screen: Closed) -> list[str]:
        return [c.words for c in screen.results.page.controls if hasattr(c, "words")]

    assert not any(w.startswith("Next") for w in words(closed(window, {2: nothing})))
    assert "Next: one-oven" in words(closed(window, {2: nothing}, onward="one-oven"))


def test_tab_visits_every_door_and_shows_where_it_is(window: Window) -> None:
    seen: list[object] = []
    tab = both(key(pygame.K_TAB), nothing)
    note = lambda s: seen.append(s.results.page.focused)  # noqa: E731
    screen = closed(window, spaced(*[tab, note] * 13, nothing), onward="one-oven")
    assert screen.results.page.ring
    assert len(set(map(id, seen))) == len(screen.results.page.controls)


def test_the_seed_code_is_copied_or_shown(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    put: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", put.append)
    screen = closed(window, {5: on("Copy seed code"), 12: nothing}, "lunch-rush", seed=7)
    assert put == ["lunch-rush@7"] and screen.results.toast.line == "Copied  lunch-rush@7"

    def no_clipboard(text: str) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", no_clipboard)
    assert copied("first-shift@7") == "No clipboard here. The seed code is  first-shift@7"


def test_a_replay_is_saved_and_the_line_says_where(window: Window, tmp_path: Path) -> None:
    screen = closed(window, {5: on("Save replay"), 12: nothing}, seed=7, keep=tmp_path)
    (file,) = tmp_path.glob("replays/*.json")
    assert screen.results.toast.line.startswith("Saved in ") and file.name in (
        screen.results.toast.line
    )
    assert load_replay(file).code == "first-shift@7"


def test_where_nothing_can_be_kept_the_line_says_so(window: Window) -> None:
    screen = closed(window, {5: on("Save replay"), 12: nothing})
    assert screen.results.toast.line == "Not saved: nothing can be kept here"


# -- the record ------------------------------------------------------------------------------------


class ByHand(Closed):
    """The player picks whatever waits, as the hands went up."""

    haste = 0.2

    def paint(self, frame: Frame) -> None:
        service = self.service
        if service.view.line and not service.view.picks:
            self.act(TogglePick(service.view.line[0]))
        super().paint(frame)


def by_hand(window: Window, keep: Path, shift: str = "first-shift", day: str = "") -> ByHand:
    played = replace(load_shift(shift), targets={"served": 1, "burnt": 0, "clean": 99})
    screen = ByHand(Game(window, Options(), Keep(keep)), played)
    screen.script, screen.shows_goals = {DONE: nothing}, False
    screen.session.day = day or None
    screen.show()
    return screen


def test_stars_and_score_of_the_players_own_decisions_are_kept(
    window: Window, tmp_path: Path
) -> None:
    screen = by_hand(window, tmp_path, day="2026-11-22")
    kept, result = Keep(tmp_path), screen.results.standings.own.result
    (score,) = kept.scores.shifts["first-shift"]
    assert (score.served, score.mode, score.policy) == (result.served, "concurrent", "")
    assert kept.progress.stars == {"first-shift": score.stars}
    assert score.stars == sum(star.earned for star in result.stars) > 0
    assert kept.progress.watched == [] and kept.scores.days == {"2026-11-22": [score]}
    assert screen.results.toast.line == "", "the first of all is no reason to be congratulated"


def test_a_shift_in_which_nobody_was_picked_was_only_watched(
    window: Window, tmp_path: Path
) -> None:
    screen = closed(window, {2: nothing}, "lunch-rush", yours=True, seed=3, keep=tmp_path)
    kept = Keep(tmp_path)
    assert screen.results.standings.watched == "idle"
    assert (kept.progress.stars, kept.progress.watched) == ({}, ["lunch-rush"])
    assert kept.scores.shifts == {}


def test_the_autopilots_work_gives_a_ribbon_and_no_stars(window: Window, tmp_path: Path) -> None:
    screen = closed(window, {DONE: nothing}, keep=tmp_path)
    kept = Keep(tmp_path)
    assert screen.results.standings.watched == "autopilot"
    assert kept.scores.shifts == {} and kept.progress.stars == {}
    assert kept.progress.watched == ["first-shift"]
    assert screen.results.toast.line == ""


class Daily(Closed):
    """The one of a date."""

    def build(self, kit: Kit) -> None:
        self.session.day = "2026-11-22"
        super().build(kit)


def test_what_the_policy_made_of_a_day_is_marked(window: Window, tmp_path: Path) -> None:
    screen = Daily(Game(window, Options(autopilot=True), Keep(tmp_path)), load_shift("first-shift"))
    screen.script, screen.shows_goals = {2: nothing}, False
    screen.show()
    (score,) = Keep(tmp_path).scores.days["2026-11-22"]
    assert (score.policy, score.stars) == ("fifo", 0) and score.profit > 0


# -- figures ---------------------------------------------------------------------------------------


def test_times_are_shown_as_a_clock_and_short_ones_with_tenths() -> None:
    shown = [taken(s) for s in (0.21, 9.94, 42.0, 79.4, 3725.0)]
    assert shown == ["0.2s", "9.9s", "0:42", "1:19", "1:02:05"]


@pytest.mark.parametrize("size", [(640, 360), (1280, 960), (2560, 1080)])
def test_a_new_window_size_keeps_the_zoom_and_the_focus(
    window: Window, size: tuple[int, int]
) -> None:
    def resize(screen: Closed) -> None:
        pygame.display.set_mode(size, pygame.RESIZABLE)

    steps = (key(pygame.K_f), key(pygame.K_TAB), resize, nothing, nothing)
    screen = closed(window, spaced(*steps), "ten-orders")
    assert screen.window.stage.size == size
    assert zoomed(screen) > 2.0 and screen.results.page.focus == 1
