"""Improvements: each a concept, none of them a second chef."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import Shift, ShiftError, compare, recipe, run
from kitchen.cookbook.career import CAREER
from kitchen.cookbook.firststep import first_step
from kitchen.cookbook.improvements import (
    CHEF,
    IMPROVEMENTS,
    OFFERED,
    dealt,
    improved,
    kept,
)
from kitchen.cookbook.load import load_shift, parse_shift
from kitchen.cookbook.write import dump_shift
from kitchen.menu import menu
from kitchen.sim import facts as f
from kitchen.sim.shift.recipe import Cook
from kitchen.sim.shift.shift import Order

EACH = pytest.mark.parametrize("name", IMPROVEMENTS)
SOME = st.lists(st.sampled_from(list(IMPROVEMENTS)), max_size=9)


def test_each_has_its_lesson() -> None:
    words = {name: it.concept for name, it in IMPROVEMENTS.items()}
    assert "permit" in words["burner"] and "pool" in words["oven"]
    assert "event loop" in words["knives"] and "deadline" in words["pots"]
    assert "timeout" in words["bench"] and "cache" in words["boards"]
    assert "bounded queue" in words["rail"]
    assert all(len(it.title) <= 20 and it.does.endswith(".") for it in IMPROVEMENTS.values())


@EACH
@pytest.mark.parametrize("shift", CAREER)
def test_none_touches_the_experiment(shift: str, name: str) -> None:
    """The same four crews get the same orders: chefs and attention are what is compared."""
    plain = load_shift(shift)
    better = improved(plain, [name] * 3)
    assert better.four == plain.four
    asked = [[order.recipe for order in one.orders_for(0)] for one in (plain, better)]
    assert asked[0] == asked[1]
    assert (better.wage, better.targets, better.seed) == (plain.wage, plain.targets, plain.seed)


@given(SOME)
def test_they_add_up_in_any_order_and_can_be_written_down(names: list[str]) -> None:
    shift = load_shift("full-house")
    better = improved(shift, names)
    assert better == improved(shift, sorted(names))
    assert parse_shift(dump_shift(better)) == better
    assert better.stations == {
        "hob": shift.stations["hob"] + names.count("burner"),
        "oven": shift.stations["oven"] + names.count("oven"),
    }
    assert better.pace.hands == pytest.approx(0.85 ** names.count("knives"))
    assert better.pace.hold == pytest.approx(1.5 ** names.count("pots"))
    assert better.pace.patience == pytest.approx(1.25 ** names.count("bench"))
    assert better.pace.timers == 1.0
    assert better.rail == 9 + 3 * names.count("rail")


def test_no_improvement_changes_nothing() -> None:
    shift = load_shift("the-critics")
    assert improved(shift, []) == shift


def test_a_kitchen_without_ovens_gets_none() -> None:
    assert improved(load_shift("early-birds"), ["oven", "burner"]).stations == {"hob": 5}
    assert improved(Shift(), ["burner", "rail"]) == Shift()


def test_boards_are_prepped_for_what_is_ordered_most() -> None:
    corner = load_shift("pizza-corner")
    assert improved(corner, ["boards"]).prepped == ("pizza", "green_salad")
    assert improved(corner, ["boards"] * 9).prepped == (
        "pizza", "green_salad", "garlic_bread", "warm_salad", "soft_eggs",
    )  # fmt: skip
    pasta = improved(load_shift("pasta-night"), ["boards"])
    assert pasta.prepped == ("green_salad", "risotto")  # spaghetti begin with no work


def test_the_first_step_is_the_one_that_a_rehearsal_leaves_out() -> None:
    """What the source says is what really comes first."""
    for name, dish in menu().items():
        orders = [Order(0.0, dish, None)]
        kinds = {"hob": 2, "oven": 2}
        plain = run(Shift(orders, kinds))
        prepped = run(Shift(orders, kinds, prepped=[name]))
        steps = [[fact.what for fact in r.facts if isinstance(fact, f.Hands)]
                 for r in (plain, prepped)]  # fmt: skip
        first = first_step(dish)
        assert steps[0] == ([first] if first else []) + steps[1]


def test_a_recipe_that_does_not_begin_with_work_has_no_first_step() -> None:
    @recipe()
    async def odd(cook: Cook) -> None:
        what = "stir"
        cook.hands(what, 3)

    assert first_step(odd) is None


@EACH
def test_headless_runs_and_all_four_kitchens_have_them(name: str) -> None:
    shift = improved(load_shift("full-house"), [name])
    for kitchen in compare(shift).kitchens:
        assert kitchen.digest == run(shift, kitchen.mode).digest


def test_an_unknown_improvement_is_told() -> None:
    with pytest.raises(ShiftError, match="unknown improvement 'knifes': did you mean 'knives'"):
        improved(Shift(), ["knifes"])


def test_a_second_chef_of_an_older_game_is_let_go() -> None:
    assert kept(["knives", CHEF, "burner", CHEF]) == ["knives", "burner"]


# -- the cards -------------------------------------------------------------------------------------


@given(st.integers(0, 1 << 31), st.integers(0, 20))
def test_three_cards_are_dealt_and_others_each_time(deck: int, turn: int) -> None:
    names = list(IMPROVEMENTS)
    cards = dealt(deck, turn, names)
    assert len(set(cards)) == OFFERED and set(cards) <= set(names)
    assert not set(cards) & set(dealt(deck, turn + 1, names))
    assert cards == dealt(deck, turn, names)


@given(st.integers(0, 1 << 31), st.integers(0, 20), st.sets(st.sampled_from(list(IMPROVEMENTS))))
def test_only_what_helps_is_dealt(deck: int, turn: int, names: set[str]) -> None:
    cards = dealt(deck, turn, sorted(names))
    assert set(cards) <= names
    assert len(cards) == len(set(cards)) == min(OFFERED, len(names))


def test_other_decks_deal_other_cards() -> None:
    assert len({tuple(dealt(deck, 0, list(IMPROVEMENTS))) for deck in range(50)}) > 20
