"""Arguments from Python: whatever is wrong is refused in words, and nothing half wrong gets in."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kitchen
from kitchen import (
    Arrivals,
    Cook,
    KitchenError,
    Order,
    Pace,
    PolicyError,
    Raised,
    Recipe,
    RecipeError,
    Roster,
    Shift,
    ShiftError,
    compare,
    recipe,
    run,
)
from kitchen.sim.commands import Pick, SetPolicy
from kitchen.sim.facts import Hands, Said, TimerSet


@recipe(price=5.0)
async def egg(cook: Cook) -> None:
    """An egg."""
    cook.hands("fill", 20)
    async with cook.station("hob"):
        await cook.timer("boil", 420)
    cook.hands("peel", 40)


ONE = Shift([Order(0.0, egg)], {"hob": 1})


k: Any = SimpleNamespace(**{name: getattr(kitchen, name) for name in kitchen.__all__})
one: Any = ONE
k_egg: Any = egg
k_pick: Any = Pick
"""For what no type checker would let through."""


class Whole(int):
    """As numpy's: it is no int of Python's own."""


class Number:
    """As numpy's other ones: not even a subclass of a number, but registered as one."""

    def __float__(self) -> float:
        return 2.5


class Kind(StrEnum):
    HOB = "hob"


class Awkward:
    """Does nothing that one asks of it."""

    __hash__ = None  # type: ignore[assignment]

    def _refuse(self, *_: object) -> Any:
        raise ZeroDivisionError("not with me")

    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __len__ = __iter__ = _refuse
    __float__ = __int__ = __index__ = __str__ = __repr__ = __add__ = __radd__ = _refuse


class Text(str):
    """Lies about what it is."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return True

    def __repr__(self) -> str:
        return "\x1b[1m"


class Torn(dict[str, int]):
    """A mapping that cannot be read."""

    def __iter__(self) -> Any:
        raise ValueError("torn")

    keys = __iter__


# -- each with its words -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: k.Shift(orders=5), "orders: any number of Orders, not 5"),
        (lambda: k.Shift(orders="ab"), "orders: each is an Order, not 'a'"),
        (lambda: k.Shift(stations={5: 1}), "stations: a kind: a text, not 5"),
        (lambda: k.Shift(stations=[("a", 1)]), "stations: a number for each kind, not [('a', 1)]"),
        (lambda: k.Shift(stations={"hob": True}), "stations.hob: a shift has 1 or more of"),
        (lambda: k.Shift(targets=5), "targets: a number for each measure, not 5"),
        (lambda: k.Shift(targets={5: 1}), "targets: a measure: a text, not 5"),
        (lambda: k.Shift(targets={"served": "2"}), "targets.served: a number, not '2'"),
        (lambda: k.Shift(chefs=-(10**5000)), "chefs: 1 or more, not <int too large to write>"),
        (lambda: k.Shift(name=[10**5000]), "name: a text, not [<int too large to write>]"),
        (lambda: k.Shift(stations=Torn(hob=1)), "stations: a number for each kind, not {'hob': 1}"),
        (lambda: k.Shift(name="\ud800"), r"name: a text, not '\ud800'"),
        (lambda: k.Shift(arrivals=5), "arrivals: a Arrivals, not 5"),
        (lambda: k.Shift(pace=2.0), "pace: a Pace, not 2.0"),
        (lambda: k.Shift(brigade="fifo"), "brigade: a Roster, not 'fifo'"),
        (lambda: k.Shift(seed=1.0), "seed: a whole number of 64 bits, not 1.0"),
        (lambda: k.Shift(seed=2**63), "seed: a whole number of 64 bits, not 9223372036854775808"),
        (lambda: k.Shift(wage=1e308), "wage: 1e+12 at most"),
        (lambda: k.Shift(closes=10**400), "closes is above 0 seconds, not 1000000"),
        (lambda: k.Order("0", egg), "an order's time is 0 or more seconds, not '0'"),
        (lambda: k.Order(True, egg), "an order's time is 0 or more seconds, not True"),
        (lambda: k.Order(Decimal(1), egg), "is 0 or more seconds, not Decimal('1')"),
        (lambda: k.Order(0.0, egg, math.nan), "an order's patience is above 0 seconds, not nan"),
        (lambda: k.Arrivals(0, 9, 1, 5), "arrivals.dishes: pairs of a dish and its weight"),
        (lambda: k.Arrivals(0, 9, 1, [(egg, "1")]), "each with a weight above 0"),
        (lambda: k.Arrivals(0, 9, 1, [(egg, 1e308)] * 2), "a weight is 1e-12 to 1e+12, not 1e+308"),
        (lambda: k.Pace(hands="1"), "pace.hands: a factor above 0, not '1'"),
        (lambda: k.Roster(chefs="2"), "brigade.chefs: 1 or more, not '2'"),
        (lambda: k.Roster(attention=[]), "brigade: the attention is a name, not []"),
        (lambda: k.Roster(policy={}), "brigade: the policy is a name, not {}"),
        (lambda: one.orders_for("a"), "seed: a whole number of 64 bits, not 'a'"),
        (lambda: k.run(5), "a shift is a Shift, a name or the path of a TOML file, not 5"),
        (lambda: k.run(ONE, seed="a"), "seed: a whole number of 64 bits, not 'a'"),
        (lambda: k.run(ONE, seed=True), "seed: a whole number of 64 bits, not True"),
        (lambda: k.run(ONE, mode=5), "the mode is a name, not 5"),
        (lambda: k.run(ONE, chefs="2"), "a kitchen has 1 or more chefs, not '2'"),
        (lambda: k.run(ONE, attention=5), "the attention is a name, not 5"),
        (lambda: k.run(ONE, attention=""), "unknown attention ''"),
        (lambda: k.run(ONE, attention=0), "the attention is a name, not 0"),
        (lambda: k.run(ONE, "hybrid", attention=[]), "the attention is a name, not []"),
        (lambda: k.run(ONE, chefs=10**5000), "chefs: 10000 at most, not <int too large to write>"),
        (lambda: k.run(ONE, policy=5), "the policy is a name, not 5"),
        (lambda: k.run(ONE, policy=""), "unknown policy ''"),
        (lambda: k.run(ONE, commands=5), "commands: pairs of a time and a command"),
        (lambda: k.run(ONE, commands=[("0", Pick(1))]), "commands[0]: 0 or more seconds, not '0'"),
        (lambda: k.run(ONE, commands=[(0, 5)]), "commands[0]: a Pick, PickAt"),
        (lambda: k.run(ONE, commands=[(0, k_pick([]))]), "belongs in it, not Pick(order=[])"),
        (lambda: k.run(ONE, commands=[(0, SetPolicy("x"))]), "unknown policy 'x'"),
        (lambda: k.compare(ONE, seed=1.5), "seed: a whole number of 64 bits, not 1.5"),
        (lambda: k.compare("lunch-rush@x"), "after the @ comes the seed"),
        (lambda: k.Comparison("x", 0, ()).speedup(5), "the speed-up is that of a Result, not 5"),
        (lambda: k.Recipe(5), "a recipe is a coroutine function, not 5"),
        (lambda: k.Recipe(egg.function, "x"), "egg: a price is 0 or more dollars, not 'x'"),
        (lambda: k.Recipe(egg.function, 1e308), "a price is 1e+12 dollars at most, not 1e+308"),
        (lambda: k.recipe(price="x"), "@recipe: a price is 0 or more dollars, not 'x'"),
        (lambda: k.recipe(patience=True), "@recipe: patience is above 0 seconds, not True"),
        (lambda: k.recipe()(5), "a recipe is a coroutine function, not 5"),
        (lambda: k_egg.at("x"), "egg: a line is a whole number, not 'x'"),
    ],
)  # fmt: skip
def test_a_wrong_argument_is_refused_in_words(made: Callable[[], object], says: str) -> None:
    with pytest.raises(KitchenError) as refused:
        made()
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda cook: cook.say(5), "say(...) takes a text, not 5"),
        (
            lambda cook: cook.say("\ud800\x00"[1:] and Awkward()),
            "say(...) takes a text, not <Awkward",
        ),
        (lambda cook: cook.hands("x", "a"), "hands('x') takes 0 or more seconds, not 'a'"),
        (lambda cook: cook.hands("x", True), "hands('x') takes 0 or more seconds, not True"),
        (lambda cook: cook.hands("x", 10**400), "hands('x') takes 0 or more seconds, not 1000000"),
        (lambda cook: cook.hands(5, 5), "hands(...) takes a text, not 5"),
        (lambda cook: cook.timer(None, 5), "timer(...) takes a text, not None"),
        (lambda cook: cook.timer("x", None), "timer('x') takes 0 or more seconds, not None"),
        (lambda cook: cook.timer("x", 5, "1"), "timer('x') takes 0 or more seconds, not '1'"),
        (lambda cook: cook.timer("x", 5, 1, []), "timer('x') takes 0 or more seconds, not []"),
        (lambda cook: cook.station(5), "station(...) takes a text, not 5"),
        (lambda cook: cook.station([]), "station(...) takes a text, not []"),
        (lambda cook: cook.station("oven"), "wants a 'oven', but this shift has: hob"),
    ],
)
@pytest.mark.parametrize("pace", [Pace(), Pace(0.5, 2.0)])
def test_what_a_recipe_asks_for_wrongly(
    wrong: Callable[[Cook], object], says: str, pace: Pace
) -> None:
    async def dish(cook: Cook) -> None:
        wrong(cook)

    with pytest.raises(RecipeError) as refused:
        run(Shift([Order(0.0, Recipe(dish))], {"hob": 1}, pace=pace))
    assert says in str(refused.value) and f"({__file__}:" in str(refused.value)


# -- what is as good as a plain value ----------------------------------------------------------


def test_numbers_and_texts_of_other_classes_become_pythons_own() -> None:
    async def dish(cook: Any) -> None:
        cook.hands(Kind.HOB, Fraction(5, 2))
        cook.say(Text("hello"))
        async with cook.station(Kind.HOB):
            await cook.timer(Text("boil"), Whole(5), Fraction(1, 2), Whole(1))

    order = k.Order(Whole(3), k.Recipe(dish, Fraction(13, 2), Whole(600)), Fraction(1201, 2))
    shift = k.Shift(
        [order], {Kind.HOB: Whole(1)}, name=Text("x"), seed=Whole(7), wage=Fraction(1, 4)
    )
    plain = Shift([Order(3.0, order.dish, 600.5)], {"hob": 1}, name="x", seed=7, wage=0.25)
    result = run(shift)
    assert (result.digest, shift) == (run(plain).digest, plain)
    kinds = {type(getattr(shift, name)) for name in ("name", "seed", "wage")}
    assert kinds | {type(key) for key in shift.stations} == {str, int, float}
    for fact in result.facts:
        if isinstance(fact, Hands | TimerSet | Said):
            assert all(
                type(getattr(fact, name)) in (int, float, str) for name in fact.__struct_fields__
            )


def test_a_dish_at_the_highest_price_keeps_money_finite() -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("gild", 1)

    orders = [Order(0.0, Recipe(dish, 1e12), None) for _ in range(1000)]
    result = run(Shift(orders, wage=1e12))
    assert (result.revenue, result.wages) == (1e15 + result.tips, 1e15)
    assert result.profit == result.tips


def test_what_a_shift_was_given_may_change_afterwards() -> None:
    stations, targets = {"hob": 1}, {"served": 1.0}
    shift = Shift([Order(0.0, egg)], stations, targets=targets)
    stations["hob"] = -1
    targets.clear()
    assert (shift.stations, shift.targets) == ({"hob": 1}, {"served": 1.0})


# -- anything at all ---------------------------------------------------------------------------

JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.binary(max_size=3), st.decimals(), st.fractions(), st.complex_numbers(),
    st.sampled_from([
        10**400, -(10**400), 2**63, 1e308, object(), Awkward(), Text("hob"), Whole(3), Number(),
        int, len, egg, Order(0.0, egg), ONE, Pick(1), k_pick("x"), Path("x.toml"), Path("a\0b"),
        "hybrid", "stay", "fifo", "player", "lunch-rush@x", "a\0.toml", "\ud800.toml", "daily:x",
        asyncio.sleep, lambda *_: 5, lambda ready, now: ready[0], lambda ready, now: Awkward(),
    ]),
    st.lists(st.sampled_from([1, "a", None, Awkward(), (0, Pick(1)), (egg, 1)]), max_size=2),
    st.dictionaries(st.sampled_from(["hob", 5, None, "served"]), st.integers() | st.floats(),
                    max_size=2),
)  # fmt: skip
"""Of every type that somebody may give by mistake, and some that nobody would."""

CALLS: dict[str, tuple[Callable[..., object], Sequence[Any]]] = {
    "Order": (Order, (0.0, egg, 600.0)),
    "Arrivals": (Arrivals, (0.0, 60.0, 30.0, ((egg, 1.0),), 600.0)),
    "Pace": (Pace, (1.0, 1.0)),
    "Roster": (Roster, (1, "leave", "fifo")),
    "Recipe": (Recipe, (egg.function, 5.0, 600.0)),
    "recipe": (lambda *terms: recipe(*terms)(egg.function), (5.0, 600.0)),
    "decorate": (recipe(), (egg.function,)),
    "Recipe.at": (egg.at, (1,)),
    "Shift": (Shift, (
        [Order(0.0, egg)], {"hob": 1}, "x", "X", "about", Arrivals(0.0, 60.0, 30.0, ((egg, 1.0),)),
        2, 0.005, 15.0, 9000.0, {"served": 1.0}, Pace(), 0, Roster(), 0,
    )),
    "Shift.mode": (ONE.mode, ("hybrid", 2, "leave")),
    "Shift.orders_for": (ONE.orders_for, (0,)),
    "Arrivals.orders": (Arrivals(0.0, 60.0, 30.0, ((egg, 1.0),)).orders, (0,)),
    "Comparison.speedup": (compare(ONE).speedup, (run(ONE),)),
    "run": (run, (ONE, "hybrid", 0, "fifo", 2, "leave", ((0.0, Pick(1)),))),
    "compare": (compare, (ONE, 0, "fifo")),
    "Raised": (Raised, (1, 0, "egg", 0.0, 1.0, 2.0, 3.0)),
}  # fmt: skip
"""Every public callable that is no exception, with arguments that are right."""


@pytest.mark.parametrize("name", CALLS)
def test_with_the_right_arguments_every_call_works(name: str) -> None:
    call, right = CALLS[name]
    assert call(*right) is not None


@pytest.mark.filterwarnings("ignore:coroutine 'sleep' was never awaited")
@pytest.mark.parametrize("name", CALLS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_argument_is_taken_or_refused_in_words(name: str, data: st.DataObject) -> None:
    call, right = CALLS[name]
    arguments = list(right)
    for place in data.draw(st.sets(st.integers(0, len(right) - 1), min_size=1, max_size=2)):
        arguments[place] = data.draw(JUNK)
    with contextlib.suppress(KitchenError):
        made = call(*arguments)
        if isinstance(made, Shift) and not made.closes and made.arrivals is None:
            run(made)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_a_recipe_gives_to_its_cook(data: st.DataObject) -> None:
    method = data.draw(st.sampled_from(["hands", "timer", "station", "say"]))
    rights: dict[str, list[Any]] = {
        "hands": ["x", 5], "timer": ["x", 5, 1, 1], "station": ["hob"], "say": ["x"],
    }  # fmt: skip
    right = rights[method]
    for place in data.draw(st.sets(st.integers(0, len(right) - 1), min_size=1)):
        right[place] = data.draw(JUNK)

    async def dish(cook: Cook) -> None:
        asked = getattr(cook, method)(*right)
        if method == "timer":
            await asked
        elif method == "station":
            async with asked:
                pass

    with contextlib.suppress(RecipeError):
        result = run(Shift([Order(0.0, Recipe(dish))], {"hob": 1}))
        assert result.served == 1 and result.digest


@settings(max_examples=60, deadline=None)
@given(answer=JUNK)
def test_whatever_a_policy_returns(answer: object) -> None:
    def policy(ready: Sequence[Raised], now: float) -> object:
        return answer

    with pytest.raises(PolicyError, match="policy policy returned"):
        run(ONE, policy=policy)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (ShiftError, lambda: k.Order("x", egg)),
        (RecipeError, lambda: k.Order(0.0, 5)),
        (PolicyError, lambda: k.run(ONE, policy=5)),
    ],
)
def test_the_errors_are_of_the_right_kind(
    kind: type[KitchenError], wrong: Callable[[], object]
) -> None:
    with pytest.raises(kind):
        wrong()
