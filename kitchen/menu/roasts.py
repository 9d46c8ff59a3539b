"""Roasts: a minute or two of hands around an hour of oven."""

from __future__ import annotations

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=14.50, patience=2400)
async def roast_chicken(cook: Cook) -> None:
    """Roast chicken with thyme."""
    cook.hands("season the bird", 60)
    async with cook.station("oven"):
        await cook.timer("roast", 900, hold=60)
        cook.hands("take it out", 10)
    cook.hands("carve and plate", 30)


@recipe(price=24.00, patience=5400)
async def slow_roast(cook: Cook) -> None:
    """Slow-roast shoulder."""
    cook.hands("rub with salt", 10)
    async with cook.station("oven"):
        await cook.timer("roast", 3600)
    cook.hands("pull apart and plate", 10)
