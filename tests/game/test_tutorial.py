"""The tutorial, played to its end with nothing but its own instructions."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from kitchen.game.game import Game
from kitchen.game.tutorial.guide import Guide
from kitchen.game.tutorial.start import TutorialScreen
from kitchen.game.tutorial.steps import STEPS
from kitchen.game.window import Window
from kitchen.pacing import Frame, Pace, Steps
from kitchen.sim.facts import Served

FPS = 60
READING = 1.5 * FPS  # frames that a player takes for a card
LIMIT = 120 * FPS


class Led(TutorialScreen):
    """A player who does what the card says, once it has been read."""

    def __init__(self, game: Game, device: str) -> None:
        super().__init__(game)
        self.device = device
        self.frames = 0
        self.seen: list[int] = []
        self.times: list[tuple[int, float]] = []

    def pace(self) -> Pace:
        self._pace = Steps(self.shift.tempo / FPS)
        self._pace.speed = 0.0 if self.held else 1.0
        return self._pace

    @property
    def guide(self) -> Guide | None:
        return next((o for o in self.overlays if isinstance(o, Guide)), None)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.frames += 1
        guide = self.guide
        if guide is None or self.frames > LIMIT:
            self.leave(None)
            return
        self.times.append((guide.at, self.service.loop.time()))
        if not self.seen or self.seen[-1] != guide.at:
            self.seen.append(guide.at)
            self.came = self.frames
        if self.frames - self.came == READING:
            self._obey(guide)

    def _obey(self, guide: Guide) -> None:
        task = guide.words(guide.step.task)
        if guide.step.done is None:
            self._press_go_on(guide)
        elif "blocking" in task:
            self._click(410.0, 24.0) if self.device == "mouse" else self._key(
                pygame.K_TAB, pygame.KMOD_SHIFT
            )
        elif "concurrent" in task:
            self._look(520.0, 0)
        elif guide.step.order == 1 and task:
            self._pick(1)
        elif task:
            self._pick(2)

    def _look(self, x: float, mod: int) -> None:
        """Into another kitchen: by its name in the top bar, or to the one beside."""
        if self.device == "mouse":
            self._click(x, 24.0)
        else:
            self._key(pygame.K_TAB, mod)

    def _pick(self, order: int) -> None:
        if self.device == "keys":
            self._key(pygame.K_0 + order)
        else:
            self._click(120.0 + 172 * (order - 1), 230.0)

    def _press_go_on(self, guide: Guide) -> None:
        if self.device == "keys":
            self._key(pygame.K_RETURN)
            return
        x, y, w, h = guide.page.controls[0].box
        self._click(x + w / 2, y + h / 2)

    def _key(self, code: int, mod: int = 0) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""))

    def _click(self, x: float, y: float) -> None:
        pos = (self.stage.px(x), self.stage.px(y))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, button=1, pos=pos))


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((1280, 720))
    pygame.event.clear()
    yield Game(window)
    window.close()


@pytest.mark.parametrize("device", ["keys", "mouse"])
def test_it_leads_through_a_whole_dish_in_less_than_two_minutes(game: Game, device: str) -> None:
    screen = Led(game, device)
    screen.show()
    assert screen.seen == list(range(len(STEPS)))
    assert screen.frames < LIMIT
    assert any(isinstance(f, Served) for f in screen.service.kitchens["concurrent"].facts.decided)
    assert game.keep.progress.tutorial_done


def test_kitchen_time_stands_still_while_there_is_to_read(game: Game) -> None:
    screen = Led(game, "keys")
    screen.show()
    for index, step in enumerate(STEPS):
        times = [time for at, time in screen.times if at == index]
        if not step.runs and step.done is None:
            assert times[0] == pytest.approx(times[-1], abs=1.0), step.words


def test_it_can_be_skipped_and_is_not_offered_again(game: Game) -> None:
    class Hasty(Led):
        def _obey(self, guide: Guide) -> None:
            self._key(pygame.K_ESCAPE)

    screen = Hasty(game, "keys")
    screen.show()
    assert screen.seen == [0]
    assert game.keep.progress.tutorial_done and not screen.held


def test_the_words_name_the_players_own_keys(game: Game) -> None:
    game.change(game.settings.but(keys={"dish_1": ["q"]}))
    screen = Led(game, "keys")
    guide = Guide(screen)
    assert guide.words("Click it, or press {soup}.") == "Click it, or press Q."


def test_every_step_says_what_it_waits_for(game: Game) -> None:
    for step in STEPS:
        assert not step.task or step.done is not None
        assert not step.runs or (step.done is not None and not step.task)
