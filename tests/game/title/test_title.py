"""The title screen, driven by posted events on the dummy driver, frame by frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import msgspec
import pygame
import pytest

from kitchen.cookbook.career import BOSSES, CAREER
from kitchen.cookbook.load import load_shift
from kitchen.game.controls.control import Control
from kitchen.game.lesson.screen import LessonScreen
from kitchen.game.results.improvement import ImprovementChoice
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.game.title.arrow import Arrow
from kitchen.game.title.chaptertab import ChapterTab
from kitchen.game.title.doorslip import DoorCell
from kitchen.game.title.entry import GAP, EntryButton, places
from kitchen.game.title.notice import Notice
from kitchen.game.title.screen import TitleScreen
from kitchen.game.title.serving import journey_of, lesson, service
from kitchen.game.title.shelf import shelved
from kitchen.game.title.shiftcard import ShiftCard
from kitchen.game.title.spread import LessonOffer, Offer, Spread
from kitchen.keep.lessonmarks import LessonMarks
from kitchen.keep.progress import Progress
from kitchen.keep.scores import Score
from kitchen.lab.daily import daily
from kitchen.lessons.book import Chapter, chapters
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.way import key_of
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

Act = Callable[["Scripted"], None]

ARTICLE = len(chapters())
"""The spread of the article's kitchens: all of them open."""
LESSONS = [lesson for chapter in chapters() for lesson in chapter.lessons]


class Scripted(TitleScreen):
    """At each frame that the script names, something happens."""

    def __init__(self, game: Game, script: dict[int, Act]) -> None:
        super().__init__(game)
        self.script = script
        self.frame = -1

    def pacing(self) -> Pacing:
        return Steps(1 / 60)

    def draw(self, frame: Frame) -> None:
        super().draw(frame)
        self.frame = frame.number
        if frame.number in self.script:
            self.script[frame.number](self)
        if frame.number > max(self.script) + 3:
            self.leave(None)


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((1280, 720))
    pygame.event.clear()
    game = Game(window)
    game.last_page.spread = ARTICLE
    yield game
    window.close()


def post(kind: int, **fields: Any) -> Act:
    def act(screen: Scripted) -> None:
        pygame.event.post(pygame.event.Event(kind, **fields))

    return act


def key(code: int, mod: int = 0) -> Act:
    return post(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def button(code: int) -> Act:
    return post(pygame.CONTROLLERBUTTONDOWN, button=code, instance_id=0)


def mouse(kind: int, find: Callable[[Scripted], Control]) -> Act:
    def act(screen: Scripted) -> None:
        x, y, w, h = find(screen).box
        stage = screen.window.stage
        pos = stage.px(x + w / 2) + stage.origin[0], stage.px(y + h / 2) + stage.origin[1]
        post(kind, pos=pos, button=1, buttons=(0, 0, 0), rel=(1, 0))(screen)

    return act


def card(name: str) -> Callable[[Scripted], Control]:
    def find(screen: Scripted) -> Control:
        return next(c for c in screen.pages.cards(screen.here) if c.offer.name == name)

    return find


def shown(screen: Scripted) -> Control | None:
    return screen.page.focused


def sequence(*acts: Act, first: int = 2) -> dict[int, Act]:
    return {first + 2 * index: act for index, act in enumerate(acts)}


def chosen(after: object) -> str:
    assert isinstance(after, ServiceScreen)
    return after.shift.name


# -- into a service with each device alone -----------------------------------------------------


# -- turning the page --------------------------------------------------------------------------


def read(*lessons: Lesson) -> Callable[[Progress], Progress]:
    """These were gone through."""

    def change(progress: Progress) -> Progress:
        for one in lessons:
            progress = progress.with_marks(key_of(one), LessonMarks(passed=True))
        return progress

    return change


def book(game: Game) -> list[Spread]:
    return shelved(journey_of(game))


def offers(game: Game) -> dict[str, Offer]:
    found = [offer for spread in book(game) for offer in spread.offers]
    return {offer.name: offer for offer in found if isinstance(offer, Offer)}


def opened(game: Game, *acts: Act) -> int | None:
    Scripted(game, sequence(*acts)).show()
    return game.last_page.spread


def test_q_e_shoulders_and_arrows_turn_the_page(game: Game) -> None:
    def arrow(way: int) -> Callable[[Scripted], Control]:
        def find(screen: Scripted) -> Control:
            arrows = [c for c in screen.page.controls if isinstance(c, Arrow)]
            return next(a for a in arrows if a.way == way)

        return find

    down, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP
    game.last_page.spread = 1
    assert opened(game, key(pygame.K_q)) == 0
    assert opened(game, key(pygame.K_q)) == 0  # there is nothing before it
    assert opened(game, key(pygame.K_e)) == 1
    assert opened(game, button(pygame.CONTROLLER_BUTTON_LEFTSHOULDER)) == 0
    assert opened(game, button(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)) == 1
    assert opened(game, mouse(down, arrow(-1)), mouse(up, arrow(-1))) == 0
    assert opened(game, mouse(down, arrow(1)), mouse(up, arrow(1))) == 1


def test_the_leaf_turns_for_half_a_second_and_not_under_reduced_motion(game: Game) -> None:
    turning: list[bool] = []

    def look(screen: Scripted) -> None:
        turning.append(screen.pages.turning(screen.wall) is not None)

    Scripted(game, {2: key(pygame.K_q), 5: look, 45: look}).show()
    game.change(game.settings.but(reduced_motion=True))
    Scripted(game, {2: key(pygame.K_e), 5: look}).show()
    assert turning == [True, False, False]


def test_with_the_keyboard_alone_from_the_menu_to_a_card_and_into_its_service(game: Game) -> None:
    keys = (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_UP, pygame.K_RETURN)
    screen = Scripted(game, sequence(*map(key, keys)))
    after = screen.show()
    assert chosen(after) == screen.last_page.name
    assert screen.last_page.name == screen.pages.cards(ARTICLE)[3].offer.name


def test_with_the_mouse_alone(game: Game) -> None:
    find = card("ten-orders")
    moves = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    after = Scripted(game, sequence(*(mouse(kind, find) for kind in moves))).show()
    assert chosen(after) == "ten-orders"


def test_with_a_gamepad_alone(game: Game) -> None:
    pad = (
        pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
        pygame.CONTROLLER_BUTTON_DPAD_UP,
        pygame.CONTROLLER_BUTTON_A,
    )
    screen = Scripted(game, sequence(*map(button, pad)))
    after = screen.show()
    assert chosen(after) == screen.pages.cards(ARTICLE)[2].offer.name


# -- on through the book -----------------------------------------------------------------------


def test_the_very_first_time_the_menu_leads_to_the_first_lesson(game: Game) -> None:
    game.last_page.spread = None
    screen = Scripted(game, sequence(key(pygame.K_RETURN)))
    after = screen.show()
    assert isinstance(after, LessonScreen) and after.lesson.name == LESSONS[0].name
    assert screen.here == 0 and isinstance(after.doors.back, TitleScreen)


def test_carry_on_goes_on_where_the_player_is_and_says_with_what(game: Game) -> None:
    first = len(chapters()[0].lessons)
    game.keep.change_progress(read(*LESSONS[:first]))
    screen = Scripted(game, sequence(key(pygame.K_RETURN)))
    after = screen.show()
    assert isinstance(after, ServiceScreen) and after.shift.name == chapters()[0].services[0]
    assert screen.entries()[0].subs[0] == "Soup and eggs, 2 minutes"
    game.keep.change_progress(lambda p: p.but(stars=dict.fromkeys(chapters()[0].services, 1)))
    screen.rebuild()
    lessons, services = chapters()[1].lessons, chapters()[1].services
    title = lessons[0].title if lessons else load_shift(services[0]).title
    assert screen.entries()[0].subs[0].startswith(title)


def test_a_lesson_is_taken_up_where_it_was_left_and_leads_on(game: Game) -> None:
    given = next(one for one in LESSONS if len(one.steps) > 1)
    screen = lesson(game, given, partial(TitleScreen, game))
    assert isinstance(screen, LessonScreen) and screen.sitting.here == 0
    screen.sitting.course.done.add(id_of(given.steps[0]))
    screen.doors.told(screen.sitting.course)
    again = lesson(game, given, partial(TitleScreen, game))
    assert isinstance(again, LessonScreen) and again.sitting.here == 1
    again.doors.passed()
    assert game.keep.progress.marks(key_of(given)).passed
    assert again.doors.onward and again.doors.go_on() is not None


def test_what_comes_after_a_service_may_be_a_lesson(game: Game) -> None:
    at = next(i for i, chapter in enumerate(chapters()[1:]) if chapter.lessons)
    last = chapters()[at].services[-1]
    game.last_page.spread = at
    onward = service(game, last, partial(TitleScreen, game)).session.onward
    assert onward is not None and onward.words == "Next lesson"
    after = onward.screen()
    assert isinstance(after, LessonScreen)
    assert after.lesson.name == chapters()[at + 1].lessons[0].name
    assert game.last_page.spread == at + 1


def test_services_open_as_the_career_does_or_after_the_lessons_before_them(game: Game) -> None:
    def locked() -> set[str]:
        return {name for name, offer in offers(game).items() if offer.state == "locked"}

    assert locked() == set(CAREER[1:])
    game.keep.change_progress(lambda p: p.with_stars(CAREER[0], 1))
    assert locked() == set(CAREER[2:])
    before = [one for chapter in chapters()[:3] for one in chapter.lessons]
    game.keep.change_progress(read(*before))
    assert locked() == set(CAREER[2:]) - {"early-birds", "pasta-night"}
    game.keep.change_progress(read(*LESSONS))
    assert locked() == set()


def test_the_bosses_stand_before_the_second_half_of_the_career(game: Game) -> None:
    game.keep.change_progress(lambda p: p.but(stars=dict.fromkeys(CAREER[:5], 1)))
    assert offers(game)[CAREER[5]].opens[0] == "Opens after the lessons, or the two bosses"
    game.keep.change_progress(lambda p: p.with_watched(BOSSES[0]).with_stars(BOSSES[1], 1))
    assert offers(game)[CAREER[5]].state == "open"


def test_with_all_of_the_book_passed_one_goes_on_with_what_can_give_stars(game: Game) -> None:
    services = [name for chapter in chapters() for name in chapter.services]
    stars = dict.fromkeys(services, 3) | {CAREER[4]: 2}
    marks = {key_of(one): LessonMarks(stars=3, passed=True) for one in LESSONS}
    game.keep.change_progress(lambda p: p.but(stars=stars, lessons=marks))
    assert offers(game)[CAREER[4]].state == "next"
    game.keep.change_progress(lambda p: p.with_stars(CAREER[4], 3))
    states = {offer.state for spread in book(game) for offer in spread.offers}
    assert states == {"open"}
    screen = TitleScreen(game)
    screen.rebuild()
    assert screen.entries()[0].subs[0].startswith("The critics, ")


def test_a_locked_card_says_what_opens_it_and_opens_nothing(game: Game) -> None:
    name = "fish-friday"
    game.last_page.spread = next(i for i, s in enumerate(book(game)) if s.index(name) is not None)
    find = card(name)
    seen: list[tuple[str, ...]] = []

    def look(screen: Scripted) -> None:
        about = screen.about
        assert isinstance(about, Offer)
        seen.append(about.opens)

    moves = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    screen = Scripted(game, sequence(*(mouse(kind, find) for kind in moves), look))
    assert screen.show() is None
    before = load_shift(CAREER[2]).title
    assert seen[0][0] == f"Opens after the lessons, or a star in {before}"


def test_a_coin_on_the_page_of_the_bosses_is_a_bet_until_it_is_taken_back(game: Game) -> None:
    game.last_page.spread = 0

    def cell(screen: Scripted) -> Control:
        cells = [c for c in screen.page.controls if isinstance(c, DoorCell)]
        return cells[1]

    down, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP
    Scripted(game, sequence(mouse(down, cell), mouse(up, cell))).show()
    assert {name: bet.ahead for name, bet in game.bets.items()} == {BOSSES[0]: "concurrent"}
    Scripted(game, sequence(mouse(down, cell), mouse(up, cell))).show()
    assert game.bets == {}


def test_who_does_not_bet_has_the_note_there(game: Game) -> None:
    game.last_page.spread = 0
    game.change(game.settings.but(bets=False))
    screen = Scripted(game, {1: lambda screen: None})
    screen.show()
    assert not any(isinstance(control, DoorCell) for control in screen.page.controls)
    assert screen.pages.has_note(0)


def test_a_tab_opens_its_chapter(game: Game) -> None:
    def tab(screen: Scripted) -> Control:
        return next(c for c in screen.page.controls if isinstance(c, ChapterTab) and c.sign == "IV")

    down, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP
    assert opened(game, mouse(down, tab), mouse(up, tab)) == 3


def test_lessons_of_a_teacher_have_a_tab_of_their_own(game: Game) -> None:
    own = Chapter(8, "Our class", "Lessons of your own", tuple(LESSONS[:1]) * 12)
    game.options = replace(game.options, chapters=(own,))
    found = book(game)[ARTICLE + 1 :]
    assert [len(spread.lessons) for spread in found] == [10, 2]
    assert all(isinstance(offer, LessonOffer) for spread in found for offer in spread.offers)


def test_no_two_cards_of_a_spread_show_the_same_silhouette(game: Game) -> None:
    for spread in book(game):
        shapes = [offer.dishes for offer in (*spread.services, *spread.kitchens)]
        assert len(set(shapes)) == len(shapes)


def test_an_improvement_that_is_due_is_chosen_before_the_next_shift(game: Game) -> None:
    game.keep.change_progress(read(*LESSONS))
    game.keep.change_progress(lambda p: p.with_stars(CAREER[0], 1))
    screen = TitleScreen(game)
    screen.rebuild()
    screen.cook(offers(game)[CAREER[1]])
    assert isinstance(screen.overlays[-1], ImprovementChoice) and not screen.over
    game.keep.change_progress(lambda p: p.but(improvements=["knives"]))
    screen.cook(offers(game)[CAREER[1]])
    assert isinstance(screen.next, ServiceScreen) and screen.next.shift.name == CAREER[1]
    assert screen.next.shift.pace.hands < 1.0


def test_the_way_back_leads_to_the_same_card(game: Game) -> None:
    moves = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    find = card("one-oven")
    after = Scripted(game, sequence(*(mouse(kind, find) for kind in moves))).show()
    assert isinstance(after, ServiceScreen) and isinstance(after.back, TitleScreen)
    again = Scripted(game, {2: lambda screen: None})
    again.show()
    focused = shown(again)
    assert isinstance(focused, ShiftCard) and focused.offer.name == "one-oven"


def test_esc_leaves_the_game(game: Game) -> None:
    screen = Scripted(game, {2: key(pygame.K_ESCAPE), 20: lambda screen: None})
    assert screen.show() is None and screen.frame < 6


# -- what shows --------------------------------------------------------------------------------


def test_a_card_under_the_pointer_lifts_and_the_note_tells_of_it(game: Game) -> None:
    sizes: list[int] = []
    about: list[str] = []

    def look(screen: Scripted) -> None:
        found = card("one-oven")(screen)
        assert isinstance(found, ShiftCard)
        sizes.append(found.picture(found._lift.at(screen.wall - found._lift_since)).get_width())
        about.append(screen.about.name)

    script: dict[int, Act] = {
        2: look,
        3: mouse(pygame.MOUSEMOTION, card("one-oven")),
        14: look,
    }
    Scripted(game, script).show()
    assert sizes[1] == pytest.approx(sizes[0] * 1.03, abs=1)
    assert about[0] != "one-oven" == about[1]


def test_what_the_player_must_know_is_shown_until_it_is_dismissed(game: Game) -> None:
    seen: list[list[Control]] = []

    def note(screen: Scripted) -> None:
        seen.append([c for c in screen.page.controls if isinstance(c, Notice)])

    def tell(screen: Scripted) -> None:
        screen.tell(["scores.json was damaged: it is now scores.damaged.json", "Second"])

    def find(screen: Scripted) -> Control:
        return next(c for c in screen.page.controls if isinstance(c, Notice))

    clicks = [
        mouse(kind, find)
        for _ in range(2)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    ]
    Scripted(game, sequence(note, tell, note, *clicks, note)).show()
    assert [len(notices) for notices in seen] == [0, 1, 0]


def test_the_longest_titles_fit(game: Game) -> None:
    screen = Scripted(game, {1: lambda screen: None})
    screen.show()
    for index, spread in enumerate(screen.spreads):
        for made in screen.pages.cards(index):
            title = made.offer.title
            assert screen.kit.type.width(title, 13, weight="bold") <= made.room, title
        assert screen.kit.type.width(spread.title, 31, face="display") <= 332
        assert screen.kit.type.width(spread.subtitle, 15) <= 332
    for control in screen.page.controls:
        if isinstance(control, EntryButton):
            x, _, w, _ = control.box
            assert x >= 0 and x + w <= 440


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1720, 720)])
def test_every_control_is_inside_and_apart_from_the_others(size: tuple[int, int]) -> None:
    window = Window(size)
    try:
        screen = Scripted(Game(window), {1: lambda screen: None})
        screen.show()
        boxes = [pygame.Rect(*(round(v) for v in c.box)) for c in screen.page.controls]
        assert all(pygame.Rect(0, 0, 1280, 720).contains(box) for box in boxes)
        assert all(box.collidelist(boxes[:index]) < 0 for index, box in enumerate(boxes))
    finally:
        window.close()


@pytest.mark.parametrize(
    ("wide", "rows"), [(1, [1, 1]), (2, [1, 2]), (3, [1, 1, 2]), (4, [1, 2, 2]), (5, [1, 2, 3])]
)
def test_the_menu_makes_room_for_every_entry(wide: int, rows: list[int]) -> None:
    boxes = places([False] * wide + [True])
    tops = sorted({y for _, y, _, _ in boxes})
    assert [sum(y == top for _, y, _, _ in boxes) for top in tops] == rows
    for x, y, w, h in boxes:
        assert w >= 54 and h >= 52 and y + h <= 690
        assert x + w <= 436.01 and (x == 36 or (x - GAP, y) in {(a + c, b) for a, b, c, _ in boxes})


def test_the_results_lead_on_to_the_next_card(game: Game) -> None:
    screen = TitleScreen(game)
    screen.rebuild()
    screen.cook(screen.spread.offers[3])
    after = screen.next
    assert isinstance(after, ServiceScreen) and after.session.onward is not None
    onward = after.session.onward.screen()
    assert isinstance(onward, ServiceScreen) and onward.shift.name != after.shift.name
    assert game.last_page.name == onward.shift.name


def test_the_last_card_leads_home(game: Game) -> None:
    last = TitleScreen(game)
    last.rebuild()
    last.cook(last.spread.offers[-1])
    assert isinstance(last.next, ServiceScreen) and last.next.session.onward is None


def test_stars_earned_are_on_the_cards_and_in_the_head(game: Game) -> None:
    game.keep.change_progress(lambda p: p.with_stars("slow-roast", 2).with_stars("one-oven", 3))
    screen = Scripted(game, {1: lambda screen: None})
    screen.show()
    found = [offer for spread in screen.spreads for offer in spread.offers]
    earned = {offer.name: offer.stars for offer in found}
    assert earned["slow-roast"] == 2 and earned["one-oven"] == 3
    assert sum(spread.earned for spread in screen.spreads) == 5


def test_the_daily_kitchen_is_that_of_today_and_its_score_goes_to_its_date(game: Game) -> None:
    def click_daily(kind: int) -> Act:
        return mouse(kind, lambda s: next(e for e in s._entries if e.words == "Daily"))

    moves = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    after = Scripted(game, sequence(*(click_daily(kind) for kind in moves))).show()
    assert isinstance(after, ServiceScreen) and after.session.day is not None
    shift, seed = daily(date.fromisoformat(after.session.day))
    assert (after.shift.name, after.shift.seed) == (shift.name, seed)


def test_the_best_score_of_the_day_is_told(game: Game) -> None:
    score = Score(profit=123.4, served=9, orders=9, stars=3, mode="concurrent", seed=1, when="")
    game.keep.add_score(score, day=date.today().isoformat())
    screen = TitleScreen(game)
    screen.rebuild()
    told = next(entry for entry in screen.entries() if entry.words == "Daily")
    assert all(sub.endswith("best $123") for sub in told.subs)


def test_what_a_policy_made_of_the_day_is_told_as_that_until_it_is_done_by_hand(
    game: Game,
) -> None:
    theirs = Score(profit=200.0, served=9, orders=9, stars=0, mode="concurrent", seed=1, when="",
                   policy="fifo")  # fmt: skip
    day, told = date.today().isoformat(), []
    for score in (theirs, msgspec.structs.replace(theirs, profit=80.0, policy="")):
        game.keep.add_score(score, day=day)
        screen = TitleScreen(game)
        screen.rebuild()
        told.append(next(e for e in screen.entries() if e.words == "Daily").subs[0])
    assert told[0].endswith("fifo made $200") and told[1].endswith("best $80")


def test_ribbons_and_the_mark_of_help_are_on_the_cards(game: Game) -> None:
    game.keep.change_progress(
        lambda p: p.with_watched(CAREER[0]).with_calm(CAREER[0]).with_stars("slow-roast", 2, True)
    )
    found = offers(game)
    first, second = found[CAREER[0]], found[CAREER[1]]
    assert (first.ribbon, first.stars, first.helped, second.state) == ("calm", 0, False, "open")
    assert [name for name, offer in found.items() if offer.helped] == ["slow-roast"]
    game.keep.change_progress(lambda p: p.with_stars(CAREER[0], 1).with_watched("noodle-bar"))
    found = offers(game)
    assert not found[CAREER[0]].ribbon  # a star takes it off
    assert found["noodle-bar"].ribbon == "watched"
