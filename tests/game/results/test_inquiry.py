"""The bet in the results, and the question why: keys, clicks, what the strips prove."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from tools.results_scenario import DONE, Closed, closed, key, nothing, on

from kitchen.cookbook.load import load_shift
from kitchen.cookbook.why import WHYS, parse_why
from kitchen.game.draw.kit import Kit
from kitchen.game.results.betmarks import BetMarks
from kitchen.game.results.inquiry import Inquiry, inquiry_of
from kitchen.game.results.standings import Standings, standings
from kitchen.game.results.whyfoot import ASKED, SIZES, SKIP_W, AnswerButton, W, WhyFoot
from kitchen.game.service import ending
from kitchen.game.shell.window import Window
from kitchen.game.signs.bet import Bet
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.service import Service


@pytest.fixture
def window(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(ending, "LINGER", 0.0)
    return window


@pytest.fixture(scope="module")
def roasts() -> Standings:
    return standings(Service(KitchenLoop(), load_shift("slow-roast"), autopilot=True))


def test_after_the_race_a_key_answers_and_enter_goes_on_to_the_verdict(window: Window) -> None:
    chosen: list[int | None] = []

    def look(screen: Closed) -> None:
        asked = screen.results.inquiry
        assert asked is not None and asked.right == 2
        chosen.append(asked.chosen)

    script = {
        DONE: key(pygame.K_3),
        DONE + 3: look,
        DONE + 5: key(pygame.K_RETURN),
        DONE + 9: nothing,
    }
    screen = closed(window, script, "slow-roast", bet=Bet("parallel", "concurrent"))
    assert chosen == [2]
    assert screen.results.inquiry is None and not screen.results.closed


def test_a_click_answers_and_skip_skips(window: Window) -> None:
    words = "One works as much as ten"
    screen = closed(window, {DONE: on(words), DONE + 3: nothing}, "slow-roast", bet=Bet())
    assert screen.results.inquiry is not None and screen.results.inquiry.chosen == 0
    screen = closed(window, {DONE: on("Skip"), DONE + 3: nothing}, "slow-roast", bet=Bet())
    assert screen.results.inquiry is None


def test_it_is_asked_once_in_a_sitting_and_only_who_wants_to_be(window: Window) -> None:
    screen = closed(window, {2: nothing}, "slow-roast", bet=Bet())
    game, found = screen.game, screen.results.standings
    assert screen.results.inquiry is not None and inquiry_of(game, found) is None
    game.bets["slow-roast"] = Bet()
    game.change(game.settings.but(bets=False))
    assert inquiry_of(game, found) is None
    game.change(game.settings.but(bets=True))
    assert inquiry_of(game, found) is not None
    game.bets.clear()  # the autopilot's film, or a replay
    assert inquiry_of(game, found) is None


def test_the_strips_of_the_kitchen_that_proves_it_stand_out(roasts: Standings) -> None:
    inquiry = Inquiry(parse_why(WHYS.joinpath("slow-roast.toml").read_text("utf-8")), {}, 2)
    assert inquiry.lit(roasts.entries[1]) is None
    inquiry.answer(0)
    pots = frozenset({"cooking", "staring"})
    lit = {entry.mode: inquiry.lit(entry) for entry in roasts.entries}
    none: frozenset[str] = frozenset()
    assert lit == {"blocking": pots, "concurrent": pots, "parallel": none, "hybrid": none}
    assert inquiry.lit(replace(roasts.entries[1], yours=True)) == frozenset()


def test_figures_prove_what_no_strip_shows(roasts: Standings) -> None:
    why = parse_why(WHYS.joinpath("the-critics.toml").read_text("utf-8"))
    inquiry = Inquiry(why, {}, 2)
    inquiry.answer(2)
    assert {entry.mode: inquiry.columns(entry) for entry in roasts.entries} == {
        "blocking": set(), "concurrent": {"Wages"}, "parallel": {"Wages"}, "hybrid": set(),
    }  # fmt: skip
    assert all(inquiry.lit(entry) is None for entry in roasts.entries)


def test_a_wrong_answer_is_told_what_is_so() -> None:
    why = parse_why(WHYS.joinpath("noodle-bar.toml").read_text("utf-8"))
    evidence = {
        "concurrent": {"hands": 1.0, "waits_for_station": 0.0}, "blocking": {"staring": 0.0},
    }  # fmt: skip
    wrong, right = Inquiry(why, evidence, 0), Inquiry(why, evidence, 0)  # type: ignore[arg-type]
    wrong.answer(1)
    assert "".join(p.text for p in wrong.told()) == (
        "Not so. Blocking: 0% of the time spent standing at a pot. It is all hands: there is no "
        "pot to leave. Concurrent: hands at work for 100% of the time."
    )
    right.answer(0)
    right.answer(2)  # the first counts
    assert right.chosen == 0
    assert "".join(p.text for p in right.told()).startswith("Right. Concurrent: hands at work")


def test_tags_are_on_the_autopilots_rows_and_ties_are_right(
    toolkit: Kit, roasts: Standings
) -> None:
    own = replace(roasts.entries[1], yours=True)
    five = (roasts.entries[0], own, *roasts.entries[1:])
    found = replace(roasts, entries=five)
    marks = BetMarks(toolkit, found, Bet("concurrent", earned="parallel"))
    assert [(row, right) for row, _, right in marks.tags] == [(2, True), (3, False)]


@pytest.mark.parametrize("path", sorted(WHYS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_question_and_answer_has_room(toolkit: Kit, path: Path) -> None:
    why = parse_why(path.read_text("utf-8"))
    foot = WhyFoot(toolkit, Inquiry(why, {}, 0), lambda index: None, lambda: None)
    words, _ = toolkit.type.told_at(ASKED, (why.question,), W - SKIP_W - 12)
    assert words == why.question
    for answer in foot.controls:
        if isinstance(answer, AnswerButton):
            assert " ".join(answer.lines) == answer.words
            assert len(answer.lines) <= max(most for _, _, most in SIZES)
