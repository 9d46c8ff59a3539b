import asyncio

from kitchen import timer


async def payment() -> None:
    await timer("the card is read", 100)
    print("Paid.")


async def table() -> None:
    paying = asyncio.create_task(payment())
    try:
        async with asyncio.timeout(60):
            await asyncio.shield(paying)
    except TimeoutError:
        print("The guest leaves.")
    await paying


asyncio.run(table())
