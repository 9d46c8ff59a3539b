"""Pasta and rice: two pots at once, two fires in turn, and a pan that wants stirring."""

from __future__ import annotations

import asyncio

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=12.50, patience=840)
async def spaghetti(cook: Cook) -> None:
    """Spaghetti with tomatoes."""

    async def sauce() -> None:
        async with cook.station("hob"):
            cook.hands("crush tomatoes", 22)
            await cook.timer("sauce", 240, hold=60)

    async def pasta() -> None:
        async with cook.station("hob"):
            await cook.timer("water", 150)
            cook.hands("salt, spaghetti in", 7)
            await cook.timer("spaghetti", 150, hold=20)
            cook.hands("drain", 8)

    async with asyncio.TaskGroup() as pots:
        pots.create_task(pasta())
        pots.create_task(sauce())
    cook.hands("toss and plate", 20)


@recipe(price=14.50, patience=1200)
async def lasagne(cook: Cook) -> None:
    """Lasagne."""
    cook.hands("chop onion and carrot", 30)
    async with cook.station("hob"):
        await cook.timer("ragù", 240, hold=60)
    cook.hands("build the layers", 40)
    async with cook.station("oven"):
        await cook.timer("bake", 420, hold=60)
        cook.hands("take it out", 6)
    cook.hands("cut and plate", 15)


@recipe(price=15.00, patience=780)
async def risotto(cook: Cook) -> None:
    """Mushroom risotto."""
    cook.hands("slice mushrooms", 25)
    async with cook.station("hob"):
        for ladle in range(1, 6):
            cook.hands(f"stock, ladle {ladle}", 6)
            await cook.timer("simmer", 60, hold=25)
    cook.hands("butter and plate", 15)
