"""The critical path and the parts of the time: without a gap, to the last bit, and as worked out by
hand."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import Features, kitchen_shift, random_shift
from tools.scenario import FOUR, at, busy, cook, named, on_the_hob, pot, together

from kitchen import Cook, Recipe, Result, run
from kitchen.lab.why.parts import Parts, WallPart, parts_of
from kitchen.lab.why.path import Link, critical_path
from kitchen.lab.why.turns import History
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick


def path(result: Result) -> list[Link]:
    return list(critical_path(History(result.facts)))


def told(result: Result) -> list[str]:
    """``0-20 #1 hands``, with what is stood in line for meanwhile."""
    return [
        f"{link.start:g}-{link.end:g} #{link.order} {link.doing}"
        + (f", line for {link.line}" if link.line else "")
        for link in path(result)
    ]


def parts(result: Result) -> Parts:
    history = History(result.facts)
    return parts_of(history, critical_path(history))


def wall(result: Result) -> dict[WallPart, float]:
    """What there is of each part, in seconds."""
    return {part: float(seconds) for part, seconds in parts(result).wall.items() if seconds}


def chefs(result: Result) -> dict[str, float]:
    return {part: float(seconds) for part, seconds in parts(result).chefs.items() if seconds}


def is_so(link: Link, result: Result) -> bool:
    """Whether the facts say that this went on."""
    own = [fact for fact in result.facts if getattr(fact, "order", None) == link.order]
    if link.doing == "hands":
        works = (fact for fact in own if isinstance(fact, f.Hands) and fact.chef == link.chef)
        return any(w.t <= link.start < w.t + w.seconds and w.what == link.what for w in works)
    if link.doing == "cooking":
        timers = (fact for fact in own if isinstance(fact, f.TimerSet))
        rings = {fact.timer: fact.t for fact in own if isinstance(fact, f.TimerRang)}
        return any(
            t.t <= link.start and link.end <= rings.get(t.timer, -1.0) and t.what == link.what
            for t in timers
        )
    return True


@given(st.integers(0, 10**6), st.integers(0, 7), st.sampled_from(FOUR), st.booleans())
@settings(max_examples=60)
def test_the_path_has_no_gap_and_the_parts_add_up_to_the_last_bit(
    seed: int, orders: int, mode: str, hard: bool
) -> None:
    features = Features(together=True, holds=hard, patience=hard)
    result = run(kitchen_shift(random_shift(seed, orders, features)), mode, chefs=None)
    links, found, whole = path(result), parts(result), Fraction(result.makespan)
    assert [link.end for link in links[:-1]] == [link.start for link in links[1:]]
    assert [links[0].start, links[-1].end] == [0.0, result.makespan] if links else not whole
    assert sum(found.wall.values()) == whole
    assert sum(found.chefs.values()) == result.chefs * whole
    assert sum(found.lines.values()) == found.wall["line_for_station"]
    assert all(seconds >= 0 for seconds in (*found.wall.values(), *found.chefs.values()))
    assert [link for link in links if not is_so(link, result)] == []
    worked = sum(fact.seconds for fact in result.facts if isinstance(fact, f.Hands))
    assert abs(float(found.chefs["hands"]) - worked) < 1e-6


def test_one_dish_is_its_own_path() -> None:
    result = cook(at(5, pot(10, 60, 5)))
    assert told(result) == ["0-5 #1 arrival", "5-15 #1 hands", "15-75 #1 cooking", "75-80 #1 hands"]
    assert wall(result) == {"hands": 15, "cooking": 60, "arrival": 5}
    assert chefs(result) == {"hands": 15, "cooking": 60, "nothing": 5}


def test_who_waits_for_the_chef_is_on_the_path_behind_whom_the_chef_was_with() -> None:
    result = cook(busy(30), busy(20), busy(10))
    line = ", line for hands"
    assert told(result) == [f"0-30 #1 hands{line}", f"30-50 #2 hands{line}", "50-60 #3 hands"]
    assert wall(result) == {"hands": 10, "line_for_hands": 50}
    assert chefs(result) == {"hands": 60}


def test_who_waits_for_a_station_is_behind_whoever_held_it() -> None:
    result = cook(on_the_hob(10, 60, 5), on_the_hob(10, 60, 5), chefs=2, mode="hybrid", hob=1)
    assert told(result) == [
        "0-10 #1 hands", "10-70 #1 cooking, line for hob", "70-130 #2 cooking", "130-135 #2 hands",
    ]  # fmt: skip
    assert wall(result) == {"hands": 15, "line_for_station": 60, "cooking": 60}
    assert parts(result).lines == {"hob": 60}
    assert chefs(result) == {"hands": 30, "cooking": 240}


def test_a_chef_who_stays_is_waited_for_while_staring() -> None:
    result = cook(pot(10, 60, 5), busy(10), mode="blocking")
    assert wall(result) == {"hands": 10, "line_for_hands": 15, "staring": 60}
    assert chefs(result) == {"hands": 25, "staring": 60}


def test_a_dish_of_parts_waits_for_its_last_part() -> None:
    async def feast(cook: Cook) -> None:
        await together(cook.timer("short", 30), cook.timer("long", 90))
        cook.hands("plate", 10)

    assert told(cook(named("feast", feast))) == ["0-90 #1 cooking", "90-100 #1 hands"]


def test_a_guest_who_waited_in_vain_is_on_the_path() -> None:
    result = cook(at(0, busy(100)), at(10, busy(5), 30), mode="concurrent")
    assert wall(result) == {"hands": 100}
    left = cook(at(10, Recipe(pot(5, 500, 5).function), 60))
    assert told(left)[:2] == ["0-10 #1 arrival", "10-70 #1 guest"]
    assert wall(left)["guest"] == 60


def test_a_kitchen_that_closes_early_was_waiting_for_that() -> None:
    result = cook(pot(5, 500, 5), closes=100)
    assert told(result)[0] == "0-100 #1 closing"
    assert wall(result)["closing"] == 100


def test_a_hand_that_nobody_picks_is_on_the_path() -> None:
    result = cook(busy(10), busy(20), policy="player", commands=[(5, Pick(1)), (40, Pick(2))])
    assert told(result) == [
        "0-5 #1 unpicked", "5-15 #1 hands, line for hands", "15-40 #2 unpicked", "40-60 #2 hands",
    ]  # fmt: skip
    assert chefs(result) == {"hands": 30, "unpicked": 30}


def test_burnt_food_is_made_again_on_the_path() -> None:
    result = cook(pot(5, 60, 5, hold=5, burn=5), at(1, busy(200)))
    assert result.burnt == 1
    assert sum(link.seconds for link in path(result)) == result.makespan
    assert sum(link.doing == "cooking" and link.order == 1 for link in path(result)) == 1


def test_a_kitchen_without_orders_has_no_path() -> None:
    result = cook()
    assert path(result) == [] and wall(result) == {} and chefs(result) == {}
