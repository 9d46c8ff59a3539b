"""The log: facts in order of time, although steps decide ahead of it, and as they are written."""

from __future__ import annotations

import hashlib
import json
from functools import reduce
from operator import or_

import msgspec
import pytest
from tools.scenario import EACH_MODE, at, busy, cook, on_the_hob, pot

from kitchen import Cook, run
from kitchen.sim import facts as f
from kitchen.sim.log import Log


def said(t: float, text: str = "") -> f.Said:
    return f.Said(t, 1, 0, text)


def log_of(*facts: f.Fact) -> Log:
    log = Log()
    for fact in facts:
        log.add(fact)
    return log


# -- order -------------------------------------------------------------------------------------


def test_facts_are_told_in_order_of_time_and_at_one_time_as_they_were_decided() -> None:
    facts = said(0), said(30, "ahead"), said(5, "a"), said(5, "b"), said(30, "then")
    assert [(fact.t, fact.text) for fact in log_of(*facts).in_order()] == [  # type: ignore[attr-defined]
        (0, ""), (5, "a"), (5, "b"), (30, "ahead"), (30, "then"),
    ]  # fmt: skip


def test_what_is_decided_ahead_is_not_taken_before_its_time() -> None:
    log = log_of(said(0), said(30), said(60))
    assert log.take(0) == [said(0)]
    assert log.take(29.9) == []
    assert log.take(30) == [said(30)]
    log.add(said(40))
    log.add(said(50))
    assert log.take(100) == [said(40), said(50), said(60)]
    assert log.take(100) == []


def test_what_is_taken_bit_by_bit_is_all_there_is() -> None:
    whole = run("lunch-rush", "hybrid", seed=1).facts
    log, taken, now = Log(), [], 0.0
    for fact in whole:
        log.add(fact)
        if fact.t > now + 37:
            now = fact.t - 1
            taken += log.take(now)
    assert taken + log.take(1e9) == whole


@EACH_MODE
def test_the_first_fact_is_the_opening_and_the_last_the_closing(mode: str) -> None:
    facts = cook(pot(1, 5, 1), at(3, busy(5), 4), mode=mode).facts
    assert [type(facts[0]), type(facts[-1])] == [f.Opened, f.Closed]
    assert [fact.t for fact in facts] == sorted(fact.t for fact in facts)


# -- as they are written -----------------------------------------------------------------------


def test_a_fact_is_one_json_object_a_line() -> None:
    result = cook(on_the_hob(2, 5, 1), hob=1)
    written = result.lines.decode().splitlines()
    assert len(written) == len(result.facts)
    objects = [json.loads(line) for line in written]
    assert [thing["t"] for thing in objects] == [fact.t for fact in result.facts]
    assert objects[0]["fact"] == "opened" and objects[-1]["fact"] == "closed"
    taken = next(thing for thing in objects if thing["fact"] == "station_taken")
    assert taken == {"fact": "station_taken", "t": 2.0, "order": 1, "part": 0, "station": "hob",
                     "place": 0}  # fmt: skip


def test_the_digest_is_of_the_lines() -> None:
    result = cook(busy(5))
    assert result.digest == hashlib.sha256(result.lines).hexdigest()
    assert result.as_json()["digest"] == result.digest
    assert result.as_json()["facts"] == len(result.facts)


@pytest.mark.parametrize("mode", ["concurrent", "parallel"])
def test_every_kind_of_fact_can_be_read_back(mode: str) -> None:
    result = run("dinner-rush", mode, seed=2)
    any_fact = reduce(or_, f.Fact.__subclasses__())
    decoder = msgspec.json.Decoder(any_fact)
    assert [decoder.decode(line) for line in result.lines.splitlines()] == result.facts


def test_facts_cannot_be_changed() -> None:
    fact = said(5)
    with pytest.raises(AttributeError):
        fact.t = 6  # type: ignore[misc]


def test_what_a_recipe_says_is_kept_with_its_time() -> None:
    async def talks(cook: Cook) -> None:
        cook.say("hello")
        cook.hands("work", 5)
        cook.say("good bye — ünïcödé")

    result = cook(talks)
    assert [(fact.t, fact.text) for fact in result.said] == [
        (0, "hello"),
        (5, "good bye — ünïcödé"),
    ]
    assert "good bye — ünïcödé".encode() in result.lines
