import asyncio

from kitchen import hands, timer


async def lemon() -> None:
    await timer("the courier rides", 600)


async def tart() -> None:
    hands("roll out", 60)
    try:
        await lemon()
        print("With lemon.")
    except asyncio.CancelledError:
        print("With sugar.")
    await timer("bake", 300)
    hands("slice", 30)


asyncio.run(tart())
