"""Pictures of the results: four rows and five, at three sizes, and no word over another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from tools.picturebook import SIZES, check, half, played
from tools.textaudit import cut, overlapping, texts
from tools.textscreens import Bare, Look, lay_out, playing, seen

from kitchen.cookbook.load import load_shift
from kitchen.game.results.exits import Exits
from kitchen.game.results.inquiry import inquiry_of
from kitchen.game.results.results import Results
from kitchen.game.results.standings import Standings, standings
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.bet import Bet
from kitchen.game.signs.ribbon import Ribbon, ribbon_of
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.service import Service, Watched
from kitchen.sim import facts as f

LATE = 2500.0  # seconds of kitchen time at which the lunch rush is long over


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("yours", [False, True], ids=["autopilot", "yours"])
def test_picture(yours: bool, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Where the player does nothing, every customer leaves: the autopilot's row is beside it."""
    lunch = load_shift("lunch-rush")
    options = Options(lunch, seed=3, autopilot=not yours, at=LATE, size=SIZES[size])
    picture = played(options, tmp_path / "picture.bmp")
    check(picture, f"results{'-yours' if yours else ''}{size}", request)


@pytest.mark.parametrize("size", SIZES)
def test_picture_of_stars(
    size: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """As if a player had decided all that the autopilot did."""
    service = Service(KitchenLoop(), load_shift("first-shift"), autopilot=True)
    found = replace(standings(service), watched=None)
    exits = Exits(nothing, nothing, nothing, "Next shift", "first-shift@0", lambda: "Saved")
    with playing(monkeypatch, Look(size=SIZES[size]), Options()) as game:
        lay_out(Bare(game), lambda screen: screen.open(Results(screen, found, exits, True)))
        check(half(game.window.surface), f"results-stars{size}", request)


def asked(screen: Screen, found: Standings, exits: Exits, answer: int | None) -> Results:
    """With a bet, and the question why; ``answer`` has been given."""
    bet = screen.game.bets.setdefault(found.shift.name, Bet("concurrent", "concurrent"))
    inquiry = inquiry_of(screen.game, found)
    assert inquiry is not None
    if answer is not None:
        inquiry.answer(answer)
    return Results(screen, found, exits, True, bet=bet, inquiry=inquiry)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("answer", [None, 1], ids=["why", "proof"])
def test_picture_of_why(
    answer: int | None, size: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    service = Service(KitchenLoop(), load_shift("lunch-rush"), autopilot=True)
    found = standings(service)
    exits = Exits(nothing, nothing, nothing, "Next shift", "lunch-rush@0", lambda: "Saved")
    with playing(monkeypatch, Look(size=SIZES[size]), Options()) as game:
        lay_out(Bare(game), lambda screen: screen.open(asked(screen, found, exits, answer)))
        name = "results-why" if answer is None else "results-proof"
        check(half(game.window.surface), f"{name}{size}", request)


@pytest.mark.parametrize("answer", [None, 0, 1])
@pytest.mark.parametrize("text", ["normal", "largest"])
def test_no_word_of_why_is_cut_or_lies_over_another(
    text: str, answer: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = standings(Service(KitchenLoop(), load_shift("noodle-bar"), autopilot=True))
    exits = Exits(nothing, nothing, nothing, "Next shift", "noodle-bar@0", lambda: "Saved")
    with playing(monkeypatch, Look(text), Options()) as game:
        lay_out(Bare(game), lambda screen: screen.open(asked(screen, found, exits, answer)))
        words = seen(game)
    shown = [word.text for word in texts(words)]
    assert "right" in shown and ("Skip" in shown) == (answer is None)
    assert not [*cut(words), *overlapping(words)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["help", "calm"])
def test_picture_of_help(
    name: str, size: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The mitt below stars that came with help, and the ribbon of the calm kitchen."""
    service = Service(KitchenLoop(), load_shift("first-shift"), autopilot=True)
    found = replace(standings(service, slowed=True), watched="calm" if name == "calm" else None)
    found.own.view.fold([f.Assisted(found.longest, 2.0, 1.0)])
    exits = Exits(nothing, nothing, nothing, "Next shift", "first-shift@0", lambda: "Saved")
    with playing(monkeypatch, Look(size=SIZES[size]), Options()) as game:
        lay_out(Bare(game), lambda screen: screen.open(Results(screen, found, exits, True)))
        check(half(game.window.surface), f"results-{name}{size}", request)


@pytest.mark.parametrize("watched", [None, *get_args(Watched)])
@pytest.mark.parametrize("text", ["normal", "largest"])
@pytest.mark.parametrize("typeface", ["standard", "hyperlegible"])
def test_no_word_is_cut_or_lies_over_another(
    text: str, typeface: str, watched: Watched | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(KitchenLoop(), load_shift("dinner-rush"), 3, autopilot=True)
    found = replace(standings(service, slowed=True), watched=watched)
    found.own.view.fold([f.Assisted(found.longest, 2.0, 2.0)])
    exits = Exits(nothing, nothing, nothing, "Next shift", "dinner-rush@3", lambda: "Saved")
    with playing(monkeypatch, Look(text, typeface), Options()) as game:
        lay_out(Bare(game), lambda screen: screen.open(Results(screen, found, exits, True)))
        words = seen(game)
    shown = [word.text for word in texts(words)]
    assert "Chef busy" in shown and "best" in shown and "Save replay" in shown
    ribbon = None if watched is None else ribbon_of(watched)
    assert [word for word in get_args(Ribbon) if word in shown] == ([ribbon] if ribbon else [])
    assert bool([word for word in shown if word.startswith("With help")]) == (watched is None)
    assert not [*cut(words), *overlapping(words)]


def nothing() -> None:
    """A door that leads nowhere."""
