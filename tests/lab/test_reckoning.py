"""The reckoning: the picks that it names, found and checked by cooking the shift again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import FOUR, at, busy, shift_of
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, KitchenLoop, Recipe, Shift
from kitchen.lab.candidates import JUST_BEFORE, spread
from kitchen.lab.reckoning import Reckoned, Reckoning
from kitchen.lab.trial import Trial
from kitchen.report.reckoning import hands, saving, what
from kitchen.runs.result import result_of
from kitchen.runs.service import Service
from kitchen.sim.commands import AnyCommand, Pick, PickAt

Deeds = Sequence[tuple[float, int]]
"""When which order is picked."""

END = 4000.0


@contextlib.contextmanager
def closed(
    shift: Shift, deeds: Deeds, mode: str = "concurrent", autopilot: bool = False
) -> Iterator[Service]:
    """A service that was played so, to its end."""
    with again(shift, [(t, Pick(order)) for t, order in sorted(deeds)], mode, autopilot) as service:
        yield service


@contextlib.contextmanager
def again(
    shift: Shift, commands: Sequence[tuple[float, AnyCommand]], mode: str, autopilot: bool = False
) -> Iterator[Service]:
    loop = KitchenLoop()
    service = Service(loop, shift, 0, mode, "fifo", autopilot)
    for when, command in commands:
        service.kitchens[mode].command(command, when)
    try:
        loop.call_command(loop.stop, END)
        loop.run_forever()
        service.advance(END)
        yield service
    finally:
        service.sweep()
        loop.close()


def reckoned(service: Service) -> Reckoning:
    found = Reckoning(service, service.mode)
    found.finish()
    return found


def words(service: Service, one: Reckoned) -> list[str]:
    return [what(one.setback, service.view), hands(one, service.view), saving(one, service.view)]


def eggs(patience: float = 600.0) -> Recipe:
    """Rings 70 s after it is begun, and burns 50 s later."""

    async def soft_eggs(cook: Cook) -> None:
        cook.hands("fill", 10)
        await cook.timer("boil", 60, hold=20, burn=30)
        cook.hands("peel", 5)

    return Recipe(soft_eggs, price=7.0, patience=patience)


def work(name: str, seconds: float, price: float = 10.0, patience: float | None = None) -> Recipe:
    return Recipe(busy(seconds, name).function, price, patience)


PLAYED = [(0.0, 1), (5.0, 2), (6.0, 3), (150.0, 1), (160.0, 1)]
"""The eggs, twenty seconds of pancakes too many, and a salad while the eggs burn."""


# -- what is known -----------------------------------------------------------------------------


def test_an_earlier_pick_saves_what_burnt() -> None:
    """At 80 the hands are free and the eggs are done, but the player goes on to the salad."""
    shift = shift_of(eggs(), work("pancakes", 70), work("salad", 60))
    with closed(shift, PLAYED) as service:
        found = reckoned(service)
        (one,) = found.found
        assert words(service, one) == [
            "Soft eggs burnt at 2:00",
            "Done at 1:10; the hands were on 3 Salad for 40 seconds.",
            "1 Soft eggs first at 1:20 would have saved them: +$0.79.",
        ]
        assert one.saved is not None and one.saved.pick.given == 80.0 - JUST_BEFORE
        assert (found.orders, found.losses, found.prices, found.tips) == (1, 1, 0, 43)
        assert (one.tried, one.setback.wasted) == (1, 30.0)
    # Of a tip of 105 cents are left 62 when served at 245 of 600 s, 90 at 85 s; and the kitchen
    # closes 100 s sooner: 51 cents of wages.


def test_nothing_saves_what_a_long_work_burns() -> None:
    """The hands went to the noodles before the eggs rang; the bread would have taken as long."""
    shift = shift_of(eggs(), work("noodles", 200), work("bread", 190))
    with closed(shift, [(0, 1), (5, 2), (250, 1), (255, 1), (340, 3)]) as service:
        (one,) = reckoned(service).found
        assert words(service, one) == [
            "Soft eggs burnt at 2:00",
            "Done at 1:10; the hands were on 2 Noodles for 50 seconds.",
            "Two other picks were tried: not one of them would have saved them.",
        ]
        assert one.best is None and one.done


def test_a_pick_that_costs_more_than_it_saves_is_told_with_its_price() -> None:
    """The guest of the salad would have left while the eggs were peeled."""
    shift = shift_of(eggs(), work("pancakes", 70), work("salad", 60, 20.0, patience=142.0))
    with closed(shift, PLAYED) as service:
        (one,) = reckoned(service).found
        assert one.saved is None and one.best is not None and one.best.gain < 0.0
        assert words(service, one)[2] == (
            "1 Soft eggs first at 1:20 would have saved them, but cost $19.31 elsewhere."
        )


def test_a_pick_that_only_puts_it_off_says_so() -> None:
    """Nobody comes back to the salad that is begun: its guest leaves all the same."""
    shift = shift_of(eggs(200.0), work("pancakes", 70), work("salad", 300))
    with closed(shift, [(0, 1), (5, 2), (80, 3), (390, 1)]) as service:
        (one,) = reckoned(service).found
        assert words(service, one)[0] == "Soft eggs burnt at 2:00, and the guest left at 3:20"


def test_a_guest_who_waited_for_hands_that_were_idle() -> None:
    shift = shift_of(work("toast", 30, patience=100.0), at(200.0, work("salad", 20)))
    with closed(shift, [(210, 2)]) as service:
        (one,) = reckoned(service).found
        assert words(service, one) == [
            "The guest of Toast left at 1:40",
            "The longest wait was for hands, 1:40 from 0:00; the hands were idle for 1:40 of it.",
            "1 Toast first at 0:00 would have saved it: +$11.05.",
        ]


def test_a_guest_who_would_not_wait_as_long_as_it_takes() -> None:
    with closed(shift_of(work("toast", 300, patience=100.0)), [(0, 1)], "parallel") as service:
        (one,) = reckoned(service).found
        assert words(service, one)[:2] == [
            "The guest of Toast left at 1:40",
            "Nothing kept it waiting: its guest would not wait as long as it takes.",
        ]


def test_the_autopilots_losses_are_reckoned_as_well() -> None:
    shift = shift_of(eggs(), work("pancakes", 70), work("salad", 60))
    with closed(shift, [], autopilot=True) as service:
        (one,) = reckoned(service).found
        assert one.saved is not None and one.saved.pick.order == 1


def test_food_that_is_fetched_late_is_told_with_what_it_lost() -> None:
    """Rung at 70, perfect till 90, and burnt at 120: fetched at 105, half of it is lost."""
    shift = shift_of(eggs(), work("pancakes", 95))
    with closed(shift, [(0, 1), (5, 2), (6, 1)]) as service:
        found = reckoned(service)
        (one,) = found.found
        assert words(service, one)[:2] == [
            "Soft eggs lost 50% of their worth at 1:45",
            "Done at 1:10; the hands were on 2 Pancakes for 35 seconds.",
        ]
        assert found.prices == 350 and found.tips == 105 - round(105 * 0.5 * (490 / 600))


def test_a_guest_who_finds_the_rail_full_is_told_as_that() -> None:
    shift = replace(shift_of(busy(50), at(5.0, busy(50))), rail=1)
    with closed(shift, [(0, 1)]) as service:
        (one,) = reckoned(service).found
        assert words(service, one) == [
            "A guest for Busy found the rail full at 0:05",
            "Whoever finds the rail full leaves at once: there were too many open orders.",
            "There was no other pick to be made.",
        ]


def test_what_cannot_be_cooked_again_unseen_is_told_without_a_pick() -> None:
    seen: list[object] = []

    class Note:
        """What an understudy cannot have."""

    async def soft_eggs(cook: Cook) -> None:
        seen.append(Note())
        cook.hands("fill", 10)
        await cook.timer("boil", 60, hold=20, burn=30)

    note = Note()
    seen.append(note)
    with closed(
        shift_of(Recipe(soft_eggs, patience=300.0)), [(0, 1), (150, 1), (155, 1)]
    ) as service:
        found = reckoned(service)
        assert not found.possible and len(found.found) == 1
        assert not found.found[0].tried
        assert "no pick was tried" in saving(found.found[0], service.view, found.possible)


def test_where_nothing_is_lost_there_is_nothing_to_reckon() -> None:
    with closed(shift_of(busy(10)), [(0, 1)]) as service:
        found = reckoned(service)
        assert (
            found.done and not found.found and (found.orders, found.prices, found.tips) == (0, 0, 0)
        )


# -- always ------------------------------------------------------------------------------------


@settings(max_examples=5, deadline=None)
@given(
    shifts(holds=True, patience=True),
    st.sampled_from(FOUR),
    st.booleans(),
    st.lists(st.tuples(st.floats(0.0, 1500.0), st.integers(1, 15)), max_size=25),
)
def test_the_pick_that_is_named_really_gives_what_is_told(
    plain: PlainShift, mode: str, autopilot: bool, deeds: Deeds
) -> None:
    """In a kitchen that is cooked anew, by nobody's understudies, with that pick given as well."""
    shift = kitchen_shift(plain)
    with closed(shift, deeds, mode, autopilot) as service:
        if not service.closed:
            return  # whoever is waited for was never picked
        own, commands = result_of(service.kitchen), list(service.kitchen.commands)
        found = reckoned(service)
    assert [one.setback.cents for one in found.found] == sorted(
        (one.setback.cents for one in found.found), reverse=True
    )
    assert found.tips >= 0
    for one in found.found:
        best = one.best
        if best is None or not best.saves:
            continue
        given_ = [*((t, c) for t, c in commands if t < best.pick.given),
                  (best.pick.given, PickAt(best.pick.order, 1)),
                  *((t, c) for t, c in commands if t >= best.pick.given)]  # fmt: skip
        with again(shift, given_, mode, autopilot) as other:
            if other.closed:
                came = result_of(other.kitchen)
                assert (came.profit, round(came.profit - own.profit, 2)) == (best.profit, best.gain)
                assert other.view.orders[one.setback.order].state == "served"


@settings(max_examples=5, deadline=None)
@given(
    shifts(holds=True, patience=True, together=True),
    st.sampled_from(FOUR),
    st.lists(st.tuples(st.floats(0.0, 1500.0), st.integers(1, 15)), max_size=25),
)
def test_a_trial_without_a_pick_is_what_happened(
    plain: PlainShift, mode: str, deeds: Deeds
) -> None:
    with closed(kitchen_shift(plain), deeds, mode) as service:
        if service.closed:
            trial = Trial(service, mode)
            assert trial.cook()
            assert trial.result.digest == result_of(service.kitchen).digest
            trial.leave()


def test_it_is_found_in_small_pieces_too() -> None:
    shift = shift_of(eggs(), work("pancakes", 70), work("salad", 60))
    with closed(shift, PLAYED) as service:
        whole, pieces = reckoned(service), Reckoning(service, service.mode)
        turns = 0
        while not pieces.done:
            pieces.work(0.0)
            turns += 1
        assert pieces.found == whole.found and turns > 2


@settings(max_examples=30)
@given(st.lists(st.integers(0, 99), max_size=20), st.integers(1, 8))
def test_a_few_are_taken_evenly_with_the_first_and_the_last(moments: list[int], most: int) -> None:
    few = spread(moments, most)
    assert len(few) == min(most, len(moments))
    if few and most > 1:
        assert (few[0], few[-1]) == (moments[0], moments[-1])
