"""Soups: patient pots."""

from __future__ import annotations

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=8.50, patience=780)
async def tomato_soup(cook: Cook) -> None:
    """Tomato soup."""
    cook.hands("chop tomatoes", 35)
    async with cook.station("hob"):
        await cook.timer("simmer", 300, hold=90)
        cook.hands("blend", 15)
    cook.hands("ladle and garnish", 12)


@recipe(price=11.00, patience=960)
async def onion_soup(cook: Cook) -> None:
    """Onion soup with a crust."""
    cook.hands("slice the onions", 40)
    async with cook.station("hob"):
        await cook.timer("brown", 180, hold=40)
        cook.hands("pour in stock", 6)
        await cook.timer("simmer", 180, hold=90)
    cook.hands("bread and cheese on", 12)
    async with cook.station("oven"):
        await cook.timer("crust", 100, hold=25)
        cook.hands("take it out", 6)
