"""The sandbox: rules changed by keys, pointer and gamepad, beside the unchanged kitchen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from kitchen import run
from kitchen.cookbook.load import load_shift
from kitchen.game.controls.control import Control
from kitchen.game.sandbox.clock import Clock
from kitchen.game.sandbox.ranges import SEEDS, next_seed
from kitchen.game.sandbox.screen import OPENS_AT, SandboxScreen
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep
from kitchen.lab.sandbox import Sandbox
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.shift.shift import TEMPO

Step = str | Callable[["Played"], None]
BETWEEN = 6  # frames from one step of a script to the next


class Stepped(Clock):
    """A clock that goes on by a sixtieth of a second with each frame, and waits for nothing."""

    def pacing(self, options: Options) -> Pacing:
        super().pacing(options)
        self._pace = Steps(TEMPO / 60)
        self._set()
        return self._pace


class Played(SandboxScreen):
    """A sandbox that plays by a script: names of keys, of buttons (``pad:a``), or functions."""

    def __init__(self, game: Game, *steps: Step) -> None:
        super().__init__(game, Screen(game))
        self.clock = Stepped(OPENS_AT, 1.0)
        self.steps = list(steps)
        self.frames = 0

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.kitchen_time = frame.time
        self.frames += 1
        if self.frames % BETWEEN == 0:
            if not self.steps:
                self.leave(None)
                return
            step = self.steps.pop(0)
            if callable(step):
                step(self)
            else:
                post(step)

    def control(self, words: str) -> Control:
        """The row or the button of that name."""
        assert self._page is not None
        named = ((c, getattr(c, "label", "") or getattr(c, "words", "")) for c in
                 self._page.controls)  # fmt: skip
        return next(control for control, name in named if name == words)


def post(step: str) -> None:
    if step.startswith("pad:"):
        number = getattr(pygame, f"CONTROLLER_BUTTON_{step[4:].upper()}")
        kind, fields = pygame.CONTROLLERBUTTONDOWN, {"button": number, "instance_id": 0}
    else:
        kind = pygame.KEYDOWN
        fields = {"key": pygame.key.key_code(step), "mod": 0, "unicode": ""}
    pygame.event.post(pygame.event.Event(kind, fields))


def click(words: str, share: float = 0.5) -> Step:
    """Press and let go of a control, at that share of its width."""

    def step(screen: Played) -> None:
        x, y, w, h = screen.control(words).box
        pos = (x + w * share, y + h / 2)
        for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            fields = {"pos": pos, "rel": (0, 0), "buttons": (0, 0, 0), "button": 1}
            pygame.event.post(pygame.event.Event(kind, fields))

    return step


@pytest.fixture
def game(home: Path) -> Iterator[Game]:
    window = Window((1280, 720))
    pygame.event.clear()
    yield Game(window, keep=Keep(home))
    window.close()


def play(game: Game, *steps: Step) -> Played:
    screen = Played(game, *steps)
    screen.show()
    return screen


def has(**rules: object) -> Step:
    """The changed kitchen has these rules, and the unchanged one those of the beginning."""

    def look(screen: Played) -> None:
        assert screen.twins.sandbox == Sandbox(**rules)  # type: ignore[arg-type]
        assert screen.twins.unchanged == Sandbox()

    return look


# -- changing the rules ----------------------------------------------------------------------------


@pytest.mark.parametrize("right, down", [("right", "down"), ("pad:dpad_right", "pad:dpad_down")])
def test_keys_and_a_gamepad_set_the_rules(game: Game, right: str, down: str) -> None:
    play(
        game, right, has(chefs=2), right, has(chefs=3), down, right,
        has(chefs=3, attention="stay"), down, right,
        has(chefs=3, attention="stay", policy="deadline"),
    )  # fmt: skip


def test_the_pointer_sets_the_rules(game: Game) -> None:
    play(
        game, click("Attention", 0.9), has(attention="stay"), click("Attention", 0.5), has(),
        click("Policy", 0.9), has(policy="deadline"), click("Policy", 0.4), has(),
        click("Seed", 0.9), has(seed=1), click("Hobs", 0.73), has(hobs=10, seed=1),
    )  # fmt: skip


def test_every_rule_can_be_changed(game: Game) -> None:
    labels = ("Chefs", "Attention", "Policy", "Hobs", "Ovens", "Orders", "Hands-on", "Guests")
    steps: list[Step] = []
    for _ in labels:
        steps += ["right", "down"]
    steps += ["right"]
    screen = play(game, *steps)
    assert screen.twins.sandbox == Sandbox(
        chefs=2, attention="stay", policy="deadline", hobs=5, ovens=3, every=80.0,
        hands_share=0.2, patient=False, seed=1,
    )  # fmt: skip


def test_new_seeds_go_through_all_of_them() -> None:
    seeds = [0]
    while (seed := next_seed(seeds[-1])) not in seeds:
        seeds.append(seed)
    assert len(seeds) == SEEDS


def test_a_new_seed_brings_other_orders(game: Game) -> None:
    screen = play(game, click("New"))
    before, after = screen.twins.before.result, screen.twins.after.result
    assert before.seed == 0 != after.seed
    assert before.facts[1:] != after.facts[1:]


# -- two kitchens ----------------------------------------------------------------------------------


def test_the_changed_kitchen_shows_what_a_headless_run_would_at_this_moment(game: Game) -> None:
    screen = play(game, "right", "right")
    alone = run(Sandbox(chefs=3).shift())
    assert screen.twins.after.result.digest == alone.digest
    now = screen.clock.now
    until = [fact for fact in alone.facts if fact.t <= now]
    assert now > OPENS_AT and screen.twins.after.view.facts == len(until)


def test_changes_leave_the_unchanged_kitchen_alone(game: Game) -> None:
    kitchens = []

    def note(screen: Played) -> None:
        kitchens.append((screen.twins.before, screen.twins.before.result.digest))

    play(game, note, "right", "down", "right", click("New"), note)
    assert kitchens[0] == kitchens[1]
    assert kitchens[0][1] == run(Sandbox().shift()).digest


def test_both_kitchens_are_at_the_same_moment(game: Game) -> None:
    def look(screen: Played) -> None:
        now = screen.clock.now
        for kitchen in (screen.twins.before, screen.twins.after):
            seen = sum(fact.t <= now for fact in kitchen.result.facts)
            assert kitchen.view.facts == seen

    play(game, look, "right", look, look)


def test_compare_from_here_makes_the_changes_the_new_beginning(game: Game) -> None:
    screen = play(game, "right", click("Compare from here"), click("Ovens", 0.73))
    assert screen.twins.unchanged == Sandbox(chefs=2)
    assert screen.twins.before.result.chefs == 2
    assert screen.twins.sandbox == Sandbox(chefs=2, ovens=6)


def test_undo_takes_all_changes_back(game: Game) -> None:
    screen = play(game, "right", "down", "right", click("Undo all"))
    assert screen.twins.sandbox == Sandbox()
    assert not screen.control("Undo all").enabled


# -- time ------------------------------------------------------------------------------------------


def test_space_stops_both_kitchens_and_starts_them_again(game: Game) -> None:
    times: list[float] = []

    def note(screen: Played) -> None:
        times.append(screen.clock.now)

    play(game, "space", note, note, "space", note, note)
    assert times[0] == times[1] < times[2] < times[3]


def test_time_stands_still_under_the_help_card(game: Game) -> None:
    times: list[float] = []

    def note(screen: Played) -> None:
        times.append(screen.kitchen_time)

    screen = play(game, "h", note, note, "h", note, note)
    assert times[0] == times[1] <= times[2] < times[3]
    assert not screen.overlays


def test_the_clock_goes_faster(game: Game) -> None:
    screen = play(game, "=", "=")
    assert screen.clock.speed == 10.0
    assert play(game, "=", "-").clock.speed == 1.0


def test_again_begins_at_the_opening(game: Game) -> None:
    screen = play(game, click("Again"))
    assert screen.clock.now < 10.0 and screen.twins.after.view.time < 10.0


def test_the_clock_stops_when_both_kitchens_have_closed(game: Game) -> None:
    def late(screen: Played) -> None:
        screen.clock.set_now(1e6)

    screen = play(game, late, lambda screen: None, lambda screen: None)
    assert screen.clock.closed and screen.at_rest()
    assert screen.clock.now == screen.twins.end
    assert screen.twins.after.view.makespan == screen.twins.after.result.makespan


# -- leaving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["escape", "pad:b"])
def test_esc_leads_back(game: Game, key: str) -> None:
    screen = play(game, key)
    assert screen.next is screen.back


def test_a_saved_sandbox_is_the_same_shift(game: Game, home: Path) -> None:
    screen = play(game, "right", click("Save as a shift"))
    path = home / "sandboxes" / "sandbox-1.toml"
    assert path.is_file()
    assert run(load_shift(path)).digest == screen.twins.after.result.digest


def test_saving_never_writes_over_a_file(game: Game, home: Path) -> None:
    play(game, click("Save as a shift"))
    first = (home / "sandboxes" / "sandbox-1.toml").read_bytes()
    play(game, "right", click("Save as a shift"))
    assert (home / "sandboxes" / "sandbox-1.toml").read_bytes() == first
    assert (home / "sandboxes" / "sandbox-2.toml").read_bytes() != first


def test_without_a_keep_it_saves_where_the_command_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    window = Window((1280, 720))
    play(Game(window), click("Save as a shift"))
    window.close()
    assert (tmp_path / "sandbox-1.toml").is_file()


def test_play_this_opens_a_service_that_leads_back(game: Game) -> None:
    screen = play(game, "right", click("Play this"))
    service = screen.next
    assert isinstance(service, ServiceScreen)
    assert service.shift == Sandbox(chefs=2).shift()
    assert service.back is screen


def test_the_screen_goes_on_where_it_was_left(game: Game) -> None:
    screen = play(game, "right")
    then = screen.clock.now
    screen.steps = [has(chefs=2)]
    screen.show()
    assert then <= screen.clock.now < then + 30.0


@pytest.mark.parametrize("size", [(1280, 720), (960, 540), (1600, 1200)])
def test_it_can_be_used_at_any_size(size: tuple[int, int], home: Path) -> None:
    window = Window(size)
    pygame.event.clear()
    screen = play(Game(window, keep=Keep(home)), "right", has(chefs=2))
    assert screen.frames
    window.close()
