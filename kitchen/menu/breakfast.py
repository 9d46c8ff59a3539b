"""Breakfast all day: small fires, one after the other or all at once."""

from __future__ import annotations

import asyncio

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=9.50, patience=720)
async def pancakes(cook: Cook) -> None:
    """Pancakes, a stack."""
    cook.hands("whisk the batter", 25)
    async with cook.station("hob"):
        for _ in range(3):
            cook.hands("pour", 5)
            await cook.timer("first side", 55, hold=20)
            cook.hands("flip", 3)
            await cook.timer("second side", 40, hold=20)
    cook.hands("stack and syrup", 15)


@recipe(price=7.00, patience=540)
async def soft_eggs(cook: Cook) -> None:
    """Soft eggs and soldiers."""
    cook.hands("fill the pan", 8)
    async with cook.station("hob"):
        await cook.timer("water", 90)
        cook.hands("eggs in", 4)
        await cook.timer("boil", 240, hold=15)
        cook.hands("eggs out", 6)
    cook.hands("toast and cut soldiers", 25)


@recipe(price=13.50, patience=720)
async def full_breakfast(cook: Cook) -> None:
    """Full breakfast."""

    async def fry(what: str, seconds: float) -> None:
        async with cook.station("hob"):
            cook.hands(f"{what} in", 5)
            await cook.timer(what, seconds, hold=25)
            cook.hands(f"{what} out", 5)

    cook.hands("slice the bread", 12)
    await asyncio.gather(
        fry("sausages", 240),
        fry("eggs", 100),
    )
    cook.hands("toast, beans, plate", 30)
