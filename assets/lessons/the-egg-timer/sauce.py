import asyncio

from kitchen import timer


async def sauce() -> None:
    try:
        await timer("simmer", 300)
        print("Sauce!")
    finally:
        print("Pan off.")


async def table() -> None:
    try:
        async with asyncio.timeout(180):
            await sauce()
            print("With sauce.")
    except TimeoutError:
        print("Without sauce.")


asyncio.run(table())
