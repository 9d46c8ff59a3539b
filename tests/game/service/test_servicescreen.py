"""The service screen, driven by posted events on the dummy driver, frame by frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from tools.followed import Followed
from tools.game_scenario import kitchen, ordered

from kitchen.cookbook.load import load_shift
from kitchen.game.app import play
from kitchen.game.input.intents import STEPS
from kitchen.game.scene.nameplate import plate_of
from kitchen.game.scene.places import PLAIN
from kitchen.game.scene.standing import Floors, Placed
from kitchen.game.service.explain.aim import Aim
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.explain.tooltip import ToolTip
from kitchen.game.service.scenespots import SceneSpots
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window, WindowClosed
from kitchen.game.signs.subjects import KitchenOf, OrderedDish, Spot, Subject
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.facts import Picked, PickedAt, Resumed, Served, Unpicked

Script = dict[int, Callable[[ServiceScreen], None]]


class Scripted(Followed, ServiceScreen):
    """Plays by itself: at each frame that the script names, something happens."""

    def __init__(self, game: Game, shift: str, script: Script) -> None:
        super().__init__(game, load_shift(shift))
        self.shows_goals = False
        self.script = script
        self.seen: list[str] = []

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60)

    def after(self) -> None:
        self.seen.append(self.service.mode)
        if self.number in self.script:
            self.script[self.number](self)
        if self.number > max(self.script):
            self.leave(None)


@pytest.fixture
def window() -> Iterator[Window]:
    window = Window((1280, 720))
    pygame.event.clear()
    yield window
    window.close()


def press(key: int, mod: int = 0) -> Callable[[ServiceScreen], None]:
    def post(screen: ServiceScreen) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))

    return post


def click(x: float, y: float) -> Callable[[ServiceScreen], None]:
    def post(screen: ServiceScreen) -> None:
        place = (screen.window.stage.px(x), screen.window.stage.px(y))
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=place))

    return post


def played(
    window: Window, script: Script, shift: str = "ten-orders", **options: object
) -> Scripted:
    screen = Scripted(Game(window, Options(**options)), shift, script)  # type: ignore[arg-type]
    screen.show()
    return screen


def cell(screen: ServiceScreen, order: int) -> tuple[float, float]:
    """The middle of a dish that stands in the plain layout."""
    x, y, w, h = standing(screen, order).site.thing
    return x + w / 2, y + h / 2


def standing(screen: ServiceScreen, order: int) -> Placed:
    view = screen.service.view
    found = Floors(PLAIN).find(view, False).leading(view.orders[order])
    assert found is not None
    return found


def test_tab_looks_into_the_next_kitchen_at_the_same_moment(window: Window) -> None:
    screen = played(
        window,
        {2: press(pygame.K_TAB), 4: press(pygame.K_TAB, pygame.KMOD_SHIFT), 8: lambda s: None},
    )
    assert screen.seen[0] == "concurrent"
    assert "parallel" in screen.seen and screen.seen[-1] == "concurrent"
    assert screen.service.loop.now > 0


def test_nobody_moves_until_the_player_clicks_a_raised_hand(window: Window) -> None:
    def look(screen: ServiceScreen) -> None:
        assert not any(isinstance(f, Resumed) for f in screen.service.kitchen.facts.decided)
        click(*cell(screen, 3))(screen)

    screen = played(window, {5: look, 12: lambda s: None})
    facts = screen.service.kitchen.facts.in_order()
    assert [f.order for f in facts if isinstance(f, Picked)] == [3]
    assert next(f.order for f in facts if isinstance(f, Resumed)) == 3


def test_a_number_key_picks_and_a_second_press_takes_it_back(window: Window) -> None:
    screen = played(
        window,
        {2: press(pygame.K_4), 6: press(pygame.K_5), 10: press(pygame.K_5), 14: lambda s: None},
    )
    facts = screen.service.kitchen.facts.in_order()
    assert [f.order for f in facts if isinstance(f, Picked)] == [4, 5]
    assert [f.order for f in facts if isinstance(f, Unpicked)] == [4, 5]  # 4 was used
    assert {f.order for f in facts if isinstance(f, Resumed)} == {4}


def test_space_stops_kitchen_time_and_frames_go_on(window: Window) -> None:
    times: list[float] = []
    note: Script = {n: lambda s: times.append(s.service.loop.time()) for n in (10, 20)}
    screen = played(window, {5: press(pygame.K_SPACE), **note})
    assert times[0] == times[1] and screen.session.paused


def test_plus_and_minus_change_the_speed(window: Window) -> None:
    fast = played(window, {1: press(pygame.K_PLUS), 3: press(pygame.K_PLUS), 6: lambda s: None})
    assert fast.session.speed == 4.0
    slow = played(window, {1: press(pygame.K_MINUS), 4: lambda s: None})
    assert slow.session.speed == 0.5


def test_a_hands_over_to_the_autopilot(window: Window) -> None:
    screen = played(window, {2: press(pygame.K_a), 30: lambda s: None})
    assert screen.service.autopilot
    assert any(isinstance(f, Resumed) for f in screen.service.kitchen.facts.decided)


def test_the_mode_switch_and_the_pause_button_take_clicks(window: Window) -> None:
    screen = played(window, {2: click(755, 24), 4: click(1135, 24), 8: lambda s: None})
    assert screen.service.mode == "hybrid"
    assert screen.session.paused


def test_r_starts_again_from_the_top(window: Window) -> None:
    twice: Script = {2: press(pygame.K_r), 4: press(pygame.K_r), 9: lambda s: None}
    screen = Scripted(Game(window), "ten-orders", twice)
    after = screen.show()
    assert isinstance(after, ServiceScreen) and after is not screen
    assert after.shift is screen.shift


def test_closing_the_window_ends_the_game(window: Window) -> None:
    def close(screen: ServiceScreen) -> None:
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    with pytest.raises(WindowClosed):
        played(window, {2: close, 4: close, 9: lambda s: None})


def test_a_new_window_size_gets_a_new_stage(window: Window) -> None:
    def resize(screen: ServiceScreen) -> None:
        pygame.display.set_mode((1600, 1000), pygame.RESIZABLE)

    screen = played(window, {3: resize, 8: lambda s: None})
    assert screen.window.stage.size == (1600, 1000)


def test_what_was_played_is_what_headless_gives(window: Window) -> None:
    script: Script = {
        3: press(pygame.K_2),
        9: press(pygame.K_1),
        15: press(pygame.K_SPACE),
        22: press(pygame.K_SPACE),
        30: press(pygame.K_TAB),
        60: press(pygame.K_a),
        70: press(pygame.K_TAB, pygame.KMOD_SHIFT),
        **{n: press(pygame.K_PLUS) for n in (80, 82, 84, 86)},
        700: lambda s: None,
    }
    screen = played(window, script, "lunch-rush", seed=5)
    service = screen.service
    closed = [mode for mode, view in service.views.items() if view.makespan is not None]
    assert "concurrent" in closed
    for mode in closed:
        assert service.again(mode).facts == service.kitchens[mode].facts.in_order()


def test_frames_and_screenshot_end_by_themselves(tmp_path: Path) -> None:
    shift = load_shift("egg-and-chicken")
    assert play(Options(shift, frames=3)) == 0
    picture = tmp_path / "shot.png"
    assert play(Options(shift, autopilot=True, screenshot=picture, at=100.0)) == 0
    assert pygame.image.load(picture).get_size() == (1280, 720)


# -- picks ahead -------------------------------------------------------------------------------


def mouse(kind: int, x: float, y: float, button: int = 1) -> Callable[[ServiceScreen], None]:
    def post(screen: ServiceScreen) -> None:
        stage = screen.window.stage.grown()
        place = (stage.px(x) + stage.origin[0], stage.px(y) + stage.origin[1])
        pygame.event.post(
            pygame.event.Event(kind, button=button, pos=place, rel=(1, 0), buttons=(1, 0, 0))
        )

    return post


def after_pick(screen: Scripted) -> list[tuple[str, int]]:
    facts = screen.service.kitchen.facts.in_order()
    kinds = (Picked, PickedAt, Unpicked)
    return [(type(f).__name__, f.order) for f in facts if isinstance(f, kinds)]


PICK_THREE: Script = {2: press(pygame.K_1), 8: press(pygame.K_4), 10: press(pygame.K_5)}
FIRST_CHIP, SECOND_CHIP = (960.0, 388.0), (1160.0, 388.0)


def test_a_right_click_takes_a_pick_back(window: Window) -> None:
    def right(screen: ServiceScreen) -> None:
        mouse(pygame.MOUSEBUTTONDOWN, *cell(screen, 4), button=3)(screen)

    screen = played(window, {**PICK_THREE, 14: right, 18: lambda s: None})
    assert screen.service.view.picks == [5]


def test_a_click_on_a_chip_of_the_line_takes_it_back(window: Window) -> None:
    screen = played(window, {
        **PICK_THREE,
        14: mouse(pygame.MOUSEBUTTONDOWN, *FIRST_CHIP),
        16: mouse(pygame.MOUSEBUTTONUP, *FIRST_CHIP), 20: lambda s: None,
    })  # fmt: skip
    assert screen.service.view.picks == [5]


def test_a_chip_can_be_dragged_to_the_front(window: Window) -> None:
    screen = played(window, {
        **PICK_THREE,
        14: mouse(pygame.MOUSEBUTTONDOWN, *SECOND_CHIP), 16: mouse(pygame.MOUSEMOTION, *FIRST_CHIP),
        18: mouse(pygame.MOUSEBUTTONUP, *FIRST_CHIP), 22: lambda s: None,
    })  # fmt: skip
    assert screen.service.view.picks == [5, 4]
    assert after_pick(screen)[-1] == ("PickedAt", 5)


def test_arrows_point_enter_picks_and_backspace_takes_back(window: Window) -> None:
    """The first arrow only shows the aim, at the dish that waits for hands the longest."""
    screen = played(window, {
        2: press(pygame.K_RIGHT), 4: press(pygame.K_RETURN),
        8: press(pygame.K_RIGHT), 10: press(pygame.K_RETURN),
        14: press(pygame.K_RIGHT), 16: press(pygame.K_RETURN),
        20: press(pygame.K_RETURN, pygame.KMOD_SHIFT), 24: press(pygame.K_LEFT),
        26: press(pygame.K_BACKSPACE), 30: lambda s: None,
    })  # fmt: skip
    assert after_pick(screen) == [
        ("Picked", 1), ("Unpicked", 1), ("Picked", 2), ("Picked", 3), ("PickedAt", 3),
        ("Unpicked", 2),
    ]  # fmt: skip
    assert screen.service.view.picks == [3]


def test_arrows_lead_everywhere_on_the_screen_and_back(window: Window) -> None:
    """From every dish, ticket, chip, switch and lane there is a way to every other."""
    missing: list[object] = []

    def walk(screen: ServiceScreen) -> None:
        spots = screen.pointing.spots()
        assert len(spots) > 40
        for start in (spots[0], spots[len(spots) // 2], spots[-1]):
            seen = {start}
            todo = [start]
            while todo:
                here = todo.pop()
                for dx, dy in STEPS.values():
                    aim = Aim(screen.kit.grown())
                    aim.spot = here
                    aim.move(spots, dx, dy)
                    if aim.spot is not None and aim.spot not in seen:
                        seen.add(aim.spot)
                        todo.append(aim.spot)
            missing.extend(spot.subject for spot in spots if spot not in seen)

    played(window, {2: press(pygame.K_4), 8: press(pygame.K_5), 60: walk, 62: lambda s: None})
    assert missing == []


def test_the_mouse_hides_the_aim(window: Window) -> None:
    shown: list[bool] = []

    def note(screen: ServiceScreen) -> None:
        shown.append(screen.pointing.aim.shown)

    played(window, {
        2: press(pygame.K_RIGHT), 5: note, 6: mouse(pygame.MOUSEMOTION, 300, 300), 9: note,
        12: lambda s: None,
    })  # fmt: skip
    assert shown == [True, False]


def test_the_aim_lets_a_dish_go_that_is_gone(window: Window) -> None:
    """Only then: whoever goes to the lane of a dish that was served long ago stays there."""
    shown: list[bool] = []

    def serve(screen: ServiceScreen) -> None:
        pointing, number = screen.pointing, 1
        assert pointing.last is not None
        pointing.aim.spot = Spot((0.0, 0.0, 50.0, 50.0), OrderedDish(number))
        facts = ordered(number)
        for more in ([], [Served(9.0, number, 1.0, 900, 0)]):
            pointing._let_go(replace(pointing.last, view=kitchen(*facts, *more)))
            shown.append(pointing.aim.shown)
        pointing.aim.shown = True
        pointing.aim.spot = Spot((0.0, 0.0, 50.0, 50.0), OrderedDish(number))
        pointing._let_go(replace(pointing.last, view=kitchen(*facts, *more)))
        shown.append(pointing.aim.shown)
        pointing.aim.hide()

    played(window, {2: press(pygame.K_RIGHT), 5: serve, 6: lambda s: None})
    assert shown == [True, False, True]


def test_enter_on_a_kitchen_looks_into_it(window: Window) -> None:
    def aim_at_hybrid(screen: ServiceScreen) -> None:
        aim = screen.pointing.aim
        spots = screen.pointing.spots()
        aim.spot = next(spot for spot in spots if spot.subject == KitchenOf("hybrid"))

    screen = played(window, {
        2: press(pygame.K_UP), 4: aim_at_hybrid, 6: press(pygame.K_RETURN), 10: lambda s: None,
    })  # fmt: skip
    assert screen.service.mode == "hybrid"


# -- goals -------------------------------------------------------------------------------------


def with_goals(window: Window, script: Script, **options: object) -> Scripted:
    screen = Scripted(Game(window, Options(**options)), "ten-orders", script)  # type: ignore[arg-type]
    screen.shows_goals = True
    screen.show()
    return screen


def test_the_goals_are_shown_first_and_time_waits_for_the_player(window: Window) -> None:
    times: list[float] = []
    note: Script = {n: lambda s: times.append(s.service.loop.time()) for n in (8, 30, 60)}
    screen = with_goals(window, {**note, 35: press(pygame.K_RETURN)})
    assert times[0] == times[1] == 0.0 < times[2]
    assert screen.overlays == [] and screen.pointing.aim.shown is False


def test_a_click_on_a_dish_closes_the_goals_and_picks_it(window: Window) -> None:
    screen = with_goals(
        window, {8: lambda s: click(*cell(s, 1))(s), 12: lambda s: None, 16: lambda s: None}
    )
    assert screen.overlays == []
    assert after_pick(screen)[0] == ("Picked", 1)


@pytest.mark.parametrize("options", [{"autopilot": True}, {"frames": 99}])
def test_nobody_reads_goals_in_a_film(window: Window, options: dict[str, object]) -> None:
    screen = with_goals(window, {8: lambda s: None}, **options)
    assert screen.service.loop.time() > 0


def test_a_second_try_needs_no_goals(window: Window) -> None:
    twice: Script = {2: press(pygame.K_r), 4: press(pygame.K_r), 9: lambda s: None}
    screen = Scripted(Game(window), "ten-orders", twice)
    after = screen.show()
    assert isinstance(after, ServiceScreen) and not after.shows_goals


# -- what is pointed at ------------------------------------------------------------------------


def first_of_all(screen: ServiceScreen, pos: tuple[float, float]) -> Spot[Subject] | None:
    """What is under a point if everybody is asked, wherever they are."""
    pointing, moment = screen.pointing, screen.pointing.last
    assert moment is not None
    parts = (pointing._top, pointing._rail, pointing._streak, pointing._panel, pointing._home)
    spots = (spot for part in parts for spot in part.spots())
    own = next((spot for spot in spots if spot.holds(pos)), None)
    there = own or SceneSpots(pointing._scene).under(moment, pos)
    return there or pointing._timeline.under(pos, moment)


def test_everything_under_the_pointer_is_explained(window: Window) -> None:
    """Nothing raises, wherever the pointer rests, in any of the kitchens."""
    found: set[str] = set()

    def sweep(screen: ServiceScreen) -> None:
        for x in range(13, 1280, 30):
            for y in range(10, 720, 16):
                spot = screen.pointing.under((float(x), float(y)))
                moment = screen.pointing.last
                assert spot == first_of_all(screen, (float(x), float(y)))
                if spot is not None and moment is not None:
                    assert explain(moment, spot.subject) is not None
                    name = getattr(spot.subject, "name", "")
                    found.add(f"{type(spot.subject).__name__} {name}".strip())

    script: Script = {2: press(pygame.K_a), 4: press(pygame.K_1)}
    for index in range(4):
        script[120 + 40 * index] = sweep
        script[130 + 40 * index] = press(pygame.K_TAB)
    played(window, {**script, 290: lambda s: None}, "lunch-rush", seed=3, speed=1.0)
    assert {"OrderedDish", "KitchenOf", "Chef", "Stretch", "FreePlace"} <= found
    things = {name.split()[1] for name in found if name.startswith("Thing")}
    assert {"clock", "shift", "money", "stars", "autopilot", "pause", "speed"} <= things
    assert {"loop", "running", "code", "ready", "waiting"} <= things


def test_the_tool_tip_says_the_same_time_as_the_plate(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window, "pointer", lambda stage: (70.0, 455.0))
    monkeypatch.setattr(ToolTip, "draw", lambda self, surface, of, said, *rest, **also: told.append(
        said.text.partition(" more.")[0].rpartition(" ")[2]
    ))  # fmt: skip
    plates: list[str] = []

    def note(screen: ServiceScreen) -> None:
        plates.append(plate_of(standing(screen, 1), screen.service.loop.time()).led)

    script: Script = dict.fromkeys(range(20, 60), note)
    screen = played(window, script, autopilot=True)
    assert standing(screen, 1).site.key == ("", 0, False)
    assert told[-41:-1] == plates and len(set(plates)) > 5
