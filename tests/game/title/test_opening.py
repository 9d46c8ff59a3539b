"""What was saved, told or sent, opened on the title: codes, sandboxes, replays, dropped files."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest
from tools.followed import Followed

from kitchen import KitchenLoop
from kitchen.cookbook.load import load_shift
from kitchen.game.app import shown
from kitchen.game.race.screen import RaceScreen
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.service.replaying import ReplayScreen
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.game.shell.window import Window
from kitchen.game.signs.savedwords import sub_of, title_of
from kitchen.game.title.dropping import NotOpened, drop
from kitchen.game.title.saved import SavedCard
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.keep import Keep
from kitchen.lab.sandbox import Sandbox
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.runs.recording import replay_of
from kitchen.runs.replay import Replay
from kitchen.runs.service import Service

Act = Callable[["Opened"], object]


class Opened(Followed, TitleScreen):
    """With the card open; a deed every other frame. Where it would lead is noted."""

    def __init__(self, game: Game, *deeds: Act) -> None:
        super().__init__(game)
        self.deeds = [lambda screen: screen.open_saved(), *deeds]
        self.led_to: list[Screen | None] = []
        self.said: list[str] = []

    def pacing(self) -> Pacing:
        return Steps(1 / 60)

    @property
    def card(self) -> SavedCard:
        return next(o for o in self.overlays if isinstance(o, SavedCard))

    def open(self, overlay: Overlay) -> None:
        super().open(overlay)
        if isinstance(overlay, NotOpened):
            self.said.append(overlay.words)

    def leave(self, to: Screen | None) -> None:
        self.led_to.append(to)
        super().leave(to)

    def after(self) -> None:
        if self.number % 2 and self.deeds:
            self.deeds.pop(0)(self)
        elif self.number >= 80:
            self.leave(None)


@pytest.fixture
def game(tmp_path: Path) -> Iterator[Game]:
    window = Window((640, 360))
    pygame.event.clear()
    game = Game(window, keep=Keep(tmp_path))
    game.drop = lambda screen, file: drop(screen, file, lambda: Opened(game))
    yield game
    window.close()


def recorded(name: str = "first-steps", mode: str = "concurrent") -> Replay:
    loop = KitchenLoop(Steps(30.0))
    service = Service(loop, load_shift(name), None, mode, autopilot=True)

    async def play() -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if service.closed:
                    return

    loop.run_until_complete(play())
    replay = replay_of(service)
    service.sweep()
    loop.close()
    return replay


def key(code: int, unicode: str = "", mod: int = 0) -> Act:
    return post(pygame.KEYDOWN, key=code, unicode=unicode, mod=mod)


def post(kind: int, **fields: Any) -> Act:
    return lambda _: pygame.event.post(pygame.event.Event(kind, fields))


def typed(words: str) -> list[Act]:
    return [key(ord(letter), letter) for letter in words]


def pad(button: int) -> Act:
    return post(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)


ENTER, DOWN = key(pygame.K_RETURN), key(pygame.K_DOWN)


# -- codes -------------------------------------------------------------------------------------


def test_a_code_is_typed_also_with_letters_that_are_keys(game: Game) -> None:
    screen = Opened(game, *typed("lunch-rush@7"), ENTER)
    screen.show()
    service = screen.led_to[0]
    assert isinstance(service, ServiceScreen)
    assert service.shift.name == "lunch-rush" and service.shift.seed == 7
    assert isinstance(service.back, TitleScreen)


def test_a_code_is_pasted_by_key_and_by_button(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: " daily:2026-11-22 \nand more")
    ctrl_v = key(pygame.K_v, "v", pygame.KMOD_CTRL)
    right, a = pad(pygame.CONTROLLER_BUTTON_DPAD_RIGHT), pad(pygame.CONTROLLER_BUTTON_A)
    for deeds in ([ctrl_v, ENTER], [right, a, right, a]):
        screen = Opened(game, *deeds)
        screen.show()
        service = screen.led_to[0]
        assert isinstance(service, ServiceScreen)
        assert service.shift.name.startswith("daily")


@pytest.mark.parametrize(("code", "words"), [
    ("lunch-rsh@7", "did you mean 'lunch-rush'"), ("lunch-rush@x", "a whole number"),
    ("", "type a seed code first"), ("nowhere.json", "No such file"), ("x.toml", "No such file"),
])  # fmt: skip
def test_a_wrong_code_is_told_in_one_line_and_the_card_stays(
    game: Game, code: str, words: str
) -> None:
    told: list[str] = []
    screen = Opened(game, *typed(code), ENTER, lambda s: told.append(s.card.words))
    screen.show()
    assert words in told[0] and "\n" not in told[0]
    assert screen.led_to[0] is None


def test_backspace_takes_letters_away_and_what_is_typed_stays_in_another_size(game: Game) -> None:
    texts: list[str] = []

    def note(screen: Opened) -> None:
        field = screen.card.page.controls[0]
        texts.append(vars(field)["text"])

    again = [lambda screen: screen.card.rebuild(), note]
    Opened(game, *typed("ab"), key(pygame.K_BACKSPACE), note, *again).show()
    assert texts == ["a", "a"]


# -- files -------------------------------------------------------------------------------------


def test_a_saved_sandbox_is_gone_on_with(game: Game, tmp_path: Path) -> None:
    rules = Sandbox(3, "stay", 5, 1, 40.0, 0.35, "deadline", 9, patient=False)
    rules.save(tmp_path / "sandboxes")
    screen = Opened(game, DOWN, ENTER)
    screen.show()
    sandbox = screen.led_to[0]
    assert isinstance(sandbox, SandboxScreen) and sandbox.wanted == rules


def test_a_saved_replay_is_watched_to_its_end_and_earns_nothing(game: Game) -> None:
    replay = recorded()
    path = game.keep.save_replay(replay)
    assert path is not None
    assert title_of(path) == "First steps, seed 0"
    assert sub_of(path).startswith("Replay, concurrent, 2 of 2 served by fifo, ")
    screen = Opened(game, DOWN, ENTER)
    screen.show()
    watched = screen.led_to[0]
    assert isinstance(watched, ReplayScreen)
    watched.session.speed = 200.0

    def paint(frame: Frame) -> None:
        type(watched).paint(watched, frame)
        results = watched._ending.results
        if results is not None:
            assert results.toast.line == "Every fact is as it was recorded."
            watched.leave(None)

    watched.paint = paint  # type: ignore[method-assign]
    watched.show()
    assert watched._ending.results is not None
    assert not game.keep.progress.stars and not game.keep.scores.shifts
    assert isinstance(watched.afresh(), ReplayScreen)


def test_files_take_as_many_pages_as_they_need(game: Game, tmp_path: Path) -> None:
    for _ in range(14):
        Sandbox().save(tmp_path / "sandboxes")
    leaves: list[int] = []

    def note(screen: Opened) -> None:
        leaves.append(screen.card.leaf)

    on, back = key(pygame.K_e, "e"), key(pygame.K_q, "q")
    wheel = post(pygame.MOUSEWHEEL, x=0, y=-1)
    screen = Opened(game, DOWN, on, note, wheel, note, wheel, note, back, note)
    screen.show()
    assert leaves == [1, 2, 2, 1]


def kept_and_played(game: Game) -> tuple[Path, Path]:
    """A replay that was saved, and a game that was played after it."""
    saved = game.keep.save_replay(recorded("egg-and-chicken"))
    played = game.keep.save_recent(recorded())
    assert saved is not None and played is not None
    return saved, played


RIGHT = key(pygame.K_RIGHT)


def test_a_recent_game_is_kept_by_giving_it_a_name(game: Game, tmp_path: Path) -> None:
    _, played = kept_and_played(game)
    assert sub_of(played).startswith("Recent, concurrent, 2 of 2 served")
    Opened(game, DOWN, RIGHT, RIGHT, ENTER, *typed("mine"), ENTER).show()  # for what is offered
    named = tmp_path / "replays" / "mine.json"
    assert named.exists() and not played.exists()
    assert title_of(named) == "mine" and ", First steps, concurrent, " in sub_of(named)


def test_a_game_that_was_saved_goes_with_its_recent_twin(game: Game) -> None:
    for act in (lambda path: game.keep.call(path, "mine"), game.keep.delete):
        game.keep.save_recent(recorded())
        saved = game.keep.save_replay(recorded())
        assert saved is not None and game.keep.saved()[:1] == [saved]
        act(saved)
        assert [path.stem for path in game.keep.saved()] == ["mine"]


def test_a_game_without_a_rival_is_not_raced(game: Game) -> None:
    kept_and_played(game)
    told: list[str] = []
    note: Act = lambda s: told.append(s.card.words)  # noqa: E731
    screen = Opened(game, DOWN, RIGHT, ENTER, note)
    screen.show()
    assert "No other game with these orders" in told[0] and not screen.card._racing


def test_a_file_is_deleted_when_the_player_has_said_yes(game: Game) -> None:
    saved, played = kept_and_played(game)
    no = [DOWN, RIGHT, RIGHT, RIGHT, ENTER, key(pygame.K_ESCAPE)]
    screen = Opened(game, *no, lambda s: s.card.close())
    screen.show()
    assert saved.exists() and played.exists()
    left = key(pygame.K_LEFT)
    Opened(game, DOWN, RIGHT, RIGHT, RIGHT, ENTER, left, ENTER).show()
    assert saved.exists() and not played.exists()


def test_a_name_that_is_taken_is_told(game: Game, tmp_path: Path) -> None:
    saved, played = kept_and_played(game)
    game.keep.call(saved, "mine")
    back = key(pygame.K_BACKSPACE)
    told: list[str] = []
    note: Act = lambda s: told.append(s.card.words)  # noqa: E731
    Opened(game, DOWN, RIGHT, RIGHT, ENTER, back, *typed("mines"), back, ENTER, note).show()
    assert told == ["there is one already that is called mine"] and played.exists()


def test_two_games_of_one_shift_race(game: Game) -> None:
    """You against yesterday."""
    today = game.keep.save_recent(recorded())
    yesterday = game.keep.save_replay(recorded(mode="hybrid"))
    assert today is not None and yesterday is not None
    screen = Opened(game, DOWN, RIGHT, ENTER, DOWN, ENTER)
    screen.show()
    race = screen.led_to[0]
    assert isinstance(race, RaceScreen) and isinstance(race.back, TitleScreen)
    assert len(race.heat.entrants) == 2 and not race.heat.strays


def test_games_of_two_shifts_do_not_race(game: Game) -> None:
    game.keep.save_recent(recorded(mode="hybrid"))
    kept_and_played(game)
    told: list[str] = []
    note: Act = lambda s: told.append(s.card.words)  # noqa: E731
    screen = Opened(game, DOWN, RIGHT, ENTER, note, DOWN, ENTER, note)
    screen.show()
    assert told[0].startswith("Against which other game")
    assert "only kitchens of one shift race" in told[1] and screen.led_to == [None]


# -- dropped -----------------------------------------------------------------------------------


def let_go(path: Path) -> Act:
    return post(pygame.DROPFILE, file=str(path))


def test_a_file_dropped_on_the_title_is_opened(game: Game, tmp_path: Path) -> None:
    recorded().save(tmp_path / "mine.json")
    screen = Opened(game, let_go(tmp_path / "mine.json"))
    screen.show()
    assert isinstance(screen.led_to[0], ReplayScreen)


@pytest.mark.parametrize(("name", "text", "words"), [
    ("a.json", "{}", "version"), ("a.json", "{", "not JSON"),
    ("a.txt", "", ".svg, .png, .gif; this does not"),
    ("a.toml", "x = ", "a.toml"), ("a.toml", "chefs = 3", "a.toml"), ("none.json", None, "No such"),
])  # fmt: skip
def test_a_bad_file_is_told_in_one_line(
    game: Game, tmp_path: Path, name: str, text: str | None, words: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    screen = Opened(game, let_go(tmp_path / name))
    screen.show()
    assert len(screen.said) == 1 and words in screen.said[0] and "\n" not in screen.said[0]
    assert screen.led_to == [None]


def test_one_dropped_elsewhere_is_opened_there(game: Game, tmp_path: Path) -> None:
    Sandbox(hobs=7).save(tmp_path)
    elsewhere = SandboxScreen(game, Opened(game))
    game.drop(elsewhere, tmp_path / "sandbox-1.toml")
    found = elsewhere.next
    assert isinstance(found, SandboxScreen) and found.wanted.hobs == 7


class Dropped(Followed, ServiceScreen):
    """A service on which a file is dropped, twice."""

    def __init__(self, game: Game, file: Path) -> None:
        super().__init__(game, load_shift("egg-and-chicken"))
        self.shows_goals = False
        self.file = file
        self.seen: list[str] = []

    def pacing(self) -> Pacing:
        return Steps(1.0)

    def after(self) -> None:
        if self.number in (20, 30):
            pygame.event.post(pygame.event.Event(pygame.DROPFILE, {"file": str(self.file)}))
        elif self.number == 25:
            self.seen = [type(overlay).__name__ for overlay in self.overlays]
        elif self.number > 40:
            self.leave(None)


def test_a_shift_is_not_lost_for_a_file_that_was_dropped(game: Game, tmp_path: Path) -> None:
    """Its player says twice that it may be; and not at all for one that is broken."""
    (tmp_path / "broken.json").write_text("{")
    screen = Dropped(game, tmp_path / "broken.json")
    screen.show()
    assert screen.seen == ["NotOpened"] and screen.next is None
    recorded().save(tmp_path / "mine.json")
    screen = Dropped(game, tmp_path / "mine.json")
    screen.show()
    assert screen.seen == ["Question"] and isinstance(screen.next, ReplayScreen)


def test_what_goes_wrong_while_it_cooks_is_told_on_the_title(game: Game, tmp_path: Path) -> None:
    """The shift is in order, but for an oven that one of its dishes wants."""
    (tmp_path / "stuck.toml").write_text(
        'name = "Stuck"\n[stations]\nhob = 1\n[[orders]]\nat = 0\ndish = "roast_chicken"\n'
    )
    screen = Opened(game, let_go(tmp_path / "stuck.toml"))
    screen.show()
    service = screen.led_to[0]
    assert isinstance(service, ServiceScreen)
    service.session.speed = 100.0
    back = shown(game, service)
    assert isinstance(back, TitleScreen)
    assert len(game.notices) == 1 and "oven" in game.notices[0]
