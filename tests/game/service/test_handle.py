"""Time by its handle on the whole screen: mouse, wheel, keys and focus lead into the past, a branch
leads out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.draw.box import Box
from kitchen.game.input.actions import Confirm, GoTo, MoveFocus, ToPresent
from kitchen.game.service.explain import tooltip
from kitchen.game.service.explain.tipplace import Size, place
from kitchen.game.service.explain.tipplace import Spot as Place
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.layout import Layout
from kitchen.game.signs.subjects import Spot, Subject, Thing
from kitchen.loop.pacing import Steps
from kitchen.runs.branch import Branch
from kitchen.sim.policy import PLAYER

Deed = Callable[[ServiceScreen], object]


def scripted(window: Window, *deeds: Deed) -> ServiceScreen:
    """A shift that has gone on to 20 s by autopilot and is paused; then a deed in each second
    frame."""
    options = Options(seed=2, autopilot=True)
    screen = ServiceScreen(Game(window, options), load_shift("lunch-rush"))
    screen.pacing = lambda: Steps(1.0)  # type: ignore[method-assign]
    screen.shows_goals = False
    left, frames = list(deeds), [0]

    def spare(seconds: float) -> None:
        now = screen.service.loop.now
        if now < 20.0:
            return
        screen.session.paused = True
        frames[0] += 1
        if frames[0] % 2 == 0:
            if left:
                left.pop(0)(screen)
            elif not screen.over:
                screen.leave(None)

    screen.spare = spare  # type: ignore[method-assign]
    screen.show()
    return screen


def mouse(kind: int, x: float, y: float, **fields: Any) -> Deed:
    def post(screen: ServiceScreen) -> None:
        k = screen.window.stage.k
        pos = (round(x * k), round(y * k))
        screen.take(pygame.event.Event(kind, pos=pos, **fields))

    return post


def key(code: int) -> Deed:
    def post(screen: ServiceScreen) -> None:
        screen.take(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))

    return post


def spot(screen: ServiceScreen, subject: Subject) -> Spot[Subject]:
    return next(s for s in screen.pointing.spots() if s.subject == subject)


def test_a_drag_shows_the_past_and_end_the_present(window: Window) -> None:
    seen: list[float | None] = []

    def note(screen: ServiceScreen) -> None:
        assert screen.pointing.last is not None
        seen.append(screen.pointing.last.now if screen.pointing.last.present else None)

    scripted(
        window,
        note, mouse(pygame.MOUSEBUTTONDOWN, 130.0, 640.0, button=1), note,
        mouse(pygame.MOUSEMOTION, 122.0, 640.0), note,
        mouse(pygame.MOUSEBUTTONUP, 122.0, 640.0, button=1), note, key(pygame.K_END), note,
    )  # fmt: skip
    first, pressed, dragged, dropped, last = seen
    assert first is last is None and pressed is not None and dragged is not None
    assert 0.0 < dragged < pressed < 20.0 and dropped == dragged


def test_the_wheel_over_the_timeline_steps(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    at = {"pos": (400.0, 640.0)}
    monkeypatch.setattr(window, "pointer", lambda stage: at["pos"])

    def turn(notches: int) -> Deed:
        def post(screen: ServiceScreen) -> None:
            screen.take(pygame.event.Event(pygame.MOUSEWHEEL, y=notches, x=0))
            seen.append(screen.session.lookback.stop.facts)

        return post

    def away(screen: ServiceScreen) -> None:
        at["pos"] = (400.0, 300.0)

    scripted(window, turn(1), turn(1), turn(-1), away, turn(1))
    assert seen[1] < seen[0] == seen[2] == seen[3]


def test_the_focus_reaches_the_handle_and_moves_it(window: Window) -> None:
    """With keys as with a gamepad; up and down lead away from it."""
    seen: list[float] = []

    def note(screen: ServiceScreen) -> None:
        seen.append(screen.session.lookback.now)

    def aim(screen: ServiceScreen) -> None:
        screen.act(MoveFocus(0, 0))
        screen.pointing.aim.spot = spot(screen, Thing("handle"))

    def press_back(screen: ServiceScreen) -> None:
        screen.pointing.aim.spot = spot(screen, Thing("to present"))
        screen.act(Confirm())

    scripted(
        window, key(pygame.K_HOME), aim, lambda s: s.act(MoveFocus(1, 0)), note,
        lambda s: s.act(MoveFocus(-1, 0)), note, press_back, note,
    )  # fmt: skip
    assert seen[:2] == [load_shift("lunch-rush").tempo, 0.0] and seen[2] > 20.0 - 1e-6


def test_now_there_is_nothing_to_take_over(window: Window) -> None:
    screen = scripted(window, key(pygame.K_t))
    assert screen.next is None


def test_taking_over_in_the_past_is_a_branch_from_there(window: Window) -> None:
    screen = scripted(window, key(pygame.K_HOME), lambda s: s.act(MoveFocus(0, 0)), key(pygame.K_t))
    after = screen.next
    assert isinstance(after, ServiceScreen) and after.session.fork is not None
    assert after.session.fork.at == 0.0 and after.session.fork.practice
    done: list[str] = []

    def look(seconds: float) -> None:
        service = after.service
        assert isinstance(service, Branch) and service.loop.now == 0.0
        done.append(service.kitchen.policy)
        after.act(ToPresent())
        after.leave(None)

    after.spare = look  # type: ignore[method-assign]
    after.show()
    assert done == [PLAYER]  # whoever takes over decides, whatever the autopilot did


def test_a_tool_tip_hides_neither_the_moment_nor_what_is_said(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the first ticket: beside it the card would lie over both."""
    read: list[tuple[Box, ...]] = []
    cards: list[pygame.Rect] = []

    def notes(box: Box, size: Size, layout: Layout, seen: tuple[Box, ...] = ()) -> Place:
        x, y, way = place(box, size, layout, seen)
        read.append(seen[:2])
        cards.append(pygame.Rect(x, y, *size))
        return x, y, way

    monkeypatch.setattr(tooltip, "place", notes)
    scripted(
        window,
        lambda screen: screen.act(GoTo(10.0)),
        lambda screen: screen._toast.say("A long line is said over the kitchen, for a while."),
        lambda screen: screen.pointing.focus(1),
        *[lambda screen: None] * 5,
    )
    banner, toast = read[-1]
    assert banner[:2] == (0.0, 0.0) and toast[1] > 100.0
    assert not cards[-1].collidelistall([pygame.Rect(box) for box in (banner, toast)])
