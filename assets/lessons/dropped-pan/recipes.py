import asyncio

from kitchen import Cook, recipe


@recipe(price=24)
async def fish_and_sauce(cook: Cook) -> None:
    """Fish and sauce."""

    async def fish() -> None:
        async with cook.station("hob"):
            cook.hands("fish in the pan", 20)
            await cook.timer("fry", 60, hold=20, burn=20)
            cook.hands("turn it out", 10)

    async def sauce() -> None:
        async with cook.station("hob"):
            cook.hands("stir the sauce", 20)
            try:
                await cook.timer("simmer", 120)
            except asyncio.CancelledError:
                cook.say("The sauce goes too.")
                raise

    async with asyncio.TaskGroup() as pans:
        pans.create_task(fish())
        pans.create_task(sauce())
    cook.hands("plate", 10)


@recipe(price=8)
async def bread(cook: Cook) -> None:
    """Bread."""
    cook.hands("knead", 120)
    async with cook.station("oven"):
        await cook.timer("bake", 200)
    cook.hands("slice", 20)
