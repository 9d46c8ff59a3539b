"""The page of why it took so long: how it is turned to, what it says, and that words have room."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pygame
import pytest
from tools.picturebook import SIZES, check, half
from tools.results_scenario import Closed, button, closed, key, on, spaced
from tools.textaudit import cut, overlapping, texts
from tools.textscreens import Bare, Look, lay_out, playing, seen

from kitchen import why
from kitchen.cookbook.load import load_shift
from kitchen.game.results.bestchanges import came_to, gain, notes
from kitchen.game.results.exits import Exits
from kitchen.game.results.results import Results
from kitchen.game.results.standings import Standings, standings
from kitchen.game.service import ending
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.lab.reckoning import Reckoning
from kitchen.lab.why.seeking import Seeking
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.service import Service

SHIFTS = ["one-oven", "lunch-rush", "noodle-bar"]


@pytest.fixture
def window(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Where the results come as soon as the kitchen has closed, and are quickly drawn."""
    monkeypatch.setattr(ending, "LINGER", 0.0)
    return window


@cache
def over(name: str) -> tuple[Standings, Reckoning, Seeking]:
    """What came of a shift, as if a player had decided all that the autopilot did."""
    loop = KitchenLoop()
    service = Service(loop, load_shift(name), None, autopilot=True)
    while not service.closed:
        loop.call_command(loop.stop, loop.now + 600.0)
        loop.run_forever()
        service.advance(loop.now)
    reckoning, seeking = Reckoning(service, service.mode), Seeking(service, service.mode)
    seeking.finish()
    return replace(standings(service), watched=None), reckoning, seeking


def turned(game_screen: Bare, of: tuple[Standings, Reckoning, Seeking]) -> Results:
    """The third page, at rest."""
    exits = Exits(no_door, no_door, no_door, "Next shift", "lunch-rush@2", lambda: "Saved")
    results = Results(game_screen, of[0], exits, True, None, of[1], seeking=of[2])
    game_screen.open(results)
    results.turn(2)
    return results


def no_door() -> None:
    """Leads nowhere."""


# -- turning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "there, back",
    [
        (key(pygame.K_e), key(pygame.K_q)),
        (button(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER),
         button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER)),
    ],
    ids=["keys", "pad"],
)  # fmt: skip
def test_pages_are_turned_one_by_one_and_stop_at_the_ends(
    there: object, back: object, window: Window
) -> None:
    pages: list[int] = []

    def note(screen: Closed) -> None:
        pages.append(screen.results.turned)

    deeds = [there, note] * 3 + [back, note] * 3
    closed(window, spaced(*deeds))  # type: ignore[arg-type]
    assert pages == [1, 2, 2, 1, 0, 0]


def test_its_tab_is_pressed(window: Window) -> None:
    pages: list[int] = []

    def note(screen: Closed) -> None:
        pages.append(screen.results.turned)

    closed(window, spaced(on("Why 8:35"), note, on("Four kitchens"), note))
    assert pages == [2, 0]


def test_it_is_sought_in_spare_time_while_somebody_looks(window: Window) -> None:
    known: list[int] = []

    def search(screen: Closed) -> None:
        results, seeking = screen.results, screen.results._seeking
        assert seeking is not None
        results.spare(1.0)
        known.append(len(seeking.diagnosis.effects))
        results.turn(2)
        while not seeking.done:
            results.spare(1.0)
            known.append(len(seeking.diagnosis.effects))
        assert results.at_rest()

    closed(window, {40: search})
    assert known == sorted(known) and known[0] == 0 and len({*known}) > 3


# -- what it says ------------------------------------------------------------------------------


def test_each_card_says_what_its_run_came_to() -> None:
    of = why("one-oven")
    oven = of.helps[0]
    assert gain(oven) == ("−10:29", "sooner")
    assert came_to(oven) == "Done in 18:15, 10/10 served\nProfit +$3.14"
    assert notes(of) == ["Of no help: a fifth hob."]
    rush = why("dinner-rush")
    assert gain(rush.helps[0]) == ("+11", "plates")
    assert notes(rush) == [
        "Worse: a fifth hob serves one fewer and fires a fifth faster serve one fewer."
    ]


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("text", ["normal", "largest"])
@pytest.mark.parametrize("typeface", ["standard", "hyperlegible"])
def test_no_word_is_cut_or_lies_over_another(
    text: str, typeface: str, shift: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = over(shift)
    with playing(monkeypatch, Look(text, typeface), Options()) as game:
        lay_out(Bare(game), lambda screen: turned(screen, of))  # type: ignore[arg-type]
        words = seen(game)
    shown = " ".join(word.text for word in texts(words))
    assert f"Why it took {of[2].diagnosis.result.makespan // 60:.0f}:" in shown
    assert "What would have helped most" in shown
    assert not [*cut(words), *overlapping(words)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shift", ["one-oven", "lunch-rush"])
def test_picture(
    shift: str, size: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    with playing(monkeypatch, Look(size=SIZES[size]), Options()) as game:
        lay_out(Bare(game), lambda screen: turned(screen, over(shift)))  # type: ignore[arg-type]
        check(half(game.window.surface), f"results-why-{shift}{size}", request)


def test_picture_of_the_largest_text(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    with playing(monkeypatch, Look("largest"), Options()) as game:
        lay_out(Bare(game), lambda screen: turned(screen, over("one-oven")))  # type: ignore[arg-type]
        check(half(game.window.surface), "results-why-largest", request)
