"""A bet is for one kitchen in each of two questions, and who ties is right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kitchen import compare
from kitchen.game.signs.bet import STAKES, Bet, best
from kitchen.sim.shift.modes import MODES

names = st.sampled_from(list(MODES))


@given(st.lists(st.tuples(st.sampled_from(STAKES), names)))
def test_the_last_click_counts_and_a_second_one_takes_back(clicks: list[tuple[str, str]]) -> None:
    bet, expected = Bet(), {"served": "", "earned": ""}
    for stake, kitchen in clicks:
        bet.toggle("served" if stake == "served" else "earned", kitchen)
        expected[stake] = "" if expected[stake] == kitchen else kitchen
    assert {"served": bet.served, "earned": bet.earned} == expected
    assert sum(len(bet.of(kitchen)) for kitchen in MODES) == sum(map(bool, expected.values()))


def test_the_best_are_all_who_did_as_well() -> None:
    roasts = compare("slow-roast").kitchens
    assert best("served", roasts) == tuple(MODES) and best("earned", roasts) == ("concurrent",)
