"""Whole services, heard: not too much, not too loud, not too dear; and menus."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pygame
import pytest
from tools.ear import MUSIC_PEAK, Heard

from kitchen.assets import find_assets
from kitchen.cookbook.load import load_shift
from kitchen.game.controls.button import Button
from kitchen.game.controls.page import Page
from kitchen.game.draw.kit import Kit
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.moment import Moment
from kitchen.game.sound.catalogue import LOOPS, SOUNDS
from kitchen.game.sound.render import FULL, read
from kitchen.game.sound.sounds import Sounds
from kitchen.game.sound.synth import RATE
from kitchen.keep.settings import VOLUMES
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing, Steps
from kitchen.runs.service import Service

# -- a whole service -------------------------------------------------------------------------------


@dataclass
class Recording(Heard):
    """What a service of some seconds sounded like."""

    wall: float = 0.0
    starts: list[tuple[float, str, float]] = field(default_factory=list)
    changes: list[tuple[float, str, float]] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    def play(self, name: str, left: float, right: float) -> None:
        super().play(name, left, right)
        self.starts.append((self.wall, name, max(left, right)))

    def level(self, name: str, gain: float) -> None:
        super().level(name, gain)
        self.changes.append((self.wall, name, gain))


def record(mode: str, speed: float, seconds: float) -> Recording:
    """A dinner rush at full volume."""
    recording = Recording()
    sounds = Sounds(dict.fromkeys(VOLUMES, 1.0), opener=lambda: recording)
    shift = load_shift("dinner-rush")
    pace = Steps(shift.tempo / 60)
    pace.speed = speed
    loop = KitchenLoop(pace)
    service = Service(loop, shift, 3, mode, autopilot=True)

    async def listen() -> None:
        frames = loop.frames(60)
        async for frame in frames:
            recording.wall = frame.number / 60
            facts = service.advance(frame.time)[mode]
            moment = Moment(
                service.view, frame.time, recording.wall, facts, mode, "leave", "", 3, speed,
                False, True, shift.tempo, {}, 0.0, None,
            )  # fmt: skip
            begun = time.perf_counter()
            sounds.hear(moment)
            recording.spent.append(time.perf_counter() - begun)
            if recording.wall >= seconds:
                break
        await frames.aclose()

    try:
        loop.run_until_complete(listen())
    finally:
        service.sweep()
        loop.close()
    return recording


def mixed(recording: Recording) -> list[float]:
    """The louder side of it, at most."""
    out = [0.0] * round((recording.wall + 3.0) * RATE)
    files = {name: read(find_assets() / "sound" / f"{name}.wav") for name in SOUNDS}
    for wall, name, gain in recording.starts:
        first = round(wall * RATE)
        for i, x in enumerate(files[name], first):
            out[i] += gain * x / FULL
    for name in LOOPS:
        highest = max((g for _, loop, g in recording.changes if loop == name), default=0.0)
        file = files[name]
        for i in range(len(out)):
            out[i] += highest * file[i % len(file)] / FULL
    return out


@pytest.fixture(scope="module")
def rush() -> Recording:
    return record("hybrid", 16.0, 6.0)


def test_at_sixteen_times_the_speed_it_is_no_noise(rush: Recording) -> None:
    assert 20 < len(rush.starts) < 12 * rush.wall
    frames = Counter(wall for wall, _, _ in rush.starts)
    assert max(frames.values()) <= 4


def test_nothing_clips_at_full_volume_and_sixteen_times_the_speed(rush: Recording) -> None:
    assert 0.2 < max(map(abs, mixed(rush))) < 1.0 - MUSIC_PEAK


def test_hearing_costs_less_than_a_fifth_of_a_millisecond_a_frame(rush: Recording) -> None:
    spent = sorted(rush.spent)
    counted = spent[: len(spent) * 19 // 20]  # not when this process had to wait for another
    assert sum(counted) / len(counted) < 0.0002


# -- where it is played ----------------------------------------------------------------------------


class Quick(ServiceScreen):
    """Plays without waiting for the wall clock."""

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60)


@pytest.fixture
def window() -> Iterator[Window]:
    opened_window = Window((1280, 720))
    pygame.event.clear()
    yield opened_window
    opened_window.close()


def game_heard(window: Window, **options: object) -> tuple[Game, Heard]:
    heard = Heard()
    game = Game(window, Options(**options))  # type: ignore[arg-type]
    clock = count()
    game.sounds = Sounds(opener=lambda: heard, clock=lambda: float(next(clock)))
    return game, heard


def test_a_service_is_heard_and_falls_silent_when_it_is_left(window: Window) -> None:
    game, heard = game_heard(window, autopilot=True, frames=20)
    Quick(game, load_shift("ten-orders")).show()
    assert heard.names[0] == "order" and len(heard.names) > 1
    assert heard.hushed == 1


def test_a_picture_makes_no_sound(window: Window, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    game, heard = game_heard(window, autopilot=True, screenshot=picture, at=20.0)
    ServiceScreen(game, load_shift("ten-orders")).show()
    assert picture.is_file() and heard.played == []


def test_a_service_without_a_device_goes_on_in_silence(
    window: Window, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    screen = Quick(Game(window, Options(autopilot=True, frames=10)), load_shift("ten-orders"))
    screen.show()
    assert screen.service.view.facts > 0
    assert capfd.readouterr() == ("", "")


def test_menus_tick_press_and_go_back(window: Window, toolkit: Kit) -> None:
    game, heard = game_heard(window)
    kit = toolkit
    boxes = [(100.0, 100.0 + 60 * row, 200.0, 40.0) for row in range(2)]
    page = Page(kit, [Button(kit, box, "Do", lambda: None) for box in boxes])
    menu = Menu(game, page, lambda: None)
    for key in (pygame.K_DOWN, pygame.K_RETURN, pygame.K_ESCAPE):
        menu.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    assert heard.names == ["hover", "press", "back"]
    point = pygame.event.Event(pygame.MOUSEMOTION, pos=(150, 120))
    menu.handle(point)
    menu.handle(point)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        menu.handle(pygame.event.Event(kind, pos=(150, 120), button=1))
    assert heard.names[3:] == ["hover", "press"]
