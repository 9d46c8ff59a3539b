"""Taking over: a branch of what was played, on a screen of its own, and the way back from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tools.results_scenario import Closed, closed

from kitchen.cookbook.load import load_shift
from kitchen.game.controls.button import Button
from kitchen.game.input.actions import Pause, TakeOver, TogglePick
from kitchen.game.results.exits import Return
from kitchen.game.service import ending
from kitchen.game.service.catchingup import CatchingUp
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.signs.subjects import OrderedDish
from kitchen.game.signs.yours import WHY, how_to_earn, why_watched
from kitchen.loop.pacing import Steps
from kitchen.runs.branch import Branch

SHIFT = "lunch-rush"


def shown(screen: Screen | None, look: Callable[[ServiceScreen], object]) -> Screen | None:
    """That screen for three frames; where it leads."""
    assert isinstance(screen, ServiceScreen)
    seen: list[int] = []

    def spare(seconds: float) -> None:
        seen.append(1)
        if len(seen) == 3:
            look(screen)
            if not screen.over:
                screen.leave(None)

    screen.spare = spare  # type: ignore[method-assign]
    return screen.show()


def played(window: Window, until: float) -> ServiceScreen:
    """A shift in which the first two orders were picked, up to about then."""
    screen = ServiceScreen(Game(window, Options(seed=2)), load_shift(SHIFT))
    screen.pacing = lambda: Steps(2.0)  # type: ignore[method-assign]
    screen.shows_goals = False

    def live(seconds: float) -> None:
        if screen.service.loop.now >= until:
            screen.act(TakeOver(until - 20.0))
        elif len(screen.service.view.orders) > len(screen.service.kitchen.commands):
            screen.act(TogglePick(len(screen.service.kitchen.commands) + 1))

    screen.spare = live  # type: ignore[method-assign]
    return screen


def test_the_branch_stands_at_that_moment_in_the_hands_of_the_player(window: Window) -> None:
    before = played(window, 60.0)
    after = before.show()

    def look(screen: ServiceScreen) -> None:
        service = screen.service
        assert isinstance(service, Branch)
        assert service.loop.now == 40.0 and screen.session.paused
        assert service.watched(service.mode) == "branch"
        was = before.service.kitchen.facts.in_order()
        assert service.kitchen.facts.in_order() == [fact for fact in was if fact.t <= 40.0]
        again = screen.anew()  # from the top is the shift itself
        assert again.session.fork is None and again.shift.name == SHIFT

    shown(after, look)


def test_the_pause_menu_leads_back_to_the_shift_as_it_was_played(window: Window) -> None:
    before = played(window, 60.0)
    left: list[float] = []

    def back(screen: ServiceScreen) -> None:
        left.append(before.service.loop.now)
        (item,) = screen.more_to_do()
        assert item.sub.startswith("Goes on at 1:")
        item.act()

    def same(screen: ServiceScreen) -> None:
        service = screen.service
        assert service.loop.now == left[0] and not screen.more_to_do()
        assert service.watched(service.mode) is None
        assert service.kitchen.commands == before.service.kitchen.commands
        screen.act(Pause())
        assert not screen.session.paused

    shown(shown(before.show(), back), same)


def test_again_from_there_takes_one_press(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "LINGER", 0.0)
    asked: list[Return] = []

    def press(screen: Closed) -> None:
        results = screen.results
        assert results._reckoning is not None and results._losses is not None
        results._reckoning.finish()
        results.turn(1)
        buttons = [
            control for control in results.page.controls
            if isinstance(control, Button) and control.words == "Again from there"
        ]  # fmt: skip
        back, results._losses._back = results._losses._back, asked.append
        for button in buttons:
            button.press()
        for one, to in zip(results._reckoning.found, asked, strict=True):
            if one.best is not None:
                assert (to.at, to.order) == (one.best.pick.given, one.best.pick.order)
            else:
                assert to.order == one.setback.order and to.at < one.setback.lost.t
        results._losses._back = back
        buttons[0].press()

    def look(branch: ServiceScreen) -> None:
        spot = branch.pointing.aim.spot
        assert branch.service.loop.now == asked[0].at and branch.session.paused
        assert spot is not None and spot.subject == OrderedDish(asked[0].order)
        assert branch._branching is not None
        assert branch._branching.words == "5 Steak first would save it."
        assert not branch.more_to_do()  # what was played has come to its end

    shown(closed(window, {2: press}, SHIFT, seed=2).next, look)


def test_what_it_earns_is_practice() -> None:
    assert why_watched("branch", 2) == "It was taken over in mid-shift: its 2 stars are practice."
    assert why_watched("branch", 0) == WHY["branch"]
    assert how_to_earn("concurrent", "branch") == "For stars, play the shift from the top."


def test_what_takes_long_is_seen_to_go_on(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    flips: list[int] = []
    monkeypatch.setattr(window, "flip", lambda: flips.append(1))
    times = iter([0.0, 0.1, 0.4, 0.45, 0.6])
    seen = CatchingUp(Game(window), 655.0, lambda: next(times))
    before = window.surface.copy()
    seen.tell(0.2)
    assert not flips  # it may be over at once
    seen.tell(0.4)
    seen.tell(0.5)
    seen.tell(0.9)
    assert len(flips) == 2 and window.surface.get_at((320, 180)) != before.get_at((320, 180))
