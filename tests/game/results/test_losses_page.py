"""The page of what went wrong: how it is turned to, what it says, and that its words have room."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pygame
import pytest
from tools.picturebook import SIZES, check, half
from tools.results_scenario import Closed, button, closed, key, nothing, on, spaced
from tools.textaudit import cut, overlapping, texts
from tools.textscreens import Bare, Look, lay_out, playing, seen

from kitchen.cookbook.load import load_shift
from kitchen.game.results.exits import Exits
from kitchen.game.results.results import Results
from kitchen.game.results.spotless import best, praise
from kitchen.game.results.standings import Standings, standings
from kitchen.game.service import ending
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.lab.reckoning import Reckoning
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.service import Service


@pytest.fixture
def window(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Where the results come as soon as the kitchen has closed, and are quickly drawn."""
    monkeypatch.setattr(ending, "LINGER", 0.0)
    return window


@cache
def over(name: str, seed: int) -> tuple[Standings, Reckoning]:
    """What came of a shift, as if a player had decided all that the autopilot did."""
    loop = KitchenLoop()
    service = Service(loop, load_shift(name), seed, autopilot=True)
    while not service.closed:
        loop.call_command(loop.stop, loop.now + 600.0)
        loop.run_forever()
        service.advance(loop.now)
    found = Reckoning(service, service.mode)
    found.finish()
    return replace(standings(service), watched=None), found


def turned(game_screen: Bare, of: tuple[Standings, Reckoning]) -> Results:
    """The second page, at rest."""
    exits = Exits(
        no_door, no_door, no_door, "Next shift", "lunch-rush@2", lambda: "Saved", lambda to: None
    )
    results = Results(game_screen, of[0], exits, True, None, of[1])
    game_screen.open(results)
    results.turn(1)
    return results


def no_door() -> None:
    """Leads nowhere."""


# -- turning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "there, back",
    [
        (key(pygame.K_e), key(pygame.K_q)),
        (on("What went wrong: nothing"), on("Four kitchens")),
        (button(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER),
         button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER)),
    ],
    ids=["keys", "mouse", "pad"],
)  # fmt: skip
def test_it_is_turned_to_and_back(there: object, back: object, window: Window) -> None:
    pages: list[int] = []

    def note(screen: Closed) -> None:
        pages.append(screen.results.turned)

    closed(window, spaced(note, there, note, back, note))  # type: ignore[arg-type]
    assert pages == [0, 1, 0]


def test_arrows_and_tab_reach_the_tabs_and_the_doors_stay_first(window: Window) -> None:
    screen = closed(window, {60: nothing})
    words = [getattr(control, "words", "") for control in screen.results.page.controls]
    assert words.index("Leave") < words.index("Four kitchens") < words.index("Fit")
    screen.results.turn(1)
    words = [getattr(control, "words", "") for control in screen.results.page.controls]
    tabs = ["Four kitchens", "What went wrong: nothing", "Why 8:35"]
    assert words[-3:] == tabs and "Fit" not in words
    assert getattr(screen.results.page.focused, "words", "") == tabs[1]


def test_the_search_goes_on_in_spare_time_until_all_is_known(window: Window) -> None:
    """A piece in each frame; who asks for another page sees as much as is known."""
    known: list[list[bool]] = []

    def search(screen: Closed) -> None:
        reckoning = screen.results._reckoning
        assert reckoning is not None and len(reckoning.found) == 3
        while not reckoning.done:
            screen.results.spare(1.0)
            known.append([one.done for one in reckoning.found])

    closed(window, {2: search}, "lunch-rush", seed=2)
    assert known == sorted(known) and known[-1] == [True, True, True] and len(known) > 3


# -- what it says ------------------------------------------------------------------------------


def test_the_best_plate_is_praised_where_nothing_went_wrong() -> None:
    (found, reckoning) = over("first-shift", 0)
    order = best(found.own.view)
    assert not reckoning.found and order is not None
    assert all(o.tip / o.price <= order.tip / order.price for o in found.own.view.orders.values())
    assert praise(order).endswith("from the order to the plate, and a tip of $1.08")


@pytest.mark.parametrize("shift", ["lunch-rush", "first-shift"])
@pytest.mark.parametrize("text", ["normal", "largest"])
@pytest.mark.parametrize("typeface", ["standard", "hyperlegible"])
def test_no_word_is_cut_or_lies_over_another(
    text: str, typeface: str, shift: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = over(shift, 2 if shift == "lunch-rush" else 0)
    with playing(monkeypatch, Look(text, typeface), Options()) as game:
        lay_out(Bare(game), lambda screen: turned(screen, of))  # type: ignore[arg-type]
        words = seen(game)
    shown = " ".join(word.text for word in texts(words))
    wanted = "burnt at 6:52" if shift == "lunch-rush" else "The best plate"
    assert wanted in shown
    assert not [*cut(words), *overlapping(words)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shift", ["lunch-rush", "first-shift"], ids=["losses", "spotless"])
def test_picture(
    shift: str, size: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    of = over(shift, 2 if shift == "lunch-rush" else 0)
    with playing(monkeypatch, Look(size=SIZES[size]), Options()) as game:
        lay_out(Bare(game), lambda screen: turned(screen, of))  # type: ignore[arg-type]
        name = "losses" if of[1].found else "spotless"
        check(half(game.window.surface), f"results-{name}{size}", request)


def test_picture_of_the_largest_text(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    with playing(monkeypatch, Look("largest"), Options()) as game:
        lay_out(Bare(game), lambda screen: turned(screen, over("lunch-rush", 2)))  # type: ignore[arg-type]
        check(half(game.window.surface), "results-losses-largest", request)
