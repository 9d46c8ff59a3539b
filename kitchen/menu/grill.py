"""From the grill and the fryer: short fires that forgive nothing."""

from __future__ import annotations

import asyncio

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=19.50, patience=660)
async def steak(cook: Cook) -> None:
    """Steak and herb butter."""
    cook.hands("salt and oil", 15)
    async with cook.station("hob"):
        await cook.timer("first side", 110, hold=20)
        cook.hands("turn it", 6)
        await cook.timer("second side", 90, hold=20)
        cook.hands("take it off", 6)
    await cook.timer("rest", 60)
    cook.hands("butter and plate", 18)


@recipe(price=14.00, patience=720)
async def burger(cook: Cook) -> None:
    """Burger and chips."""

    async def chips() -> None:
        async with cook.station("oven"):
            await cook.timer("chips", 240, hold=45)
            cook.hands("salt the chips", 8)

    cook.hands("shape the patty", 20)
    async with asyncio.TaskGroup() as side:
        side.create_task(chips())
        async with cook.station("hob"):
            await cook.timer("patty", 180, hold=25)
            cook.hands("melt the cheese", 8)
    cook.hands("stack and plate", 25)


@recipe(price=13.00, patience=700)
async def fish_and_chips(cook: Cook) -> None:
    """Fish and chips."""
    cook.hands("batter the fish", 25)
    async with cook.station("hob"):
        cook.hands("light the fryer", 8)
        try:
            await cook.timer("fry", 240, hold=25)
            cook.hands("drain", 10)
        finally:
            cook.hands("put the fryer out", 6)
    cook.hands("salt and wrap", 15)
