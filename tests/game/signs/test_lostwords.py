"""What was lost, in words."""

from __future__ import annotations

import pytest
from tools.game_scenario import chopping, kitchen, ordered, simmering

from kitchen.game.signs import lostwords
from kitchen.sim import facts as f
from kitchen.sim.view.losses import Lost


def lost(kind: str, worth: int, left: int, order: int = 1, work: float = 30.0) -> Lost:
    return Lost(10.0, kind, order, 0, worth, left, work)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("losses", "line"),
    [
        ([lost("burnt", 900, 900)], "burnt"),
        ([lost("burnt", 900, 900)] * 2, "burnt 2x"),
        ([lost("spoilt", 900, 690)], "−$2.10"),
        ([lost("spoilt", 900, 900)], "spoilt"),
        ([lost("burnt", 900, 900), lost("spoilt", 900, 690)], "burnt −$2.10"),
        ([lost("burnt", 900, 900)] * 2 + [lost("spoilt", 900, 690)], "burnt 2x −$2.10"),
    ],
)
def test_the_line_on_a_ticket(losses: list[Lost], line: str) -> None:
    toll = lostwords.toll(losses)
    assert toll is not None
    ways = lostwords.ticket_line(toll)
    assert ways[0] == line and all(ways) and "  " not in line


def test_an_order_that_lost_nothing_has_no_line() -> None:
    assert lostwords.toll([]) is None


def test_prices_of_one_dish_and_of_several() -> None:
    one = [lost("spoilt", 900, 690), lost("spoilt", 690, 500)]
    assert lostwords.price(one) == ("$9.00", "$5.00")
    assert lostwords.price([one[0], lost("spoilt", 900, 800, order=2)]) == ("", "−$3.10")


def test_work_of_two_parts_of_a_dish_counts_once() -> None:
    both = [lost("burnt", 900, 900), lost("burnt", 900, 900)]
    assert lostwords.work(both) == "30s of work"
    assert lostwords.work([*both, lost("burnt", 900, 900, order=2, work=12.0)]) == "42s of work"


def test_the_tally_names_the_latest_losses_and_counts_the_rest() -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    view.fold([f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0), f.FoodBurnt(450.0, 1, 0, 1)])
    view.fold([f.WalkedOut(600.0, 1), *ordered(2, 610.0)])
    assert lostwords.told(view, 1.0) == [
        "1 Tomato soup: burnt at 7:30, 30s of work.",
        "1 Tomato soup: the guest left at 10:00, −$9.00.",
    ]
    assert lostwords.tally(2, 900)[0] == "2 losses −$9.00"
    assert lostwords.tally(1, 0)[0] == "1 loss"
    for number in range(3, 9):
        view.fold([*ordered(number, 620.0), f.TurnedAway(620.0, number)])
    lines = lostwords.told(view, 1.0)
    assert lines[0] == "4 before these." and len(lines) == 1 + lostwords.TOLD
