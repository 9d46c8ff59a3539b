"""The state machine of a part: its states and what leads from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from inspect import getdoc
from typing import Any, get_args

import pytest
from tools.random_orders import Features, kitchen_shift, random_shift
from tools.scenario import EACH_MODE, FOUR

from kitchen import run
from kitchen.cookbook.load import shift_names
from kitchen.sim.work.part import Part, State

Change = tuple[str, str]


def table() -> set[Change]:
    """The changes that the docstring allows."""
    allowed: set[Change] = set()
    states = re.compile("|".join(get_args(State)))
    for changes in re.findall(r"^`\w+` +(.+ -> .+)$", getdoc(Part) or "", re.MULTILINE):
        for change in changes.split(";"):
            before, after = (states.findall(side) for side in change.split("->"))
            allowed |= {(old, new) for old in before for new in after}
    return allowed


@contextmanager
def watched() -> Iterator[set[Change]]:
    """Every change of any part's state, meanwhile."""
    seen: set[Change] = set()
    slot: Any = Part.__dict__["state"]

    def change(part: Part, state: State) -> None:
        with suppress(AttributeError):  # it has none as it is made
            seen.add((slot.__get__(part), state))
        slot.__set__(part, state)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Part, "state", property(slot.__get__, change))
        yield seen


def test_the_table_names_every_state() -> None:
    assert {state for change in table() for state in change} == set(get_args(State))


@EACH_MODE
def test_what_is_not_in_the_table_never_happens(mode: str) -> None:
    with watched() as seen:
        for shift in shift_names():
            run(shift, mode, seed=2)
    assert seen and seen <= table()


def test_all_that_is_in_the_table_happens() -> None:
    features = Features(together=True, holds=True, patience=True, gap=20.0)
    with watched() as seen:
        for seed in range(30):
            shift = kitchen_shift(random_shift(seed, 30, features))
            for mode in FOUR:
                run(shift, mode, seed)
    assert seen == table()
