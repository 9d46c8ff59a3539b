"""Deliveries: all waiting and no hands, like the downloads that they stand for."""

from __future__ import annotations

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=1.00)
async def lol_com(cook: Cook) -> None:
    """lol.com"""
    cook.say("Starting lol.com")
    await cook.timer("download", 0.2)
    cook.say("Finished lol.com")


@recipe(price=1.00)
async def sike_org(cook: Cook) -> None:
    """sike.org"""
    cook.say("Starting sike.org")
    await cook.timer("download", 0.2)
    cook.say("Finished sike.org")
