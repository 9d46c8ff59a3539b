"""Desserts: from the one that needs nobody to the one that you must not leave."""

from __future__ import annotations

from kitchen.sim.shift.recipe import Burnt, Cook, recipe


@recipe(price=5.00, patience=1800)
async def jelly(cook: Cook) -> None:
    """Raspberry jelly."""
    # Only waiting: the fridge does it all.
    await cook.timer("set in the fridge", 900)


@recipe(price=9.50, patience=840)
async def lava_cake(cook: Cook) -> None:
    """Chocolate lava cake."""
    cook.hands("melt, fold, fill", 40)
    async with cook.station("oven"):
        await cook.timer("bake", 300, hold=15)
        cook.hands("turn it out", 8)
    cook.hands("dust with sugar", 10)


@recipe(price=9.00, patience=960)
async def creme_brulee(cook: Cook) -> None:
    """Crème brûlée."""
    cook.hands("whisk the custard", 30)
    async with cook.station("oven"):
        await cook.timer("set", 330, hold=90)
        cook.hands("sugar the top", 8)
        try:
            await cook.timer("brown", 45, hold=15)
        except Burnt:  # save the custard
            cook.hands("scrape, sugar again", 15)
            await cook.timer("brown", 45, hold=30)
    cook.hands("plate", 8)


@recipe(price=8.50, patience=1800)
async def apple_pie(cook: Cook) -> None:
    """Apple pie."""
    cook.hands("peel the apples", 45)
    async with cook.station("hob"):
        await cook.timer("stew", 180, hold=60)
    cook.hands("fill and close", 30)
    async with cook.station("oven"):
        await cook.timer("bake", 600, hold=60)
        cook.hands("take it out", 6)
    cook.hands("slice, add cream", 15)
