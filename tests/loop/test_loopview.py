"""The view of a loop: its phase, what is ready, and what it calls later."""

from __future__ import annotations

import asyncio

from kitchen import Cook, KitchenLoop, Order, Shift, recipe
from kitchen.loop.loopview import LoopView, Ring, loop_view
from kitchen.sim.shift.modes import Mode
from kitchen.sim.work.kitchen import Kitchen


def test_a_loop_that_has_not_begun_rests() -> None:
    loop = KitchenLoop()
    assert loop_view(loop) == LoopView(0.0, "rests", "", (), 0, (), 0)
    assert str(loop_view(loop)) == "at 0 s the loop has nothing to do"
    loop.close()


def test_a_step_sees_who_comes_next_and_who_later() -> None:
    async def sleeper() -> None:
        await asyncio.sleep(2)

    async def main() -> LoopView:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, KitchenLoop)
        asyncio.current_task().set_name("main")  # type: ignore[union-attr]
        tasks = [asyncio.create_task(sleeper(), name=name) for name in ("early", "late")]
        await asyncio.sleep(1)
        loop.call_later(5, print)
        loop.call_later(3, print).cancel()
        tasks += [asyncio.create_task(sleeper(), name=name) for name in ("b", "a")]
        view = loop_view(loop)
        await asyncio.gather(*tasks)
        return view

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        view = runner.run(main())
    assert (view.now, view.phase, view.running) == (1.0, "runs", "main")
    assert view.ready == ("b", "a") and view.ready_count == 2
    assert view.timers == (Ring(2.0, "early"), Ring(2.0, "late"), Ring(6.0, "print"))
    assert str(view).splitlines() == [
        "at 1 s the loop runs what is ready: main",
        "ready: b, a",
        "timers: 2 s early, 2 s late, 6 s print",
    ]


def test_a_kitchens_loop_says_which_dish_rings_when() -> None:
    @recipe()
    async def egg(cook: Cook) -> None:
        cook.hands("crack", 5)
        await cook.timer("fry", 20)
        cook.hands("plate", 5)

    loop = KitchenLoop()
    kitchen = Kitchen(loop, Shift([Order(0, egg), Order(30, egg)]), Mode(1, "leave"))
    kitchen.open()
    loop.call_at(10, loop.stop)
    loop.run_forever()
    view = loop_view(loop)
    assert view.phase == "waits" and view.phase_words == "waits until 25 s"
    assert view.timers == (Ring(25.0, "'fry' of order 1 (egg)"), Ring(30.0, "order 2 comes in"))
    kitchen.sweep()
    loop.close()
