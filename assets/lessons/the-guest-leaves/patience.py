import asyncio

from kitchen import hands, timer


async def risotto() -> None:
    hands("rice in the pan", 30)
    try:
        await timer("simmer", 300)
        print("Risotto!")
    finally:
        hands("gas off", 10)
        print("Gas off.")


async def table() -> None:
    try:
        async with asyncio.timeout(120):
            await risotto()
            print("Served.")
    except TimeoutError:
        print("Table cleared.")


asyncio.run(table())
