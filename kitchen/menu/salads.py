"""Salads: hands, and little else."""

from __future__ import annotations

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=8.00, patience=600)
async def green_salad(cook: Cook) -> None:
    """Green salad."""
    cook.hands("wash the leaves", 20)
    cook.hands("slice cucumber", 25)
    cook.hands("dress and toss", 15)


@recipe(price=10.50, patience=720)
async def warm_salad(cook: Cook) -> None:
    """Warm goat's cheese salad."""
    cook.hands("wash the leaves", 15)
    async with cook.station("oven"):
        await cook.timer("melt", 180, hold=30)
        cook.hands("take it out", 5)
    cook.hands("dress and plate", 20)
