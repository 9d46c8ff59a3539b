"""A step at the stove in its window, played by what its card says and against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pygame
import pytest
from tools.coached import cook_step

from kitchen.game.input.actions import LookInto, Pause, TogglePick
from kitchen.game.lesson.stove.cookcard import CookCard
from kitchen.game.lesson.stove.cookend import VerdictCard
from kitchen.game.lesson.stove.cooking import BY_HAND, CookingScreen
from kitchen.game.lesson.stove.cooksays import PAST, SHOWN, ReadIt
from kitchen.game.lesson.stove.stove import Stove
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.standstillcard import StandstillCard
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.lessons.book import find_lesson
from kitchen.lessons.judging.judge import Verdict
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

FPS = 8
GLANCE = 2  # frames that a hasty player takes for a card
LIMIT = 3000
MODES = {"blocking": 410.0, "concurrent": 520.0}
"""Where their names stand in the top bar, in logical px."""

Deed = Callable[["Led"], object]


def key(code: int, mod: int = 0) -> Deed:
    return lambda led: led.key(code, mod)


def wait(led: Led) -> None:
    """Let some frames go by."""


def click(x: float, y: float) -> Deed:
    return lambda led: led.click(x, y)


class Led(CookingScreen):
    """A player who does what the card says; but once, when ``now`` holds, something else. With
    nothing said, whoever waits longest gets the hands."""

    def __init__(
        self,
        game: Game,
        lesson: str = "walk-away",
        device: str = "keys",
        now: Callable[[Led], bool] = lambda led: False,
        *deeds: Deed,
        stove: Stove | None = None,
    ) -> None:
        found = find_lesson(lesson)
        self.verdicts: list[Verdict] = []
        self.told_of: list[str] = []
        stove = stove or Stove(
            found, cook_step(found), Screen(game), self.verdicts.append,
            lambda: self.told_of.append("shown"), lambda: self.told_of.append("skipped"),
        )  # fmt: skip
        super().__init__(game, stove)
        self.device, self.now, self.deeds = device, now, list(deeds)
        self.frames = 0
        self.session.speed = 4.0
        self.said: list[str] = []
        self.times: list[tuple[str, bool, float]] = []

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / FPS)

    @property
    def top(self) -> object:
        return next((o for o in reversed(self.overlays) if not o.closed), None)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.frames += 1
        assert self.card is not None
        if self.frames > LIMIT:
            self.leave(None)
            return
        says = self.card.says
        if says is not None:
            self.times.append((says.words, says.stops, self.service.loop.time()))
            if not self.said or self.said[-1] != says.words:
                self.said.append(says.words)
        if self.frames % GLANCE == 0 and not self.over:
            self._act()

    def _act(self) -> None:
        if self.deeds and self.now(self):
            self.now = lambda led: True  # and then the rest of them
            self.deeds.pop(0)(self)
        elif isinstance(self.top, CookCard):
            self._obey(self.top)
        elif isinstance(self.top, VerdictCard | StandstillCard):
            self.key(pygame.K_RETURN)
        else:
            self.key(pygame.K_ESCAPE)

    def _obey(self, card: CookCard) -> None:
        says = card.says
        if self.session.paused and (says is None or says is SHOWN):
            self.key(pygame.K_SPACE)
        elif says is None:
            self._give_hands()
        elif says is PAST:
            self.key(pygame.K_END)
        elif isinstance(says.offer, ReadIt):
            self._press_the_button(card)
        elif isinstance(says.offer, TogglePick):
            self._pick(card, says.offer.order)
        elif isinstance(says.offer, LookInto):
            self._look(says.offer.mode)
        elif isinstance(says.offer, Pause):
            self.key(pygame.K_SPACE) if self.device == "keys" else self.click(1135.0, 24.0)

    def _give_hands(self) -> None:
        waits = self.attempt.watching.waits
        if waits and not self.attempt.watching.busy and self.service.mode == self.service.home:
            self.key(pygame.key.key_code(str(waits[0])))

    def _look(self, mode: str) -> None:
        if self.device == "mouse":
            self.click(MODES[mode], 24.0)
        else:
            self.key(pygame.K_TAB)  # as often as it takes

    def _pick(self, card: CookCard, order: int) -> None:
        if self.device == "keys":
            self.key(pygame.key.key_code(card.task().split("press ")[1][0]))
        else:
            box = self.dish_box(order)
            assert box is not None
            self.click(box[0] + box[2] / 2, box[1] + box[3] - 12.0)

    def _press_the_button(self, card: CookCard) -> None:
        if self.device == "keys":
            self.key(pygame.K_RETURN)
            return
        x, y, w, h = card.page.controls[0].box
        self.click(x + w / 2, y + h / 2)

    def key(self, code: int, mod: int = 0) -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=code, mod=mod, unicode=""))

    def click(self, x: float, y: float) -> None:
        pos = (self.stage.px(x), self.stage.px(y))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, button=1, pos=pos))


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((640, 360))
    pygame.event.clear()
    yield Game(window)
    window.close()


def asked(words: str) -> Callable[[Led], bool]:
    """Whether the card says something with these words in it."""
    return lambda led: bool(led.said) and words in led.said[-1]


def at_once(led: Led) -> bool:
    return True


# -- by what it says -----------------------------------------------------------------------------


@pytest.mark.parametrize("device", ["keys", "mouse"])
def test_who_does_what_it_says_has_done_it_and_goes_on(game: Game, device: str) -> None:
    led = Led(game, device=device)
    assert led.show() is led.back
    assert [(v.works, v.par) for v in led.verdicts] == [(True, True)]
    assert led.said[0].startswith("The soup simmers by itself.")  # so the lesson begins
    assert "Serve soup and egg" in led.said[0]
    assert any("called concurrent" in words for words in led.said)
    assert any("called blocking" in words for words in led.said)
    for words, stops, time in led.times:
        begun = next(t for w, _, t in led.times if w == words)
        assert not stops or time == pytest.approx(begun, abs=1e-6) or "fuse" in words, words


def test_the_cards_words_name_the_keys_of_now(game: Game) -> None:
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.card is not None
        told.append(led.card.task())

    def stick(led: Led) -> None:
        event = {"button": pygame.CONTROLLER_BUTTON_RIGHTSTICK, "instance_id": 0}
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, event))

    def enough(led: Led) -> None:
        led.leave(None)

    soup = asked("put its hand up")
    deeds = note, key(pygame.K_7), wait, wait, stick, note, enough
    Led(game, "walk-away", "keys", soup, *deeds).show()
    assert told == [
        "Click the soup, or press 1, its number.",
        "Go to the soup with the stick, and press A.",
    ]


def test_whose_turn_it_is_stays_for_the_player_to_find_out(game: Game) -> None:
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.card is not None
        told.append(led.card.task())
        led.leave(None)

    Led(game, "watch-it-boil", "keys", asked("Whom do you send"), note).show()
    assert told == ["You choose: click a dish, or press its number."]


def test_to_what_leads_nowhere_it_says_what_it_waits_for(game: Game) -> None:
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.card is not None
        told.append(led.card.task())
        if len(told) == 2:
            led.leave(None)

    Led(game, "walk-away", "keys", at_once, note, key(pygame.K_7), *[wait] * 4, note).show()
    read = "The clock waits until you have read this: click Cook!, or press Enter."
    assert told == ["", read]


# -- against it ----------------------------------------------------------------------------------


def resize(led: Led) -> None:
    pygame.display.set_mode((500, 400), pygame.RESIZABLE)


DETOURS: dict[str, tuple[str, tuple[Deed, ...]]] = {
    "1 at the egg": ("guest wants an egg", (key(pygame.K_1),)),
    "a dish that there is not": ("guest wants an egg", (key(pygame.K_7), click(700.0, 480.0))),
    "Tab at the soup": ("put its hand up", (key(pygame.K_TAB), wait)),
    "the clock stopped": ("nothing else", (key(pygame.K_SPACE), wait)),
    "help": ("called concurrent", (key(pygame.K_h), key(pygame.K_ESCAPE))),
    "into the past": ("called concurrent", (key(pygame.K_HOME), wait, key(pygame.K_END))),
    "a turn back": ("guest wants an egg", (key(pygame.K_COMMA), wait)),
    "another size": ("for hands again", (resize,)),
}


@pytest.mark.parametrize("name", DETOURS)
def test_it_follows_a_player_who_does_something_else(game: Game, name: str) -> None:
    words, deeds = DETOURS[name]
    led = Led(game, "walk-away", "keys", asked(words), *deeds)
    assert led.show() is led.back and not led.deeds, led.said[-3:]
    assert led.verdicts[0].works


def test_whatever_is_pressed_it_comes_to_its_end(game: Game) -> None:
    """Forty keys and clicks of any kind, then what the cards say."""
    rng = Random(1)
    led = Led(game, "walk-away", "keys", at_once, *[anything(rng) for _ in range(40)])
    led.show()
    assert led.verdicts and not led.deeds and led.frames < LIMIT, (led.said[-3:], led.overlays)


def anything(rng: Random) -> Deed:
    """A key that means something, or a click anywhere in the kitchen; none that leaves it."""
    keys = [
        pygame.K_1, pygame.K_2, pygame.K_5, pygame.K_SPACE, pygame.K_TAB, pygame.K_BACKSPACE,
        pygame.K_RETURN, pygame.K_EQUALS, pygame.K_MINUS, pygame.K_LEFT, pygame.K_RIGHT,
        pygame.K_a, pygame.K_x, pygame.K_m, pygame.K_COMMA, pygame.K_HOME,
    ]  # fmt: skip
    if rng.random() < 0.6:
        return key(rng.choice(keys), rng.choice([0, 0, pygame.KMOD_SHIFT]))
    return click(rng.uniform(0.0, 780.0), rng.uniform(140.0, 530.0))


def test_nobody_cooks_for_the_player_nor_elsewhere(game: Game) -> None:
    toasts: list[str] = []

    def note(led: Led) -> None:
        toasts.append(led._toast.line)

    def enough(led: Led) -> None:
        assert led.service.mode == led.service.home and not led.service.autopilot
        led.leave(None)

    options = Options(mode="parallel", autopilot=True, policy="fifo")
    deeds = key(pygame.K_a), wait, note, key(pygame.K_TAB), wait, note, enough
    Led(Game(game.window, options), "tongs-and-board", "keys", at_once, *deeds).show()
    assert toasts[0] == BY_HAND and "alone" in toasts[1]


# -- hints, and how to do without ----------------------------------------------------------------


def test_the_third_hint_shows_it_and_leads_back_to_ones_own_turn(game: Game) -> None:
    said: list[str] = []

    def hint(led: Led) -> None:
        assert led.card is not None
        led.card.hint()
        said.append(led.card.says.words if led.card.says else "")

    led = Led(game, "tongs-and-board", "keys", at_once, hint, hint, hint)
    shown = led.show()
    assert said[:2] == led.stove.step.hints and led.told_of == ["shown"]
    assert isinstance(shown, CookingScreen) and shown.attempt.shows

    watched = Led(game, "tongs-and-board", stove=led.stove)
    watched.session.given = shown.session.given
    after = watched.show()
    assert SHOWN.words in watched.said
    assert isinstance(after, CookingScreen) and not after.attempt.shows
    assert led.verdicts == [], "watching is no try"


def test_it_is_skipped_from_the_menu(game: Game) -> None:
    def skip(led: Led) -> None:
        assert isinstance(led.top, PauseMenu)
        next(item for item in led.more_to_do() if item.words == "Skip this step").act()

    led = Led(game, "walk-away", "keys", at_once, key(pygame.K_ESCAPE), wait, skip)
    assert led.show() is led.back
    assert led.told_of == ["skipped"] and not led.verdicts


# -- what is to go wrong -------------------------------------------------------------------------

STUCK = [2, 1, 2, 1, 2]


def picks(numbers: list[int]) -> list[Deed]:
    """All of them at once."""

    def make(led: Led) -> None:
        for number in numbers:
            led.service.pick(number)

    return [make]


def test_a_standstill_that_is_wanted_is_told_with_its_circle_and_counts(game: Game) -> None:
    seen: list[object] = []

    class Noting(Led):
        def paint(self, frame: Frame) -> None:
            super().paint(frame)
            if self.top is not None and (not seen or seen[-1] is not type(self.top)):
                seen.append(type(self.top))

    led = Noting(
        game, "tongs-and-board", "keys", lambda led: bool(led.stove.briefed), *picks(STUCK)
    )
    assert led.show() is led.back
    assert seen == [CookCard, StandstillCard, CookCard, VerdictCard]
    assert [v.works for v in led.verdicts] == [True]
    assert led.stove.tries == ["2, 1, 2, 1, 2: nobody can go on"]


def test_what_did_not_go_wrong_is_tried_again_or_from_there(game: Game) -> None:
    def from_there(led: Led) -> None:
        assert isinstance(led.top, VerdictCard)
        next(c for c in led.top.page.controls if getattr(c, "words", "") == "From there").press()

    served = [1, 1, 1, 2, 2, 2]
    led = Led(
        game, "tongs-and-board", "keys", lambda led: led.stove.briefed and not led.verdicts,
        *picks(served),
    )  # fmt: skip
    again = led.show()
    assert isinstance(again, CookingScreen) and again.session.fork is None
    assert [v.works for v in led.verdicts] == [False] and led.stove.tries[0].endswith(": served")
    over = lambda led: isinstance(led.top, VerdictCard)  # noqa: E731
    other = Led(game, "tongs-and-board", "keys", over, from_there, stove=led.stove)
    branch = other.show()
    assert isinstance(branch, CookingScreen) and branch.session.fork is not None
    assert branch.stove is led.stove
