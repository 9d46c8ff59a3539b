"""Programs run alone and as recipes, and what comes of it as one digest."""

from __future__ import annotations

import asyncio
import hashlib
from random import Random

from kitchen import Cook, KitchenLoop, Order, Recipe, Shift, run
from tools.constructs import PROGRAMS, Program, Tools


def plainly(*programs: Program, seed: int = 1) -> str:
    """What they tell when they run side by side on a loop, and what it does as it is closed."""
    told: list[str] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()

        def tools(number: int) -> Tools:
            return Tools(
                tell=lambda words: told.append(f"{loop.time():g} {number} {words}"),
                work=lambda seconds: None,
                wait=asyncio.sleep,
                random=Random(f"{seed} {number}"),
            )

        async def linger(number: int) -> None:
            try:
                await asyncio.sleep(1e6)
            finally:
                told.append(f"swept {number}")

        made = [program(tools(number)) for number, program in enumerate(programs)]
        await asyncio.gather(*made)
        left = [asyncio.create_task(linger(number)) for number in range(9)]
        await asyncio.sleep(0)
        del left[::3]

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        runner.run(main())
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def dish_of(program: Program, seed: int) -> Recipe:
    async def dish(cook: Cook) -> None:
        async def wait(seconds: float) -> None:
            await cook.timer("cook", seconds)

        def tell(words: str) -> None:
            said.append(f"{cook.time:g} {cook.order} {words}")

        await program(Tools(tell, lambda seconds: cook.hands("work", seconds), wait, Random(seed)))
        for words in said:
            cook.say(words)

    said: list[str] = []
    return Recipe(dish)


def cooked(mode: str, *programs: Program, seed: int = 1) -> str:
    """The digest of a shift in which each of them is a dish."""
    dishes = [dish_of(program, seed + number) for number, program in enumerate(programs)]
    orders = [Order(float(number), dish) for number, dish in enumerate(dishes)]
    return run(Shift(orders), mode).digest


def together(names: list[str], seed: int) -> tuple[str, ...]:
    programs = [PROGRAMS[name] for name in names]
    modes = ("blocking", "concurrent", "hybrid")
    return plainly(*programs, seed=seed), *(cooked(m, *programs, seed=seed) for m in modes)
