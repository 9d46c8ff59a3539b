"""Noodles: one bowl that is all hands, and one whose parts cook side by side."""

from __future__ import annotations

import asyncio

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=11.00, patience=1800)
async def noodles(cook: Cook) -> None:
    """Hand-pulled noodles."""
    # No await anywhere: the chef cannot leave.
    cook.hands("knead the dough", 90)
    cook.hands("pull the noodles", 160)
    cook.hands("toss in chilli oil", 50)


@recipe(price=13.50, patience=780)
async def ramen(cook: Cook) -> None:
    """Ramen with a soft egg."""

    async def boil(what: str, seconds: float) -> None:
        async with cook.station("hob"):
            cook.hands(f"{what} in", 5)
            await cook.timer(what, seconds, hold=25)
            cook.hands(f"{what} out", 7)

    cook.hands("slice the pork", 22)
    async with asyncio.TaskGroup() as pots:
        pots.create_task(boil("egg", 230))
        pots.create_task(boil("noodles", 120))
    cook.hands("build the bowl", 20)
