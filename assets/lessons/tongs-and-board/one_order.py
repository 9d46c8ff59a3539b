import asyncio

from kitchen import hands, timer

tongs = asyncio.Lock()
board = asyncio.Lock()


async def steak() -> None:
    async with tongs:
        hands("lay it in the pan", 20)
        await timer("sear", 90)
        async with board:
            hands("slice", 30)


async def fish() -> None:
    async with tongs, board:
        hands("fillet", 40)
        await timer("salt", 30)
        hands("turn in the pan", 20)
    print("Fish!")


async def dinner() -> None:
    await asyncio.gather(steak(), fish())


asyncio.run(dinner())
