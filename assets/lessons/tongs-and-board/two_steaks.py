import asyncio

from kitchen import hands, timer

tongs = asyncio.Lock()
board = asyncio.Lock()


def fillet() -> None:
    hands("fillet", 40)
    print("Filleted.")


async def salt() -> None:
    await timer("salt", 30)
    print("Salted.")


def turn() -> None:
    hands("turn in the pan", 20)
    print("Fish!")


async def steak() -> None:
    async with tongs:
        hands("lay it in the pan", 20)
        await timer("sear", 90)
        async with board:
            hands("slice", 30)


async def fish() -> None:
    async with board:
        fillet()
        await salt()
        async with tongs:
            turn()


async def dinner() -> None:
    await asyncio.gather(steak(), fish(), steak())


asyncio.run(dinner())
