"""Looking back from results at the shift that led to them, and back to them as they were."""

from __future__ import annotations

import pygame
import pytest
from tools.results_scenario import Closed, Step, button, click, closed, key, nothing, on, spaced

from kitchen.game.input.actions import GoTo, LookInto, Pause, TakeOver, ToPresent
from kitchen.game.service import ending, till
from kitchen.game.service.hud.pastbanner import BACK
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.question import Question
from kitchen.game.service.replaying import ReplayScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.pacing import Steps
from kitchen.runs.recording import replay_of
from kitchen.runs.replay import Replay


@pytest.fixture
def window(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(ending, "LINGER", 0.0)
    monkeypatch.setattr(till, "SECONDS", 0.0)
    return window


def looks_back(screen: Closed) -> None:
    """At the last that has happened; the results are away, and it leads back to them."""
    sight = screen.session.lookback.sight
    assert sight is not None and not screen.covered and screen.results.closed
    past = screen.service.pasts[screen.service.mode]
    assert sight.stop == (len(past.facts), past.facts[-1].t)


def is_back(screen: Closed) -> None:
    assert screen.session.lookback.sight is None and screen.covered
    assert screen.overlays == [screen.results] and not screen.results.closed


def presses(words: str) -> Step:
    """A button of the pause menu."""

    def press(screen: Closed) -> None:
        menu = screen.overlays[-1]
        assert isinstance(menu, PauseMenu)
        next(c for c in menu.page.controls if getattr(c, "words", "") == words).press()

    return press


def test_there_and_back_by_keys_mouse_and_pad(window: Window) -> None:
    left, a, start = (
        getattr(pygame, f"CONTROLLER_BUTTON_{name}") for name in ("DPAD_LEFT", "A", "START")
    )
    to_results = presses("Back to the results")
    closed(window, spaced(
        key(pygame.K_COMMA), looks_back, key(pygame.K_END), is_back,
        key(pygame.K_HOME), looks_back, key(pygame.K_ESCAPE), to_results, is_back,
        on("Look back"), looks_back, click((BACK[0] + 9.0, BACK[1] + 9.0)), is_back,
        lambda s: s.results.page.give_focus(0), button(left), button(a), looks_back,
        button(start), to_results, is_back,
    ))  # fmt: skip


def test_they_are_as_they_were_tab_and_zoom(window: Window) -> None:
    seen: list[tuple[int, float, int]] = []

    def note(screen: Closed) -> None:
        axis = screen.results.axis
        seen.append((screen.results.turned, axis.zoomed, screen.results.page.focus))

    closed(window, spaced(
        key(pygame.K_EQUALS), key(pygame.K_EQUALS), *[nothing] * 10, on("Look back"), looks_back,
        key(pygame.K_END), note, lambda s: s.results.turn(1), note, on("Look back"), looks_back,
        lambda s: s.act(LookInto("hybrid")), lambda s: s.act(ToPresent()), note,
    ))  # fmt: skip
    (_, zoom, _), on_page, again = seen
    assert zoom > 1.0
    assert on_page[0] == 1
    assert again[:2] == on_page[:2]


def test_dragging_to_the_end_stays_in_the_past(window: Window) -> None:
    closed(window, spaced(
        on("Look back"), lambda s: s.act(GoTo(30.0)), lambda s: s.act(GoTo(1e9)), looks_back,
    ))  # fmt: skip


def test_the_past_that_goes_by_ends_at_the_results(window: Window) -> None:
    def fast(screen: Closed) -> None:
        screen.session.speed = 1000.0
        screen.act(Pause())

    closed(window, spaced(
        on("Look back"), lambda s: s.act(GoTo(30.0)), fast, *[nothing] * 6, is_back,
    ))  # fmt: skip


def test_a_pick_there_takes_over(window: Window) -> None:
    asked: list[str] = []

    def ask(screen: Closed) -> None:
        screen.act(TakeOver())

    def note(screen: Closed) -> None:
        slip = screen.overlays[-1]
        assert isinstance(slip, Question)
        asked.append(slip.words)

    screen = closed(window, spaced(
        on("Look back"), lambda s: s.act(GoTo(30.0)), key(pygame.K_1), note, ask,
    ))  # fmt: skip
    assert asked == ["Take over from here?"]
    other = screen.next
    assert other is not None and other is not screen
    assert other.session.fork.at == 30.0  # type: ignore[attr-defined]


class Ended(Closed, ReplayScreen):
    """A replay in great haste."""

    replay: Replay


def test_a_replay_that_has_ended_is_looked_back_at(window: Window) -> None:
    first = closed(window, {1: nothing})
    game = Game(window, Options())
    screen = Ended(game, replay_of(first.service))
    screen.pacing = lambda: Steps(100.0)  # type: ignore[method-assign]
    screen.script = spaced(on("Look back"), looks_back, lambda s: s.act(GoTo(1e9)), looks_back,
                           key(pygame.K_END), is_back)  # fmt: skip
    screen.show()
    assert screen.frame > max(screen.script) - 1
