"""Feasts: several parts on several stations, brought to one plate at one moment."""

from __future__ import annotations

import asyncio

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=23.00, patience=1800)
async def sunday_roast(cook: Cook) -> None:
    """Sunday roast."""

    async def beef() -> None:
        async with cook.station("oven"):
            await cook.timer("beef", 720, hold=90)
            cook.hands("rest the beef", 10)

    async def greens() -> None:
        async with cook.station("hob"):
            await cook.timer("greens", 180, hold=60)
            cook.hands("drain", 8)

    cook.hands("sear and peel", 45)
    async with asyncio.TaskGroup() as parts:
        parts.create_task(beef())
        parts.create_task(greens())
    cook.hands("carve, gravy, plate", 40)


@recipe(price=15.50, patience=900)
async def curry(cook: Cook) -> None:
    """Vegetable curry and rice."""

    async def pot(what: str, seconds: float) -> None:
        async with cook.station("hob"):
            cook.hands(f"start the {what}", 12)
            await cook.timer(what, seconds, hold=60)
            cook.hands(f"stir the {what}", 6)

    cook.hands("chop the vegetables", 30)
    await asyncio.gather(
        pot("curry", 300),
        pot("rice", 240),
    )
    cook.hands("fold and plate", 15)
