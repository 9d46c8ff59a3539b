import asyncio

from kitchen import Cook, recipe

tongs = asyncio.Lock()
board = asyncio.Lock()


@recipe(price=24)
async def steak(cook: Cook) -> None:
    """Steak."""
    async with tongs:
        async with cook.station("hob"):
            cook.hands("lay it in the pan", 20)
            await cook.timer("sear", 40)
        async with board:
            cook.hands("slice", 30)


@recipe(price=20)
async def fish(cook: Cook) -> None:
    """Fish."""
    cook.hands("rinse", 20)
    await cook.timer("drain", 40)
    async with board:
        cook.hands("fillet", 40)
        await cook.timer("salt", 30)
        async with tongs, cook.station("hob"):
            cook.hands("turn in the pan", 20)
