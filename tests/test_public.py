"""What is public can be looked at, members included: signatures, type hints and help."""

from __future__ import annotations

import inspect
import pydoc
import typing
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

import pytest

import kitchen
from kitchen import Cook, Order, Recipe, Shift, run
from kitchen.sim.facts import Hands


def of_its_own(thing: Any) -> Iterator[tuple[str, Any]]:
    """The thing, and all that a user may call or read of it, by name."""
    yield thing.__name__, thing
    if not inspect.isclass(thing):
        return
    for name, member in inspect.getmembers_static(thing):
        plain = _function_in(member)
        if not name.startswith("_") or name in ("__init__", "__call__"):
            yield f"{thing.__name__}.{name}", plain


def _function_in(member: Any) -> Any:
    if isinstance(member, staticmethod | classmethod):
        return member.__func__
    if isinstance(member, property):
        return member.fget
    return member.func if isinstance(member, cached_property) else member


PUBLIC = dict(
    named
    for name in kitchen.__all__
    for named in of_its_own(getattr(kitchen, name))
    if inspect.isfunction(named[1]) or inspect.isclass(named[1])
)


def test_the_walk_gets_everywhere() -> None:
    assert {"Cook", "Cook.hands", "Recipe.__init__", "Recipe.source", "run", "Result.facts",
            "KitchenLoop.call_at", "Stalled.__init__"} <= PUBLIC.keys()  # fmt: skip
    assert {name.split(".")[0] for name in PUBLIC} == set(kitchen.__all__)


def opaque(thing: Any) -> str:
    """What of it cannot be looked at; nothing, where all can."""
    try:
        inspect.signature(thing)
        hints = typing.get_type_hints(thing)
    except (NameError, TypeError, ValueError) as error:
        return repr(error)
    return ", ".join(hint for hint in hints.values() if isinstance(hint, str))


def test_types_and_signatures_can_be_looked_at() -> None:
    assert {name: why for name, thing in PUBLIC.items() if (why := opaque(thing))} == {}


def says_what_it_is(name: str) -> bool:
    thing = getattr(kitchen, name)
    told = inspect.getdoc(thing) or ""
    return told[:1].isupper() and name in pydoc.plain(pydoc.render_doc(thing))


def test_everything_public_says_what_it_is() -> None:
    assert [name for name in kitchen.__all__ if not says_what_it_is(name)] == []


def test_what_cannot_be_looked_at_is_seen() -> None:
    def dish(cook: "NoSuchType") -> None:  # type: ignore[name-defined] # noqa: F821, UP037
        pass

    assert "NoSuchType" in opaque(dish) and opaque(1)


def test_help_of_the_package_tells_of_every_class() -> None:
    told = pydoc.plain(pydoc.render_doc(kitchen))
    assert all(name in told for name in kitchen.__all__)
    assert "quality falls evenly, over ``burn`` seconds" in told


def test_a_cook_can_be_named_without_its_engine() -> None:
    assert typing.get_type_hints(Cook.hands) == {
        "what": str,
        "seconds": float,
        "return": type(None),
    }
    assert list(inspect.signature(Cook).parameters) == []
    with pytest.raises(NotImplementedError):
        Cook().hands("work", 1)


def test_the_cook_that_a_recipe_gets_is_one() -> None:
    cooks: list[object] = []

    async def dish(cook: Cook) -> None:
        cooks.append(cook)
        cook.hands("stir", 2)
        assert (cook.order, cook.time) == (1, 2.0)

    result = run(Shift([Order(0.0, Recipe(dish))]))
    assert isinstance(cooks[0], Cook)
    assert [fact.what for fact in result.facts if isinstance(fact, Hands)] == ["stir"]
    methods: list[Callable[..., object]] = [cooks[0].hands, cooks[0].timer, cooks[0].say]
    assert all(inspect.getdoc(method) for method in methods)
