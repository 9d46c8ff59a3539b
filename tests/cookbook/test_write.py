"""Shift files, written and read again: nothing is lost and nothing is added."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.scenario import busy

from kitchen import Arrivals, Order, Pace, Roster, Shift, ShiftError, recipe, run
from kitchen.cookbook.load import load_shift, parse_shift, shift_names
from kitchen.cookbook.write import dump_shift
from kitchen.menu import menu
from kitchen.sim.bounds import MOST_ORDERS
from kitchen.sim.policy import POLICIES
from kitchen.sim.shift.given import AT_LEAST, AT_MOST
from kitchen.sim.shift.modes import MODES

SECONDS = st.floats(0, 1e6)
ABOVE = st.floats(0.001, 1e6)
FACTOR = st.floats(0.01, 100)
DISHES = st.sampled_from(list(menu().values()))
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)

ORDERS = st.builds(Order, SECONDS, DISHES, st.one_of(st.none(), st.just("recipe"), ABOVE))
ARRIVALS = st.builds(
    Arrivals, SECONDS, SECONDS, ABOVE,
    st.lists(st.tuples(DISHES, ABOVE), min_size=1, max_size=5, unique_by=lambda d: d[0].name),
    st.one_of(st.none(), st.just("recipe"), ABOVE),
)  # fmt: skip
SHIFTS = st.builds(
    Shift,
    orders=st.lists(ORDERS, max_size=5),
    stations=st.dictionaries(NAMES, st.integers(1, 50), max_size=3),
    name=NAMES,
    title=NAMES,
    about=NAMES,
    arrivals=st.one_of(
        st.none(), ARRIVALS.filter(lambda a: a.until - a.start <= MOST_ORDERS * a.every)
    ),
    chefs=st.integers(1, 50),
    wage=SECONDS,
    tempo=ABOVE,
    closes=st.one_of(st.none(), ABOVE),
    targets=st.dictionaries(st.sampled_from(AT_LEAST + AT_MOST), st.floats(-1e6, 1e6), max_size=3),
    pace=st.builds(Pace, FACTOR, FACTOR),
    extra_chefs=st.integers(0, 9),
    brigade=st.builds(
        Roster,
        st.one_of(st.none(), st.integers(1, 20)),
        st.sampled_from([None, "stay", "leave"]),
        st.sampled_from(list(POLICIES)),
    ),
    seed=st.integers(-(2**63), 2**63 - 1),
)
PLAYED = st.builds(
    lambda shift, kitchen: replace(shift, brigade=Roster(), kitchen=kitchen),
    SHIFTS, st.sampled_from(list(MODES)),
)  # fmt: skip


@given(SHIFTS | PLAYED)
def test_what_is_written_is_read_again(shift: Shift) -> None:
    read = parse_shift(dump_shift(shift), "another name")
    assert read == shift
    assert list(read.stations) == list(shift.stations)


def test_the_shifts_that_are_tried_have_everything_that_a_shift_has() -> None:
    given_all = Shift(
        [Order(1, menu()["egg"])], {"hob": 1}, "n", "t", "a",
        Arrivals(0, 9, 3, [(menu()["egg"], 1.0)]), 3, 0.5, 9.0, 99.0, {"served": 1},
        Pace(0.5, 2, 1.5, 1.25), 1, Roster(2, "stay", "deadline"), 7, "parallel", ["egg"], 4,
    )  # fmt: skip
    plain = Shift()
    assert all(
        getattr(given_all, field.name) != getattr(plain, field.name) for field in fields(Shift)
    )
    assert parse_shift(dump_shift(given_all)) == given_all


@pytest.mark.parametrize("name", shift_names())
def test_a_shift_of_the_house_written_and_read_has_the_same_facts(name: str) -> None:
    shift = load_shift(name)
    assert run(parse_shift(dump_shift(shift))).digest == run(shift).digest


def test_a_file_says_only_what_is_not_usual() -> None:
    assert dump_shift(Shift([Order(5, menu()["egg"])], {"hob": 1}, title="Eggs")) == (
        'name = "Eggs"\nid = "shift"\norders = [\n    { at = 5.0, dish = "egg" },\n]\n\n'
        "[stations]\nhob = 1\n"
    )


@recipe(price=3)
async def egg(cook: Any) -> None:
    """Not the house's egg."""


@pytest.mark.parametrize(
    ("dish", "why"),
    [(busy(5, "hash"), "hash cannot be written in a shift file: it is not on the menu"),
     (egg, "egg cannot be written in a shift file: another dish has its name")],
)  # fmt: skip
def test_a_dish_that_is_not_on_the_menu_is_refused_if_it_should_be(dish: Any, why: str) -> None:
    for shift in (Shift([Order(0, dish)]), Shift(arrivals=Arrivals(0, 10, 1, [(dish, 1.0)]))):
        with pytest.raises(ShiftError) as raised:
            dump_shift(shift, menu())
        assert str(raised.value) == why


def test_two_dishes_of_one_name_cannot_be_written() -> None:
    with pytest.raises(ShiftError, match="egg cannot be written in a shift file: another dish"):
        dump_shift(Shift([Order(0, egg), Order(1, menu()["egg"])]))


def test_a_users_dish_can_be_written_for_whoever_has_it() -> None:
    shift = Shift([Order(0, egg)])
    assert parse_shift(dump_shift(shift), extra={"egg": egg}) == shift


def test_a_dish_can_come_by_chance_in_one_way_only() -> None:
    twice = Arrivals(0, 10, 1, [(menu()["egg"], 1.0), (menu()["egg"], 2.0)])
    with pytest.raises(ShiftError, match="egg comes twice in the arrivals"):
        dump_shift(Shift(arrivals=twice))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('name = "x"\n[pace]\nhands = 0', "pace.hands: a factor above 0, not 0.0"),
        ('name = "x"\n[pace]\nfeet = 2', "pace: Object contains unknown field `feet`"),
        ('name = "x"\n[brigade]\nchefs = 0', "brigade.chefs: 1 or more, not 0"),
        ('name = "x"\nextra_chefs = -1', "extra_chefs: 0 or more, not -1"),
        (
            'name = "x"\nkitchen = "concurent"',
            "unknown kitchen 'concurent': did you mean 'concurrent'?",
        ),
        (
            'name = "x"\nkitchen = "concurrent"\n[brigade]\nchefs = 3',
            "kitchen: concurrent, but the brigade is that of hybrid",
        ),
    ],
)
def test_what_a_file_may_not_say_is_told_with_its_key(text: str, why: str) -> None:
    with pytest.raises(ShiftError) as raised:
        parse_shift(text)
    assert str(raised.value) == why


def test_a_file_can_say_who_cooks_at_what_pace() -> None:
    text = dump_shift(load_shift("first-shift"))
    text += "[pace]\nhands = 0.85\n[brigade]\nchefs = 2\npolicy = 'shortest'\n"
    shift = parse_shift(text)
    expected = replace(
        load_shift("first-shift"), pace=Pace(0.85), brigade=Roster(2, None, "shortest")
    )
    assert shift == expected
