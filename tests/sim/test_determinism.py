"""The same seed gives the same bytes: in any process, alone or together, played or headless."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from tools.scenario import EACH_MODE, FOUR, at, cook, named, pot, shift_of

from kitchen import Cook, KitchenLoop, Recipe, RecipeError, Result, Shift, compare, run
from kitchen.cookbook.load import load_shift
from kitchen.loop.pacing import Steps, Wall
from kitchen.runs.careful import play_out
from kitchen.runs.kitchens import four_kitchens
from kitchen.runs.result import result_of
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.shift.shift import Order

RUSHES = ("lunch-rush", "dinner-rush")


# -- in any process ----------------------------------------------------------------------------


def feast(parts: int) -> Recipe:
    """Parts in a task group, whose clean-up takes different times: the order of a mass cancel
    would show."""

    async def dish(cook: Cook) -> None:
        async def part(number: int) -> None:
            try:
                cook.hands("begin", 2.0 + number)
                async with cook.station("hob"):
                    await cook.timer("boil", 40.0 + 7 * number, hold=30.0)
            finally:
                cook.hands("tidy", 1.0 + number)

        async with asyncio.TaskGroup() as group:
            for number in range(parts):
                group.create_task(part(number))

    return named(f"feast_of_{parts}", dish)


def feasts() -> Shift:
    """Customers walk out at all sorts of moments, so parts are cancelled in all sorts of states."""
    orders = [Order(9.0 * n, feast(3 + n % 5), 20.0 + 37.0 * (n % 7)) for n in range(25)]
    return Shift(orders, {"hob": 6}, name="feasts")


def digests() -> list[str]:
    """Of every kitchen that this test looks at. A fresh process runs this as a script."""
    shifts: list[Shift | str] = [*RUSHES, feasts()]
    return [
        run(shift, mode, seed=11, policy=policy).digest
        for shift in shifts
        for mode in FOUR
        for policy in ("fifo", "deadline", "shortest", "burning-first")
    ]


def digests_in_a_fresh_process(hash_seed: str) -> list[str]:
    root = Path(__file__).parents[2]
    paths = os.pathsep.join(
        [
            str(root),
            str(root / "tests"),
            str(Path(__file__).parent),
            os.environ.get("PYTHONPATH", ""),
        ]
    )
    done = subprocess.run(
        [sys.executable, "-c", "import test_determinism as t; print(*t.digests())"],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return done.stdout.split()


def test_parts_are_cancelled_in_those_shifts() -> None:
    result = run(feasts(), "hybrid", seed=11)
    assert result.walked_out > 5
    assert sum(isinstance(fact, f.TimerCut) and fact.part > 1 for fact in result.facts) > 5


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_a_fresh_process_with_another_hash_seed_gives_the_same_bytes(hash_seed: str) -> None:
    assert digests_in_a_fresh_process(hash_seed) == here()


@cache
def here() -> list[str]:
    return digests()


@pytest.mark.parametrize("shift", RUSHES)
@EACH_MODE
def test_run_twice_is_the_same_and_another_seed_is_not(shift: str, mode: str) -> None:
    assert run(shift, mode, seed=1).lines == run(shift, mode, seed=1).lines
    assert run(shift, mode, seed=1).digest != run(shift, mode, seed=2).digest


@EACH_MODE
def test_work_that_is_over_at_once_leaves_no_trace(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing else happens meanwhile, a step goes on right after its work. It makes no
    difference to doing the work in the loop's own time."""
    over_at_once = KitchenLoop.over_at_once
    seen: list[bool] = []

    def noted(loop: KitchenLoop) -> bool:
        seen.append(over_at_once(loop))
        return seen[-1]

    shifts: list[Shift | str] = [*RUSHES, feasts()]
    monkeypatch.setattr(KitchenLoop, "over_at_once", noted)
    quick = [run(shift, mode, seed=5).lines for shift in shifts]
    assert True in seen and False in seen
    monkeypatch.setattr(KitchenLoop, "over_at_once", lambda loop: False)
    assert [run(shift, mode, seed=5).lines for shift in shifts] == quick


# -- together and alone ------------------------------------------------------------------------


def together(shift: Shift | str, seed: int = 0, policy: str = "fifo") -> list[Result]:
    """The four kitchens at once on one loop, as in the game."""
    loop = KitchenLoop()
    kitchens = four_kitchens(
        loop, load_shift(shift) if isinstance(shift, str) else shift, seed, policy
    )
    play_out(loop, kitchens)
    return list(map(result_of, kitchens))


@pytest.mark.parametrize("shift", [*RUSHES, "egg-and-chicken", "one-oven"])
@pytest.mark.parametrize("policy", ["fifo", "burning-first", "shortest"])
def test_kitchens_together_go_as_kitchens_alone(shift: str, policy: str) -> None:
    alone = [run(shift, mode, seed=3, policy=policy).lines for mode in FOUR]
    assert [result.lines for result in together(shift, 3, policy)] == alone
    assert [result.lines for result in compare(shift, 3, policy).kitchens] == alone


def test_feasts_together_go_as_feasts_alone() -> None:
    assert [result.lines for result in together(feasts())] == [
        run(feasts(), mode).lines for mode in FOUR
    ]


def test_kitchens_that_are_compared_do_not_wait_for_one_another() -> None:
    """Dishes that share a lock never share it with those of another kitchen."""
    lock = asyncio.Lock()

    async def dish(cook: Cook) -> None:
        async with lock:
            await cook.timer("boil", 5)

    one = Shift([Order(0, dish)])
    assert [result.makespan for result in compare(one).kitchens] == [5.0] * 4
    with pytest.raises(RecipeError, match="make it anew for each shift"):
        compare(Shift([Order(0, dish), Order(1, dish)]))


def test_another_kitchens_customers_are_nobodys_here() -> None:
    """A dish alone goes as it does beside others that never touch it."""
    alone = cook(pot(3.0, 50.0, 2.0), mode="hybrid")
    beside = cook(pot(3.0, 50.0, 2.0), at(1.0, pot(7.0, 20.0, 9.0)), mode="hybrid")
    assert [x for x in alone.facts if isinstance(x, f.Hands | f.TimerSet)] == [
        x for x in beside.facts if isinstance(x, f.Hands | f.TimerSet) and x.order == 1
    ]


# -- played and headless -----------------------------------------------------------------------


class WatchAndCrown:
    """A wall clock that a test moves: every look takes a moment, and sleeping takes no time."""

    def __init__(self, chance: random.Random) -> None:
        self.time = 1000.0
        self._chance = chance

    def clock(self) -> float:
        self.time += 1e-4 * self._chance.random()
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds * (1 + 0.2 * self._chance.random())

    def stutter(self) -> None:
        """The machine had something else to do."""
        self.time += 0.3 * self._chance.random()


class Player:
    """Somebody who does all sorts of things at all sorts of moments, by chance."""

    def __init__(self, chance: random.Random, pace: Steps | Wall) -> None:
        self.chance = chance
        self.pace = pace
        self.awake = 0

    def act(self, service: Service) -> None:
        chance = self.chance
        if not self.pace.speed:
            self.awake += 1
            if self.awake < 5:
                return
            self.awake = 0
            self.pace.speed = 1.0
        deed = chance.random()
        if deed < 0.20 and service.view.ready:
            service.pick(chance.choice(service.view.ready)[0])
        elif deed < 0.25 and service.view.orders:
            service.pick(chance.choice(list(service.view.orders)))
        elif deed < 0.29:
            service.look_into(chance.choice(service.modes))
        elif deed < 0.33:
            service.set_autopilot(chance.random() < 0.6)
        elif deed < 0.38:
            self.pace.speed = chance.choice([0.0, 0.25, 0.5, 1.0, 2.0, 4.0])
        elif deed < 0.44 and service.view.open_orders:
            service.pick_at(chance.choice(list(service.view.open_orders)), chance.randint(1, 4))
        elif deed < 0.46:
            service.take_back()


def play(shift: Shift, pace: Steps | Wall, chance: random.Random, frames: int) -> Service:
    """So many frames of play; then the autopilot brings the shift to its end."""
    loop = KitchenLoop(pace)
    service = Service(loop, shift, seed=5, mode=chance.choice(FOUR), policy="burning-first")
    player = Player(chance, pace)

    async def live() -> None:
        async with contextlib.aclosing(loop.frames(60.0)) as shown:
            async for frame in shown:
                service.advance(frame.time)
                if all(view.makespan is not None for view in service.views.values()):
                    return
                if frame.number < frames:
                    player.act(service)
                elif frame.number == frames:
                    pace.speed = 30.0
                    service.set_autopilot(True)
                else:
                    open_still = [m for m, view in service.views.items() if view.makespan is None]
                    assert all(service.kitchens[m].policy == "burning-first" for m in open_still)

    try:
        loop.run_until_complete(live())
    finally:
        service.sweep()
        loop.close()
    return service


def assert_headless_goes_the_same(service: Service, begun_in: str) -> None:
    for mode, kitchen in service.kitchens.items():
        played = result_of(kitchen)
        begun_with = "player" if mode == begun_in else "burning-first"
        again = run(service.shift, mode, seed=5, policy=begun_with, commands=kitchen.commands)
        assert again.lines == played.lines
        assert again.as_json() == played.as_json()
        assert service.again(mode).lines == played.lines
        view = service.views[mode]
        assert (view.makespan, view.served) == (again.makespan, again.served)


@pytest.mark.parametrize("seed", range(5))
def test_played_frame_by_frame_is_headless_to_the_byte(seed: int) -> None:
    chance = random.Random(f"steps {seed}")
    shift = load_shift("lunch-rush")
    pace = Steps(chance.choice([0.5, 1 / 3, 2.0, 7.7]))
    service = play(shift, pace, chance, frames=600)
    assert_headless_goes_the_same(service, begun_in(service))
    assert sum(len(kitchen.commands) for kitchen in service.kitchens.values()) > 20


@pytest.mark.parametrize("seed", range(3))
def test_played_on_the_wall_clock_is_headless_to_the_byte(seed: int) -> None:
    chance = random.Random(f"wall {seed}")
    watch = WatchAndCrown(chance)
    pace = Wall(tempo=60.0, clock=watch.clock, sleep=watch.sleep)
    service = play(load_shift("lunch-rush"), pace, chance, frames=400)
    assert_headless_goes_the_same(service, begun_in(service))


@pytest.mark.parametrize("seed", range(3))
def test_feasts_with_many_ties_are_played_as_they_run(seed: int) -> None:
    """Frames, commands and events all fall on whole seconds here."""
    chance = random.Random(f"ties {seed}")
    service = play(feasts(), Steps(1.0), chance, frames=200)
    assert_headless_goes_the_same(service, begun_in(service))


def begun_in(service: Service) -> str:
    """The kitchen that the player looked into first."""
    openings = {mode: k.facts.in_order()[0] for mode, k in service.kitchens.items()}
    (mode,) = (m for m, o in openings.items() if isinstance(o, f.Opened) and o.policy == "player")
    return mode


@EACH_MODE
def test_frames_alone_change_nothing(mode: str) -> None:
    shift = shift_of(*[at(7.0 * n, feast(4), 200.0) for n in range(10)], hob=3)
    loop = KitchenLoop(Steps(0.7))
    service = Service(loop, shift, mode=mode, autopilot=True)

    async def watch() -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if all(view.makespan is not None for view in service.views.values()):
                    return

    loop.run_until_complete(watch())
    loop.close()
    assert result_of(service.kitchens[mode]).lines == run(shift, mode).lines
