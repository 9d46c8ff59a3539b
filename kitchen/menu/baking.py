"""Bread and cakes: the oven is the scarce thing."""

from __future__ import annotations

import asyncio

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=12.00, patience=720)
async def pizza(cook: Cook) -> None:
    """Pizza margherita."""
    cook.hands("stretch the dough", 30)
    cook.hands("tomato and cheese", 15)
    async with cook.station("oven"):
        await cook.timer("bake", 240, hold=25)
        cook.hands("take it out", 5)
    cook.hands("slice and plate", 12)


@recipe(price=6.50, patience=600)
async def garlic_bread(cook: Cook) -> None:
    """Garlic bread."""
    cook.hands("butter the bread", 20)
    try:
        async with (
            asyncio.timeout(90) as limit,
            cook.station("oven"),
        ):
            limit.reschedule(None)  # got an oven
            await cook.timer("bake", 150, hold=30)
    except TimeoutError:
        async with cook.station("hob"):
            await cook.timer("toast", 120, hold=20)
    cook.hands("slice and plate", 15)


@recipe(price=7.50, patience=3000)
async def sponge_cake(cook: Cook) -> None:
    """Sponge cake with jam."""
    cook.hands("beat the batter", 90)
    async with cook.station("oven"):
        await cook.timer("bake", 1500, hold=120)
        cook.hands("turn it out", 10)
    await cook.timer("cool", 300)
    cook.hands("jam, sugar, slice", 40)
