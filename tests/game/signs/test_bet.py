"""A bet is for one kitchen in each of two questions, and who ties is right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kitchen import compare
from kitchen.cookbook.load import load_shift
from kitchen.game.signs.bet import Bet, best, bet_on
from kitchen.sim.shift.modes import MODES

names = st.sampled_from(list(MODES))


@given(st.lists(st.tuples(st.sampled_from(["served", "earned"]), names)))
def test_the_last_click_counts_and_a_second_one_takes_back(clicks: list[tuple[str, str]]) -> None:
    bet, expected = Bet(), {"served": "", "earned": ""}
    for stake, kitchen in clicks:
        bet.toggle("served" if stake == "served" else "earned", kitchen)
        expected[stake] = "" if expected[stake] == kitchen else kitchen
    assert {"served": bet.ahead, "earned": bet.earned} == expected
    assert sum(len(bet.of(kitchen)) for kitchen in MODES) == sum(map(bool, expected.values()))


def test_the_best_are_all_who_did_as_well() -> None:
    roasts = compare("slow-roast").kitchens
    assert best("served", roasts) == tuple(MODES) and best("earned", roasts) == ("concurrent",)
    assert best("done", roasts) == ("parallel", "hybrid")


def test_where_all_are_served_the_bet_is_on_who_is_done_first() -> None:
    assert bet_on(load_shift("noodle-bar")).stakes == ("done", "earned")
    assert bet_on(load_shift("soup-and-eggs")).stakes == ("served", "earned")
    bet = bet_on(load_shift("slow-roast"))
    bet.toggle("done", "hybrid")
    assert bet.of("hybrid") == ("done",) and bet.ahead == "hybrid"
