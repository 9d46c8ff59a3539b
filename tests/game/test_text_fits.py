"""Every screen with the longest words and the largest text: nothing is cut, nothing overlaps."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pygame
import pytest
from tools.textaudit import Sheet, Word, covered, cut, overlapping, straddling, texts
from tools.textscreens import (
    LONG_AT,
    LONG_KEYS,
    AtStove,
    Bare,
    Busy,
    Look,
    lay_out,
    long_recipes,
    long_shift,
    playing,
    seen,
)

from kitchen.cookbook.improvements import IMPROVEMENTS, improved
from kitchen.cookbook.load import load_shift
from kitchen.cookbook.words import TAUGHT
from kitchen.game.cards.help import TABS, HelpCard
from kitchen.game.cards.recipebook import RecipeBook
from kitchen.game.cards.settings import PAGES, SettingsCard
from kitchen.game.input.actions import LookInto, TogglePick
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.stove.cookcard import CookCard
from kitchen.game.lesson.stove.cooksays import AWAY, PAST, SHOWN, CardSays, ReadIt
from kitchen.game.lesson.stove.stove import Stove
from kitchen.game.results.exits import Exits
from kitchen.game.results.improvement import ImprovementChoice
from kitchen.game.results.results import Results
from kitchen.game.results.standings import Standings, standings
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.hud.goals import GoalsCard
from kitchen.game.service.loop.notecard import NoteCard
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.till import SECONDS, Till
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.game.shell.toast import Toast
from kitchen.game.signs.bet import Bet
from kitchen.game.signs.layout import SCENE_W, layout_of
from kitchen.game.signs.marginnote import MarginNote
from kitchen.game.signs.subjects import OrderedDish
from kitchen.game.signs.truesource import sources_of
from kitchen.game.signs.yours import refusal
from kitchen.game.title.saved import SavedCard
from kitchen.game.title.screen import TitleScreen
from kitchen.lab.sandbox import Sandbox
from kitchen.lessons.book import chapters, every_lesson
from kitchen.lessons.steps import BreakStep, CookStep
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Jump
from kitchen.runs.courses import rehearse
from kitchen.runs.service import Service
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.shift import Shift

FACES = [
    Look(),
    Look("largest"),
    Look("normal", "hyperlegible"),
    Look("largest", "hyperlegible"),
]
LARGEST = [look for look in FACES if look.text == "largest"]
SIZES = [
    Look("largest", "hyperlegible", (1024, 768)),
    Look("largest", "standard", (1920, 1080)),
]
WIDE = [Look("largest", "standard", (1680, 720))]
LOOKS = [FACES[0], *LARGEST, *SIZES]
"""Where the clear typeface fits at its largest, it does at its usual size as well."""

Draw = Callable[[Game], None]


POP = re.compile(r"'−[$\d.,]+¢?'")
"""Exception: what a chef costs floats up from the chef, over whatever is there, and is gone."""

UNDER = re.compile(r"'\d+s' .* is covered")
"""Exception: the small picture lies over the end of the worktop."""

LOGO = re.compile(r"'Pot' .* is covered")
"""Exception: the first word of the logo hangs over the second."""


def problems(words: list[Word]) -> list[str]:
    found = [*cut(words), *covered(words), *overlapping(words), *straddling(words)]
    found = [line for line in found if not (POP.match(line) or LOGO.match(line))]
    return sorted(set(found))


def report(where: str, found: list[str]) -> None:
    if found:
        pytest.fail(f"{where}:\n  " + "\n  ".join(found), pytrace=False)


def check(monkeypatch: pytest.MonkeyPatch, name: str, draw: Draw, look: Look) -> None:
    with playing(monkeypatch, look, Options(seed=3, autopilot=True)) as game:
        draw(game)
        words = seen(game)
    assert texts(words), "nothing is written there"
    found = problems(words)
    report(f"{name}, {look}", found)


# -- the service -------------------------------------------------------------------------------


def lunch(game: Game, mode: str) -> None:
    _serve(game, load_shift("lunch-rush"), 650.0, mode)


def wedding(game: Game, mode: str) -> None:
    game.options = replace(game.options, seed=None)
    _serve(game, long_shift(), LONG_AT, mode)


def picks(game: Game, mode: str) -> None:
    """Many dishes that wait, and a long line of picks."""

    def pick(screen: Screen) -> None:
        assert isinstance(screen, Busy)
        for order in list(screen.service.view.open_orders)[:7]:
            screen.service.pick(order)

    game.options = replace(game.options, autopilot=False)
    _serve(game, long_shift(), LONG_AT, mode, pick)


def ahead(game: Game, mode: str) -> None:
    """Somebody points at a dish, and much is lost. Tool tips are audited for themselves."""

    def point(screen: Screen) -> None:
        assert isinstance(screen, Busy)
        pointing = screen.pointing
        pointing._tip.draw = lambda *what, **how: None  # type: ignore[method-assign]
        pointing.move_focus(0, 0)
        dishes = [spot for spot in pointing.spots() if isinstance(spot.subject, OrderedDish)]
        pointing.aim.spot = dishes[0]

    game.options = replace(game.options, autopilot=False)
    _serve(game, long_shift(), LONG_AT, mode, point)


def away(game: Game, mode: str) -> None:
    """Another kitchen is looked into, and the player's own needs them."""

    def look_in(screen: Screen) -> None:
        assert isinstance(screen, Busy)
        screen.act(LookInto(mode))

    game.options = replace(game.options, autopilot=False)
    shift = replace(load_shift("lunch-rush"), kitchen="concurrent")
    _serve(game, shift, 650.0, "concurrent", look_in)


def _serve(
    game: Game, shift: Shift, at: float, mode: str,
    opens: Callable[[Screen], object] | None = None,
) -> None:  # fmt: skip
    game.options = replace(game.options, mode=mode)
    screen = Busy(game, shift)
    screen.shows_goals = False
    screen.at, screen.opens = at, opens
    screen.show()


@pytest.mark.parametrize("look", [*LOOKS, *WIDE], ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_a_service_with_long_words(monkeypatch: pytest.MonkeyPatch, mode: str, look: Look) -> None:
    check(monkeypatch, f"wedding {mode}", partial(wedding, mode=mode), look)


@pytest.mark.parametrize("look", [LARGEST[0], WIDE[0]], ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_a_service_of_the_house(monkeypatch: pytest.MonkeyPatch, mode: str, look: Look) -> None:
    check(monkeypatch, f"lunch {mode}", partial(lunch, mode=mode), look)


@pytest.mark.parametrize("look", [*LARGEST, FACES[0]], ids=str)
def test_much_is_lost(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    """Food burns and spoils, a guest has just left, and there are lines on tickets."""

    def serve(game: Game) -> None:
        _serve(game, load_shift("dinner-rush"), 1001.0, "concurrent")

    check(monkeypatch, "losses", serve, look)


def test_the_largest_text_is_larger_wherever_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the words that both settings show, the most by a seventh or more; none is smaller."""
    heights: dict[str, dict[str, int]] = {}
    for text in ("normal", "largest"):
        with playing(monkeypatch, Look(text), Options(seed=3, autopilot=True)) as game:
            lunch(game, "concurrent")
            heights[text] = {w.text: w.ink.h for w in texts(seen(game)) if w.ink.h < 20}
    both = sorted(heights["normal"].keys() & heights["largest"].keys())
    grown = sorted(heights["largest"][word] / heights["normal"][word] for word in both)
    assert len(grown) > 50 and grown[0] >= 1.0
    assert grown[len(grown) // 5] >= 1.14


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_a_look_ahead(monkeypatch: pytest.MonkeyPatch, mode: str, look: Look) -> None:
    check(monkeypatch, f"ahead {mode}", partial(ahead, mode=mode), look)


@pytest.mark.parametrize("look", [FACES[0], *LARGEST, *WIDE], ids=str)
def test_a_look_elsewhere(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    with playing(monkeypatch, look, Options(seed=3)) as game:
        away(game, "hybrid")
        words = seen(game)
    assert {"yours", "watched"} <= {word.text for word in texts(words)}
    found = [line for line in problems(words) if not UNDER.match(line)]
    report(f"away, {look}", found)


@pytest.mark.parametrize("look", [FACES[0], *LARGEST, *WIDE], ids=str)
def test_a_refused_pick(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    """What is said lies over whatever is there, and is gone after a while."""
    with playing(monkeypatch, look, Options()) as game:
        screen = Bare(game)
        lay_out(screen)
        toast = Toast()
        toast.say(refusal("concurrent"))
        for wall in (0.0, 1.0):
            toast.draw(screen.window.surface, screen.kit, wall, (438.0, 154.0), SCENE_W - 16)
        words = seen(game)
    assert [word.text for word in texts(words)] == [refusal("concurrent")]
    report(f"refused, {look}", problems(words))


@pytest.mark.parametrize("look", [*FACES, *SIZES], ids=str)
def test_every_margin_note(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    with playing(monkeypatch, look, Options()) as game:
        screen, found = Bare(game), list[str]()
        lay_out(screen)
        width = layout_of(screen.kit.stage).panel_inner
        for word in TAUGHT.values():
            card = NoteCard(screen.kit, width)._make(MarginNote(word, "", 1.0))
            assert isinstance(card, Sheet)
            assert word.sentence in " ".join(text.text for text in texts(card.seen()))
            found += [f"{word.word}: {line}" for line in problems(card.seen())]
    report(str(look), found)


@pytest.mark.parametrize("look", FACES, ids=str)
@pytest.mark.parametrize("mode", ["concurrent", "parallel"])
def test_a_line_of_picks(monkeypatch: pytest.MonkeyPatch, mode: str, look: Look) -> None:
    check(monkeypatch, f"picks {mode}", partial(picks, mode=mode), look)


@pytest.mark.parametrize("look", [FACES[0], FACES[3]], ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_tool_tips(monkeypatch: pytest.MonkeyPatch, mode: str, look: Look) -> None:
    """Of everything that can be pointed at."""
    found: list[str] = []

    def point(screen: Screen) -> None:
        assert isinstance(screen, Busy)
        pointing = screen.pointing
        moment = pointing.last
        assert moment is not None
        for spot in pointing.spots():
            said = explain(moment, spot.subject, pointing.keys)
            if said is not None:
                card = pointing._tip._make(said)
                assert isinstance(card, Sheet) and card.seen()
                found.extend(f"{said.title}: {line}" for line in problems(card.seen()))

    with playing(monkeypatch, look, Options(autopilot=True, mode=mode)) as game:
        _serve(game, long_shift(), LONG_AT, mode, point)
    report(str(look), found)


# -- what lies over it -------------------------------------------------------------------------

Card = Callable[[Screen], Overlay]


def _over(game: Game, card: Card) -> None:
    lay_out(Bare(game), lambda screen: screen.open(card(screen)))


def _waiting_for_a_key(screen: Screen) -> Overlay:
    card = SettingsCard(screen, "keys")
    card._waits_for = Intent.FIRST
    return card


def _refused(screen: Screen) -> Overlay:
    card = SettingsCard(screen, "keys")
    card.message = "Shift+Return is taken: Move a pick to the front. Choose another key for it."
    return card


def _improvements(offered: Sequence[str], screen: Screen) -> Overlay:
    return ImprovementChoice(screen, lambda taken: None, offered, ("burner", "bench", "chef"))


CARDS: dict[str, Card] = {
    "goals": partial(GoalsCard, shift=long_shift(), begin=lambda: None),
    "goals bet": partial(GoalsCard, shift=long_shift(), begin=lambda: None, bet=Bet("hybrid")),
    "goals improved": partial(
        GoalsCard, shift=improved(long_shift(), list(IMPROVEMENTS)), begin=lambda: None
    ),
    "improvements": partial(_improvements, ("burner", "oven", "knives")),
    "improvements more": partial(_improvements, ("pots", "bench", "boards")),
    "improvements rail": partial(_improvements, ("rail",)),
    **{f"settings {tab}": partial(SettingsCard, tab=tab) for tab, _ in PAGES},
    "settings waits": _waiting_for_a_key,
    "settings refuses": _refused,
    **{f"help {tab}": partial(HelpCard, tab=tab) for tab, _ in TABS},
    **{
        f"recipe book {name}": partial(
            RecipeBook,
            recipes=long_recipes(),
            sources=sources_of(long_shift()),
            chosen=name,
            plans=rehearse(long_shift()),
        )
        for name in long_recipes()
    },
}


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", CARDS)
def test_card(monkeypatch: pytest.MonkeyPatch, name: str, look: Look) -> None:
    def draw(game: Game) -> None:
        game.change(game.settings.but(keys=LONG_KEYS))
        _over(game, CARDS[name])

    check(monkeypatch, name, draw, look)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_pause_menu(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    def pause(screen: Screen) -> None:
        assert isinstance(screen, Busy)
        screen.open(PauseMenu(screen, screen.session, screen.act, print))

    check(monkeypatch, "pause menu", lambda g: _serve(g, long_shift(), 5.0, "hybrid", pause), look)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_step_at_the_stove(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    """The longest that the card of each step says, and what it always may say."""
    found = list[str]()

    def cards(screen: Screen) -> None:
        card = screen.overlays[-1]
        assert isinstance(card, CookCard)
        before = pygame.Surface(screen.window.surface.get_size())
        monkeypatch.setattr(card, "follow", lambda: None)
        for stove in STOVES:
            card.stove = card.attempt.stove = stove
            for said in longest(stove):
                screen.window.surface.blit(before, (0, 0))
                card.show(said)
                card.draw(screen.window.surface, 100.0)
                card.nod(102.0)
                card.draw(screen.window.surface, 103.0)
                words = screen.window.surface.seen()  # type: ignore[attr-defined]
                found.extend(f"{stove.lesson.title}: {line}" for line in problems(words))
                assert not any("`" in word.text for word in words), "code looks like code"
        card.close()

    with playing(monkeypatch, look, Options()) as game:
        game.change(game.settings.but(keys=LONG_KEYS))
        screen = AtStove(game, STOVES[0].lesson, STOVES[0].step)
        screen.opens = cards
        screen.show()
    report(str(look), found)


STOVES = [
    Stove(lesson, step, Screen.__new__(Screen), lambda verdict: None)
    for lesson in every_lesson()
    for step in lesson.steps
    if isinstance(step, CookStep | BreakStep)
]


def longest(stove: Stove) -> list[CardSays | None]:
    step = stove.step
    names = {"dish": "chicken", "what": "carve and plate", "help": "H", "back": ",", "on": "."}
    read = max((stove.brief, *step.hints), key=len)
    coach = max((card.says.format_map(names) for card in step.coach), key=len, default=read)
    away = CardSays(AWAY.format(mode="concurrent"), LookInto("hybrid"), "Go back", "Go back")
    said = [CardSays(read, ReadIt(), button="Go on"), CardSays(coach, TogglePick(1), "the chicken")]
    return [None, *said, *([PAST, SHOWN, away] if step is STOVES[0].step else [])]


# -- the title ---------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("spread", range(len(chapters()) + 1))
def test_title(monkeypatch: pytest.MonkeyPatch, spread: int, look: Look) -> None:
    def draw(game: Game) -> None:
        game.last_page.spread = spread
        lay_out(TitleScreen(game))

    check(monkeypatch, f"title, spread {spread + 1}", draw, look)


def test_title_with_a_long_message(monkeypatch: pytest.MonkeyPatch) -> None:
    message = (
        "settings.json could not be read: settings.volumes.interface: a volume is from 0 to 1, "
        "not 'very loud'. It is kept as settings.json.damaged-20261122-223041, and all settings "
        "are as usual again."
    )

    def draw(game: Game) -> None:
        screen = TitleScreen(game)
        lay_out(screen, lambda s: screen.tell([message]))

    for look in FACES:
        check(monkeypatch, "title with a message", draw, look)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_what_was_saved(monkeypatch: pytest.MonkeyPatch, look: Look, tmp_path: Path) -> None:
    names = ["a-shift-with-a-long-name-of-its-own-1234567-concurrent-0123456789ab.json"]
    names += [f"daily_2026-11-2{n}-2026112{n}-hybrid-0123456789ab.json" for n in range(8)]

    def open_it(screen: Screen) -> None:
        assert isinstance(screen, TitleScreen)
        card = SavedCard(screen, lambda: screen)
        card.files = [tmp_path / name for name in names]
        card.leaf = 0
        card.words = "replays/" + names[0] + ": digest: 64 hexadecimal digits, not 'abc'"
        screen.open(card)

    check(monkeypatch, "saved", lambda g: lay_out(TitleScreen(g), open_it), look)


# -- the sandbox -------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("rules", ["as usual", "changed"])
def test_sandbox(monkeypatch: pytest.MonkeyPatch, rules: str, look: Look) -> None:
    changed = Sandbox(10, "stay", 8, 6, 600.0, 0.95, "burning-first", 987654321, patient=False)

    def draw(game: Game) -> None:
        lay_out(SandboxScreen(game, None, changed if rules == "changed" else None))

    check(monkeypatch, f"sandbox {rules}", draw, look)


# -- the results -------------------------------------------------------------------------------


@cache
def _played(yours: bool) -> Standings:
    """The wedding to its end: by autopilot, or by a player who let all the guests leave."""
    loop = KitchenLoop(Jump())
    service = Service(loop, long_shift(), mode="concurrent", autopilot=not yours)
    try:
        for kitchen in service.kitchens.values():
            if kitchen.mode.name != "concurrent" or not yours:
                loop.run_until_complete(kitchen.done)
        while not service.closed:
            for order in list(service.view.open_orders):
                service.pick(order)
            loop.run_until_complete(_pass(loop, 60.0))
            service.advance(loop.time())
        return standings(service)
    finally:
        service.sweep()
        loop.close()


async def _pass(loop: KitchenLoop, seconds: float) -> None:
    await asyncio.sleep(seconds)


def _exits() -> Exits:
    return Exits(
        again=lambda: None,
        leave=lambda: None,
        next=lambda: None,
        next_words="Next: A kitchen with a very long name",
        seed_code="the-wedding-of-the-century@987654321",
        save_replay=lambda: (
            "Kept as the-wedding-of-the-century-987654321-2026-11-22.kitchen-replay"
        ),
    )


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("yours", [False, True], ids=["four rows", "five rows"])
def test_results(monkeypatch: pytest.MonkeyPatch, yours: bool, look: Look) -> None:
    check(monkeypatch, "results", partial(_results, played=_played(yours)), look)


def _results(game: Game, played: Standings, save: bool = False) -> None:
    def opens(screen: Screen) -> None:
        results = Results(screen, played, _exits(), settled=True)
        screen.open(results)
        if save:
            results._save()

    lay_out(Bare(game), opens)


@pytest.mark.parametrize("look", FACES, ids=str)
def test_the_till(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    """When all of it has been counted."""

    def counted(screen: Screen) -> None:
        till = Till(screen, _played(False))
        till._opened = -SECONDS
        screen.open(till)

    monkeypatch.setattr(Till, "close", lambda self: None)
    check(monkeypatch, "till", lambda game: lay_out(Bare(game), counted), look)


@pytest.mark.parametrize("look", FACES, ids=str)
def test_the_results_say_where_the_replay_is(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    def draw(game: Game) -> None:
        pygame.event.clear()
        _results(game, _played(False), save=True)

    check(monkeypatch, "results with a message", draw, look)
