"""The tutorial in its window, played by its own instructions and against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pygame
import pytest

from kitchen.game.input.actions import LookInto, Pause, TogglePick
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.tutorial.cards import PAST, GuideCard, Read
from kitchen.game.service.tutorial.chapters import ORDER, Cards
from kitchen.game.service.tutorial.guide import Guide
from kitchen.game.service.tutorial.screen import TutorialScreen
from kitchen.game.service.tutorial.story import SOUP
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.facts import Served

FPS = 60
READING, GLANCE = 90, 8  # frames that a player takes for a card, and that a hasty one takes
LIMIT = 120 * FPS
MODES = {"blocking": 410.0, "concurrent": 520.0}
"""Where their names stand in the top bar, in logical px."""

Deed = Callable[["Led"], object]


def key(code: int, mod: int = 0) -> Deed:
    return lambda led: led.key(code, mod)


def wait(led: Led) -> None:
    """Let some frames go by."""


def click(x: float, y: float) -> Deed:
    return lambda led: led.click(x, y)


class Led(TutorialScreen):
    """A player who does what the card says, once it has been read; but once, on the card of
    ``state``, something else."""

    def __init__(
        self, game: Game, device: str = "keys", state: Cards = Cards.END, *deeds: Deed
    ) -> None:
        super().__init__(game)
        self.device, self.at, self.deeds = device, state, list(deeds)
        self.frames, self.came, self.takes = 0, 0, GLANCE
        self.session.speed = 2.0
        self.seen: list[GuideCard] = []
        self.states: list[Cards] = []
        self.times: list[tuple[GuideCard, float]] = []

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / FPS)

    @property
    def guide(self) -> Guide | None:
        return next((o for o in self.overlays if isinstance(o, Guide) and not o.closed), None)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.frames += 1
        guide = self.guide
        if self.frames > LIMIT:
            self.leave(None)
            return
        if guide is None:
            self.without_guide()
            return
        self.times.append((guide.card, self.service.loop.time()))
        if not self.seen or self.seen[-1] != guide.card:
            self.seen.append(guide.card)
            self.came = self.frames
        if not self.states or self.states[-1] is not guide.lead.state:
            self.states.append(guide.lead.state)
        if (self.frames - self.came) % self.takes == self.takes - 1:
            self._act(guide)

    def without_guide(self) -> None:
        self.leave(None)

    def _act(self, guide: Guide) -> None:
        if self.deeds and (guide.lead.state is self.at or self.at is Cards.END):
            self.at = Cards.END  # and then the rest of them
            self.deeds.pop(0)(self)
        else:
            self._obey(guide)

    def _obey(self, guide: Guide) -> None:
        match guide.card.offer:
            case Read():
                self._press_the_button(guide)
            case TogglePick(order):
                self._pick(guide, order)
            case LookInto(mode):
                self._look(mode)
            case Pause():
                self.key(pygame.K_SPACE) if self.device == "keys" else self.click(1135.0, 24.0)

    def _look(self, mode: str) -> None:
        if self.device == "mouse":
            self.click(MODES[mode], 24.0)
        else:
            self.key(pygame.K_TAB)  # as often as it takes

    def _pick(self, guide: Guide, order: int) -> None:
        if self.device == "keys":
            named = guide.task().split("press ")[1][0]
            self.key(pygame.key.key_code(named))
        else:
            box = guide.service_screen.dish_box(order)
            assert box is not None
            self.click(box[0] + box[2] / 2, box[1] + box[3] - 12.0)

    def _press_the_button(self, guide: Guide) -> None:
        if self.device == "keys":
            self.key(pygame.K_RETURN)
            return
        x, y, w, h = guide.page.controls[0].box
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


@pytest.mark.parametrize("device", ["keys", "mouse"])
def test_it_leads_through_a_whole_dish_in_less_than_two_minutes(game: Game, device: str) -> None:
    screen = Led(game, device)
    screen.takes, screen.session.speed = READING, 1.0
    screen.show()
    assert [s for s in ORDER if s in screen.states] == list(ORDER)
    assert screen.frames < LIMIT
    assert any(isinstance(f, Served) for f in screen.service.kitchens["concurrent"].facts.decided)
    assert game.keep.progress.tutorial_done


def test_kitchen_time_stands_still_while_there_is_to_read(game: Game) -> None:
    screen = Led(game)
    screen.show()
    for card in screen.seen:
        times = [time for shown, time in screen.times if shown == card]
        if not card.runs:
            assert times[0] == pytest.approx(times[-1], abs=1.0), card.words


def test_it_can_be_skipped_and_is_not_offered_again(game: Game) -> None:
    screen = Led(game, "keys", Cards.GIVE_SOUP, key(pygame.K_ESCAPE))
    screen.show()
    assert screen.states == [Cards.GIVE_SOUP]
    assert game.keep.progress.tutorial_done and not screen.session.held


# -- whatever the player does ------------------------------------------------------------------


def resize(led: Led) -> None:
    pygame.display.set_mode((500, 400), pygame.RESIZABLE)


DETOURS: dict[str, tuple[Cards, tuple[Deed, ...]]] = {
    "1 at the egg": (Cards.GIVE_EGG, (key(pygame.K_1),)),
    "1 twice at the egg": (Cards.GIVE_EGG, (key(pygame.K_1), key(pygame.K_1))),
    "a dish that there is not": (Cards.GIVE_EGG, (key(pygame.K_7), click(700.0, 480.0))),
    "Tab at the soup": (Cards.GIVE_SOUP, (key(pygame.K_TAB),)),
    "Tab while it works": (Cards.SOUP_WORKS, (key(pygame.K_TAB, pygame.KMOD_SHIFT),)),
    "the autopilot": (Cards.GIVE_SOUP, (key(pygame.K_a),)),
    "the autopilot, later": (Cards.TIMERS, (key(pygame.K_a), key(pygame.K_a))),
    "the clock stopped": (Cards.GIVE_SOUP, (key(pygame.K_SPACE),)),
    "faster and slower": (Cards.SOUP_WORKS, (key(pygame.K_EQUALS), key(pygame.K_MINUS))),
    "help": (Cards.BOTH, (key(pygame.K_h), key(pygame.K_ESCAPE))),
    "a pick taken back": (Cards.GIVE_EGG, (key(pygame.K_1), key(pygame.K_BACKSPACE))),
    "another size": (Cards.RINGS, (resize,)),
}


@pytest.mark.parametrize("name", DETOURS)
def test_it_follows_a_player_who_does_something_else(game: Game, name: str) -> None:
    state, deeds = DETOURS[name]
    screen = Led(game, "keys", state, *deeds)
    screen.show()
    assert not screen.deeds and screen.guide is None and screen.frames < LIMIT, screen.states
    assert game.keep.progress.tutorial_done


def test_to_what_leads_nowhere_it_says_what_it_waits_for(game: Game) -> None:
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.guide is not None
        told.append(led.guide.task())

    detour = note, key(pygame.K_7), wait, note, key(pygame.K_RIGHT), wait, note
    Led(game, "keys", Cards.HANDS_ON_SOUP, *detour).show()
    read = "The clock waits until you have read this: click Go on, or press Enter."
    assert told == ["", read, read]
    told.clear()
    Led(game, "keys", Cards.TIMERS, note, key(pygame.K_7), wait, note).show()
    assert told == ["", "The clock leads on from here: it will come."]


def test_it_is_taken_up_again_where_the_facts_have_led(game: Game) -> None:
    """Left at the soup, which is cooked by hand; the pause menu has the guide again."""
    screen = Led(game, "keys", Cards.GIVE_SOUP)
    assert not screen.more_to_do()
    screen.deeds = [key(pygame.K_ESCAPE)]
    screen.show()
    (again,) = screen.more_to_do()
    again.act()
    assert screen.guide is not None and screen.guide.lead.state is Cards.GIVE_SOUP


def test_who_leaves_the_guide_finds_it_in_the_pause_menu(game: Game) -> None:
    class Back(Led):
        """Leaves it, cooks the soup alone, and takes it up again."""

        left = 0

        def without_guide(self) -> None:
            self.left += 1
            if self.left == 2:
                self.key(pygame.K_1)
            if self.left == 10:
                self.key(pygame.K_ESCAPE)
            if self.left == 14:
                self.key(pygame.K_DOWN)
            if self.left == 18:
                self.key(pygame.K_RETURN)

    screen = Back(game, "keys", Cards.GIVE_SOUP, key(pygame.K_ESCAPE))
    screen.show()
    assert screen.left > 18
    after = screen.states[screen.states.index(Cards.GIVE_SOUP) + 1 :]
    assert after[0] is Cards.HANDS_ON_SOUP and Cards.DONE in after


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_pressed_it_comes_to_its_end(game: Game, seed: int) -> None:
    """Forty keys and clicks of any kind, then what the cards say."""
    rng = Random(seed)
    deeds = [anything(rng) for _ in range(40)]
    screen = Led(game, "keys", Cards.GIVE_SOUP, *deeds)
    screen.takes = 4
    screen.show()
    assert not screen.deeds and screen.frames < LIMIT, (screen.states, screen.overlays)
    assert screen.states[-1] is Cards.DONE or screen.service.closed


def anything(rng: Random) -> Deed:
    """A key that means something, or a click anywhere; none that leaves the guide or the shift."""
    keys = [
        pygame.K_1, pygame.K_2, pygame.K_5, pygame.K_SPACE, pygame.K_TAB, pygame.K_BACKSPACE,
        pygame.K_RETURN, pygame.K_EQUALS, pygame.K_MINUS, pygame.K_LEFT, pygame.K_RIGHT,
        pygame.K_a, pygame.K_x, pygame.K_m,
    ]  # fmt: skip
    if rng.random() < 0.6:
        return key(rng.choice(keys), rng.choice([0, 0, pygame.KMOD_SHIFT]))
    return click(rng.uniform(0.0, 780.0), rng.uniform(50.0, 530.0))


def test_to_start_again_is_to_start_with_the_guide_again(game: Game) -> None:
    screen = Led(game, "keys", Cards.TIMERS, key(pygame.K_r), key(pygame.K_r))
    again = screen.show()
    assert isinstance(again, TutorialScreen)
    skipped = Led(game, "keys", Cards.GIVE_SOUP, key(pygame.K_ESCAPE))
    skipped.show()
    assert type(skipped.afresh()) is ServiceScreen


def test_it_is_told_in_the_kitchen_of_the_event_loop(game: Game) -> None:
    other = Game(game.window, Options(mode="parallel"))
    screen = Led(other, "keys", Cards.GIVE_SOUP, key(pygame.K_ESCAPE))
    screen.show()
    assert screen.service.mode == "concurrent"


# -- its words ---------------------------------------------------------------------------------


def test_the_number_of_a_dish_is_its_key(game: Game) -> None:
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.guide is not None
        told.append(led.guide.task())

    Led(game, "keys", Cards.GIVE_SOUP, note).show()
    Led(game, "keys", Cards.GIVE_EGG, note).show()
    assert told == [
        "Click the soup, or press 1, its number.",
        "Click the egg, or press 2, its number.",
    ]


def test_the_words_name_what_the_players_hands_are_on(game: Game) -> None:
    game.change(game.settings.but(keys={"dish_1": ["q"], "next_kitchen": []}))
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.guide is not None
        told.append(led.guide.task())

    def pad(led: Led) -> None:
        event = {"button": pygame.CONTROLLER_BUTTON_RIGHTSTICK, "instance_id": 0}
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, event))

    screen = Led(game, "mouse", Cards.GIVE_SOUP, note, pad, note)
    screen.show()
    Led(game, "mouse", Cards.LOOK, note).show()
    assert told == [
        "Click the soup, or press Q, its number.",
        "Go to the soup with the stick, and press A.",
        "Look into Blocking: click its name above.",
    ]
    assert screen.service.views["concurrent"].orders[SOUP].worked


@pytest.mark.parametrize(
    "state, back", [(Cards.GIVE_SOUP, pygame.K_RETURN), (Cards.SOUP_WORKS, pygame.K_END)]
)
def test_a_look_at_the_past_is_told_and_led_back_from(game: Game, state: Cards, back: int) -> None:
    told: list[str] = []

    def note(led: Led) -> None:
        assert led.session.lookback.sight is not None and led.guide is not None
        assert led.guide.card is PAST and led.guide.lead.state is state
        told.append(led.guide.task())

    def is_back(led: Led) -> None:
        assert led.session.lookback.sight is None and led.guide is not None
        told.append(led.guide.task())
        led.leave(None)

    Led(game, "keys", state, key(pygame.K_HOME), wait, note, key(back), wait, is_back).show()
    past, now = told
    assert past == "Back to now: click the button above, or press End."
    assert now.startswith("Click the soup" if state is Cards.GIVE_SOUP else "The clock is stopped")
