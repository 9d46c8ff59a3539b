"""The race: driven by keys, the pointer and a pad; wound back and forth to the pixel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from kitchen import run
from kitchen.cookbook.load import load_shift
from kitchen.game.race.chooser import Chooser
from kitchen.game.race.entry import choose
from kitchen.game.race.finish import Finish, headline, phrases
from kitchen.game.race.lead import Placing, RaceLead, lead
from kitchen.game.race.screen import RaceScreen
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep
from kitchen.loop.frames import Frame
from kitchen.report.verdict import as_text, finding
from kitchen.runs.headless import compare_shift
from kitchen.runs.heat import Entrant, Heat, of_replay, the_four
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay
from kitchen.sim.shift.modes import MODES

EGG = load_shift("egg-and-chicken")
PAD = {"a": pygame.CONTROLLER_BUTTON_A, "b": pygame.CONTROLLER_BUTTON_B}


class Raced:
    """A race whose frames come when a test wants them, each so many seconds of kitchen time after
    the one before."""

    def __init__(self, window: Window, heat: Heat) -> None:
        self.screen = RaceScreen(Game(window), heat, Screen(Game(window)))
        self.screen.pacing()
        self.screen.rebuild()
        self.time = self.wall = 0.0
        self.number = 0
        self.go(0.0)

    def go(self, seconds: float, wall: float = 0.05) -> None:
        if not self.screen.clock.still:
            self.time += seconds
        self.wall += wall
        self.number += 1
        self.screen.wall = self.wall
        self.screen.paint(Frame(self.number, self.wall, self.time))

    def press(self, *names: str) -> None:
        for name in names:
            shift, _, key = name.rpartition("+")
            mod = pygame.KMOD_SHIFT if shift else 0
            fields = {"key": pygame.key.key_code(key or "+"), "mod": mod, "unicode": ""}
            self.screen.take(pygame.event.Event(pygame.KEYDOWN, fields))
            self.go(0.0)

    def pad(self, button: str) -> None:
        fields = {"button": PAD[button], "instance_id": 0}
        self.screen.take(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, fields))
        self.go(0.0)

    @property
    def now(self) -> float:
        return self.screen.clock.now

    def picture(self) -> bytes:
        self.go(0.0)
        return pygame.image.tobytes(self.screen.window.surface, "RGB")

    @property
    def finish(self) -> Finish:
        (card,) = self.screen.overlays
        assert isinstance(card, Finish)
        return card


@pytest.fixture
def raced(window: Window) -> Raced:
    return Raced(window, Heat(EGG, the_four(EGG)[:2]))


def test_a_moment_looks_the_same_however_it_is_come_to(raced: Raced) -> None:
    """Reached by playing, from later and from earlier."""
    for _ in range(6):
        raced.go(50.0)
    raced.press("space")
    at, played = raced.now, raced.picture()
    raced.screen.go_to(at + 200.0)
    raced.screen.seen = at + 200.0
    assert raced.picture() != played
    raced.screen.go_to(at)
    raced.screen.seen = at
    assert raced.picture() == played
    raced.screen.go_to(0.0)
    raced.go(0.0)
    raced.screen.go_to(at)
    assert raced.picture() == played


def test_turns_of_the_loop_go_on_and_back(raced: Raced) -> None:
    times = sorted({t for runner in raced.screen.runners for t in runner.times})
    raced.go(100.0)
    following = next(t for t in times if t > 100.0)
    raced.press("shift+.")
    assert raced.now == following and raced.screen.clock.paused
    raced.press("shift+,")
    assert raced.now == max(t for t in times if t < following)
    raced.press("home")
    assert raced.now == 0.0
    raced.press("end")
    assert raced.now == raced.screen.seen > 0.0


def test_the_bar_of_time_is_dragged_and_pressed(raced: Raced) -> None:
    bar = raced.screen._time
    raced.press("right")
    assert raced.now == pytest.approx(bar.step)
    stage = raced.screen.kit.stage
    at = (bar.place_of(bar.high / 2) * stage.k, (bar.box[1] + 50.0) * stage.k)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        raced.screen.take(pygame.event.Event(kind, {"pos": at, "button": 1}))
    raced.go(0.0)
    assert raced.now == pytest.approx(bar.high / 2, rel=0.01)


def test_the_end_is_told_once_and_leads_on(raced: Raced) -> None:
    raced.press("n")
    raced.go(0.0, wall=2.0)
    raced.go(0.0, wall=2.0)
    assert raced.finish.title == headline(raced.screen.heat.names, lead(raced.screen._placings()))
    raced.press("escape")
    raced.go(0.0, wall=2.0)
    assert not raced.screen.overlays and raced.screen.clock.closed
    raced.press("home")
    assert raced.now == 0.0


def test_a_pad_goes_closer(raced: Raced) -> None:
    raced.press("n")
    raced.go(0.0, wall=2.0)
    raced.go(0.0, wall=2.0)
    raced.finish.page.focus = len(raced.finish.page.controls) - 1
    raced.pad("a")
    assert isinstance(raced.screen.next, ServiceScreen)
    assert raced.screen.next.session.mode == "concurrent"
    assert raced.screen.next.back is raced.screen


def test_again_and_back(raced: Raced) -> None:
    raced.go(300.0)
    raced.press("r")
    assert raced.now == 0.0 and not raced.screen.clock.paused
    raced.pad("b")
    assert raced.screen.over and raced.screen.next is raced.screen.back


def test_the_chooser_says_who_races(raced: Raced) -> None:
    raced.screen._others()
    (card,) = raced.screen.overlays
    assert isinstance(card, Chooser)
    raced.go(0.0, wall=1.0)
    card._set(0, who="")
    assert not next(c for c in card.page.controls if getattr(c, "words", "") == "Race").enabled
    card._set(2, who="hybrid", policy="deadline")
    assert card.entrants() == [Entrant("concurrent"), Entrant("hybrid", "deadline")]
    card._race()
    assert isinstance(raced.screen.next, RaceScreen)
    assert raced.screen.next.heat.names == ("Concurrent", "Hybrid")


def test_kept_games_race_by_the_names_that_they_were_given(window: Window, tmp_path: Path) -> None:
    daily = replace(EGG, name="daily:2026-11-22")
    keep = Keep(tmp_path)
    replays = [replay_of_result(daily, run(daily, mode=mode)) for mode in ("hybrid", "blocking")]
    mine, other = [keep.save_replay(replay) for replay in replays]
    assert mine is not None and other is not None
    keep.call(mine, "My best")
    keep.save_recent(replay_of_result(EGG, run(EGG)))
    heat = Heat(daily, [of_replay(replays[1], "Today"), Entrant("hybrid")])
    screen = RaceScreen(Game(window, keep=keep), heat)
    screen.rebuild()
    screen._others()  # of a race as well
    (card,) = screen.overlays
    assert isinstance(card, Chooser)
    card._set(1, who="replay", replay=1)
    assert [(e.name, e.mode) for e in card.entrants()] == [
        ("Today", "blocking"), ("My best", "hybrid"),
    ]  # fmt: skip


def test_four_replays_stay_the_four_that_race(raced: Raced) -> None:
    replays = [replay_of_result(EGG, run(EGG, mode=mode)) for mode in MODES]
    entrants = [of_replay(replay, replay.mode) for replay in replays]
    assert Chooser(raced.screen, EGG, 0, lambda heat: None, entrants).entrants() == entrants


def test_what_cannot_race_is_told_on_the_card(raced: Raced) -> None:
    def stalls(hands: object, now: float) -> object:
        raise ValueError("no idea")

    card = Chooser(raced.screen, EGG, 0, lambda heat: None, [Entrant("hybrid", stalls)] * 2)
    raced.screen.open(card)
    card._race()
    assert "no idea" in card.words


def test_the_card_of_a_shift_leads_to_its_race(window: Window) -> None:
    screen = Screen(Game(window, Options()))
    screen.build = lambda kit: None  # type: ignore[method-assign]
    screen.rebuild()
    choose(screen, EGG, None)
    (card,) = screen.overlays
    assert isinstance(card, Chooser) and len(card.entrants()) == 4


def placed(*given: tuple[int, float, int]) -> list[Placing]:
    return [Placing(served, since, profit) for served, since, profit in given]


@pytest.mark.parametrize(
    ("placings", "lanes", "words"),
    [
        (placed((0, 0.0, 0), (0, 0.0, 0)), None, ""),
        (placed((3, 50.0, 900), (1, 20.0, 400)), (0,), "leads by 2 plates"),
        (placed((1, 50.0, 900), (2, 60.0, 400), (1, 20.0, 0)), (1,), "leads by 1 plate"),
        (placed((2, 50.0, 900), (2, 42.5, 400)), (1,), "leads by 7.5 s"),
        (placed((2, 3725.5, 900), (2, 0.0, 400)), (1,), "leads by 1:02:06"),
        (placed((2, 50.0, 900), (2, 50.0, 400)), (0, 1), "level"),
    ],
)
def test_who_leads(placings: list[Placing], lanes: tuple[int, ...] | None, words: str) -> None:
    found = lead(placings)
    assert (found.lanes if found else None) == lanes
    assert (found.words if found else "") == words


def test_three_that_are_level_are_listed() -> None:
    lead = RaceLead((0, 1, 2), 0, 0.0, 0, over=True)
    assert headline(["Parallel", "Hybrid", "You"], lead) == "Parallel, Hybrid and You are level"


def test_the_sentence_is_that_of_compare() -> None:
    lunch = load_shift("lunch-rush")
    heat = Heat(lunch, the_four(lunch))
    assert as_text(phrases(heat)) == finding(compare_shift(lunch))
    two = Heat(lunch, [Entrant("concurrent"), Entrant("concurrent", "burning-first")])
    said = as_text(phrases(two))
    assert said == "Burning first served 11 dishes, Fifo 9, and made $53 more."


def test_a_replay_that_goes_another_way_is_told(window: Window) -> None:
    replay = replay_of_result(EGG, run(EGG))
    fields = {name: getattr(replay, name) for name in replay.__struct_fields__}
    other = Replay(**fields | {"digest": "0" * 64})
    raced = Raced(window, Heat(EGG, [of_replay(other, "Monday"), Entrant("hybrid")]))
    assert raced.screen._toast.line == "Monday went another way than was recorded"
