"""Explanations: what a dish does, what it waits for and why; and the screen's own things."""

from __future__ import annotations

from typing import get_args

import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen import run
from kitchen.cookbook.load import load_shift
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.explain.explainthing import THINGS
from kitchen.game.service.explain.explanation import Explanation, Handles, listed
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.subjects import (
    Chef,
    FreePlace,
    KitchenOf,
    OrderedDish,
    Stretch,
    Subject,
    Thing,
    Wish,
)
from kitchen.game.signs.yours import WHY, Yours
from kitchen.lab.lookahead import Foresight, Loss
from kitchen.runs.courses import rehearse
from kitchen.runs.service import Watched
from kitchen.sim import facts as f
from kitchen.sim.shift.modes import MODES
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.score import Star


def said(moment: Moment, subject: Subject) -> Explanation:
    found = explain(moment, subject)
    assert found is not None
    return found


def test_a_dish_under_hands(look: Look) -> None:
    words = said(look(kitchen(*ordered(1), *chopping(1)), 20.0), OrderedDish(1))
    assert words.title == "1 Tomato soup"
    assert words.text.startswith("Hands on: the chef is here and nowhere else, for 10s more.")
    assert "The guest leaves in 9:40." in words.text
    assert (words.code, words.line, words.state) == ('cook.hands("chop", 30)', 4, "hands")


def test_a_dish_that_cooks_needs_nobody(look: Look) -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    words = said(look(view, 60.0), OrderedDish(1))
    assert words.text.startswith(
        "Cooking. Nobody is needed for 4:30. Then it needs the hands for 10 s: ladle. It keeps for "
        "60s before it spoils."
    )
    assert (words.code, words.line) == ('await cook.timer("simmer", 300, hold=60)', 6)
    assert words.hint == "Click: a chef comes as soon as its hand goes up."


def test_in_the_past_a_pick_takes_over_from_there(look: Look) -> None:
    view = kitchen(*ordered(1), *ordered(2), *chopping(1), f.Picked(31.0, 2))
    hints = [said(look(view, 40.0, present=90.0), OrderedDish(n)).hint for n in (1, 2)]
    assert hints == [
        "Click: take over from here, and pick it.",
        "Click: take over from here, and take the pick back.",
    ]


def test_where_chefs_stay_the_code_has_no_await_and_the_wait_blocks(look: Look) -> None:
    view = kitchen(
        *ordered(1), *chopping(1),
        f.TimerSet(30.0, 1, 0, 1, "simmer", 300.0, 60.0, 60.0, 6),
        f.Stares(30.0, 1, 1, 0, "simmer"),
        start=opened("blocking", 1, "stay"),
    )  # fmt: skip
    words = said(look(view, 60.0), OrderedDish(1))
    assert words.text.startswith("The chef stares at the pot for 4:30 more: nobody leaves a pot")
    assert words.code == 'cook.timer("simmer", 300, hold=60)'
    assert words.hint == "", "its chef is with it: there is nothing to wish for"


def test_a_raised_hand_says_its_place_and_what_the_chef_does(look: Look) -> None:
    view = kitchen(*ordered(1), *ordered(2), *ordered(3), *chopping(1))
    words = said(look(view, 12.0), OrderedDish(3))
    assert words.text.startswith(
        "Needs the hands for 30 s: chop. It keeps as long as you like. Ready for 12s; "
        "1 dish before it in line. "
        "The chef is at 1 Tomato soup (chop) until 0:30."
    )
    assert words.hint == "Click: the next chef comes here."


def test_a_free_chef_who_waits_for_a_pick_is_named(look: Look) -> None:
    view = kitchen(*ordered(1))
    assert "A chef is free and waits for your pick." in said(look(view, 5.0), OrderedDish(1)).text
    assert "your pick" not in said(look(view, 5.0, autopilot=True), OrderedDish(1)).text


def test_a_dish_that_wants_a_station_says_who_has_them(look: Look) -> None:
    view = kitchen(
        *ordered(1), *ordered(2), *ordered(3), *chopping(1), f.StationTaken(30.0, 1, 0, "hob", 0),
        *simmering(1, 30.0), f.StationTaken(40.0, 2, 0, "hob", 1),
        *chopping(3, 60.0), f.StationWanted(90.0, 3, 0, "hob"), f.Left(90.0, 1, 3, 0),
    )  # fmt: skip
    words = said(look(view, 100.0), OrderedDish(3))
    assert words.text.startswith(
        "Waits for a hob: both are taken by 1 Tomato soup and 2 Tomato soup (the first is free "
        "in about 3:50)."
    )
    assert words.state == "blocked"


def test_burning_food_says_what_it_takes(look: Look) -> None:
    view = kitchen(*ordered(1, patience=None), *chopping(1), *simmering(1, 30.0),
                   f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0),
                   f.FoodBurnt(450.0, 1, 0, 1))  # fmt: skip
    words = said(look(view, 462.0), OrderedDish(1))
    assert words.text == (
        "Burning for 12s: it rang at 5:30 and nobody came in time. "
        "Needs the hands for 50 s: scrape the pan, chop. It begins again."
    )
    assert view.next_hands(view.orders[1]) == "scrape the pan"


def test_who_finds_the_rail_full_has_gone_and_nothing_is_cleared_away(look: Look) -> None:
    gone = (f.RailFull(5.0, 1), f.WalkedOut(5.0, 1), f.Cleared(5.0, 1))
    full = said(look(kitchen(*ordered(1, at=5.0), *gone), now=6.0), OrderedDish(1))
    assert full.text == "The rail was full: the guest went elsewhere."
    left = said(look(kitchen(*ordered(1, at=5.0), *gone[1:]), now=6.0), OrderedDish(1))
    assert left.text == "The guest has left. It has been cleared away."


def test_a_short_rail_says_how_many_orders_it_holds(look: Look) -> None:
    short = said(look(kitchen(*ordered(1)), rail=9), Thing("shift"))
    assert "The rail holds nine tickets" in short.text
    assert "rail" not in said(look(kitchen(*ordered(1))), Thing("shift")).text


def test_a_pick_says_its_place_and_what_hands_will_do(look: Look) -> None:
    view = kitchen(*ordered(1), *ordered(2), *chopping(1), *simmering(1, 30.0),
                   f.Picked(31.0, 2), f.Picked(32.0, 1))  # fmt: skip
    words = said(look(view, 40.0), Wish(1))
    assert words.text.startswith("The second of your picks. Next for the hands: ladle. Cooking.")
    assert words.hint == "Right click: take the pick back. Shift+click: to the front."
    keys = Handles("Enter", "Backspace", "Shift+Enter")
    first = explain(look(view, 40.0), Wish(2), keys)
    assert first is not None and first.hint == "Backspace: take the pick back."
    assert explain(look(view, 40.0), Wish(7)) is None


def test_a_bar_of_the_timeline(look: Look) -> None:
    view = kitchen(*ordered(1, 5.0), *chopping(1, 20.0), *simmering(1, 50.0))
    moment = look(view, 80.0)
    bars = {s.kind: Stretch(1, s.part, s.kind, s.start) for s in view.orders[1].segments}
    assert said(moment, bars["hands"]).text == (
        "Hands on (chop) by chef 1, from 0:20 to 0:50: 30s."
    )
    assert said(moment, bars["ready"]).text.startswith("Hand up, waiting for a chef, from 0:05")
    assert said(moment, bars["cooking"]).text == (
        "Cooking (simmer), nobody needed, since 0:50: 30s."
    )


def test_chefs_and_kitchens(look: Look) -> None:
    view = kitchen(*ordered(1), *chopping(1))
    assert said(look(view, 10.0), Chef(1)).text == "Hands on 1 Tomato soup: chop, until 0:30."
    assert "nobody needs hands" in said(look(kitchen(), 10.0), Chef(1)).text
    threads = kitchen(start=opened("parallel", 2, "stay"))
    assert "The wage is due anyway" in said(look(threads, 10.0), Chef(1)).text
    titles = {said(look(view), KitchenOf(mode)).title for mode in MODES}
    assert len(titles) == 4
    assert said(look(view), KitchenOf("concurrent")).hint == "You are in this kitchen."


def test_the_switch_tells_which_kitchen_is_yours_and_what_it_needs(look: Look) -> None:
    view, there = kitchen(*ordered(1), start=opened(policy="player")), kitchen()
    for free, way in ((False, "yours goes on with your picks"), (True, "A pick in it makes it")):
        moment = look(there, yours=Yours("concurrent", view, free, "looked"), mode="hybrid")
        own = said(moment, KitchenOf("concurrent")).hint
        assert own == "This one is yours. It needs you: hands are free, and 1 dish waits."
        assert way in said(moment, KitchenOf("parallel")).hint
        assert said(moment, KitchenOf("hybrid")).hint.startswith("You look in: ")


@pytest.mark.parametrize("why", get_args(Watched))
def test_where_stars_do_not_count_it_is_told_why_and_how_to_earn_them(
    look: Look, why: Watched
) -> None:
    targets = (Star("clean", 3, 2),)
    words = said(look(kitchen(), targets=targets, yours=Yours("blocking", kitchen(), False, why)),
                 Thing("stars"))  # fmt: skip
    first, second, meaning = words.text.splitlines()
    assert first == WHY[why] and second.startswith("Serve 3 clean plates")
    assert meaning.startswith("A plate is clean if")
    others = {"calm": "calm kitchen off", "branch": "play the shift from the top"}
    assert others.get(why, "in the blocking kitchen, with Auto off") in words.hint


def test_stars_tell_every_target_and_how_far_it_is(look: Look) -> None:
    targets = (Star("served", 8, 5), Star("profit", 100, 45.2), Star("walked_out", 1, 0))
    words = said(look(kitchen(), targets=targets), Thing("stars"))
    assert words.text.splitlines() == [
        "Serve 8 dishes: 5 of 8 served",
        "Make $100.00 profit: $45.20 of $100.00",
        "At most 1 walk-out: 0 walked out, held so far",
    ]
    assert said(look(kitchen()), Thing("stars")).title == "No targets"


def test_a_shift_tells_of_a_seed_only_where_orders_come_by_chance(look: Look) -> None:
    assert "Seed 7: the same" in said(look(kitchen(), seed=7), Thing("shift")).text
    assert said(look(kitchen(), seed=None), Thing("shift")).text.endswith("the same each time.")


@pytest.mark.parametrize("name", THINGS)
def test_every_thing_has_words_at_any_moment(look: Look, name: str) -> None:
    for view in (KitchenView(), kitchen(), kitchen(*ordered(1), *chopping(1))):
        for fields in ({}, {"autopilot": True}, {"paused": True}, {"attention": "stay"}):
            assert said(look(view, 20.0, **fields), Thing(name)).title


def test_names_are_listed_as_people_do() -> None:
    assert [listed(list(names)) for names in ("", "a", "ab", "abc")] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["dinner-rush", "deliveries"])
def test_whatever_happens_everything_can_be_explained(look: Look, mode: str, name: str) -> None:
    """Through whole shifts: nothing raises, no sentence is broken, no code is missing."""
    shift = load_shift(name)
    sources = {n: Source(r.source, n) for n, r in shift.recipes().items()}
    view = KitchenView(rehearse(shift))
    for index, fact in enumerate(run(shift, mode).facts):
        view.fold([fact])
        if index % 23:
            continue
        moment = look(view, fact.t, sources=sources)
        for number in view.orders:
            words = said(moment, OrderedDish(number))
            assert words.text.endswith(".") and "  " not in words.text
            assert words.state in ("hands", "cooking") or not words.line or words.code
        for chef in view.chefs:
            assert said(moment, Chef(chef.number)).text
        for order in view.orders.values():
            for s in order.segments:
                assert said(moment, Stretch(order.number, s.part, s.kind, s.start)).text
        assert said(moment, FreePlace(0)).text


def test_a_fuse_in_words_burns_down_and_then_says_when_it_burns(look: Look) -> None:
    view = kitchen(*ordered(1, patience=None), *chopping(1), *simmering(1, 30.0),
                   f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0))  # fmt: skip
    words = said(look(view, 377.0), OrderedDish(1)).text
    assert words.startswith(
        "Needs the hands for 10 s: ladle. Falls off in 13 s, burns in 1:13"[:60]
    )
    words = said(look(view, 420.0), OrderedDish(1)).text
    assert "50% of its quality is gone, and it burns in 30 s." in words


def looked_ahead(*losses: Loss, picked: bool = True) -> tuple[KitchenView, Foresight]:
    view = kitchen(*ordered(1), *ordered(2))
    return view, Foresight(1, 20.0, 200.0, picked, view, (), losses)


def test_a_dish_says_what_its_pick_costs(look: Look) -> None:
    losses = Loss(130.0, 2, "burns"), Loss(150.0, 1, "leaves"), Loss(160.0, 2, "turned_away")
    view, foresight = looked_ahead(*losses, Loss(170.0, 1, "turned_away"))
    words = said(look(view, 20.0, foresight=foresight), OrderedDish(1)).text
    assert words.endswith(
        "If picked now: 2 Tomato soup burns at 2:10; the guest of 1 Tomato soup leaves at 2:30; "
        "the guest of 2 Tomato soup is turned away at 2:40; and 1 more."
    )
    other = said(look(view, 20.0, foresight=foresight), OrderedDish(2)).text
    assert "If picked" not in other


def test_a_pick_that_costs_nothing_or_does_not_count(look: Look) -> None:
    view, foresight = looked_ahead()
    words = said(look(view, 20.0, foresight=foresight), OrderedDish(1)).text
    assert words.endswith("If picked now: until 3:20 nothing burns and nobody leaves.")
    view, foresight = looked_ahead(picked=False)
    words = said(look(view, 20.0, foresight=foresight), OrderedDish(1)).text
    assert words.endswith("As it goes on: until 3:20 nothing burns and nobody leaves.")


def test_where_a_pick_cannot_be_tried_out_the_dish_says_so(look: Look) -> None:
    view, _ = looked_ahead()
    words = said(look(view, 20.0, blind=True), OrderedDish(1)).text
    assert words.endswith("a recipe or the policy would leave traces.")
