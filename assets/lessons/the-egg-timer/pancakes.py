import asyncio

from kitchen import hands, timer


async def pancakes() -> None:
    try:
        async with asyncio.timeout(60):
            hands("flip ten of them", 300)
            print("Flipped.")
            await timer("rest", 30)
            print("Rested.")
    except TimeoutError:
        print("Too late.")


asyncio.run(pancakes())
