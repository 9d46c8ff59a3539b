import asyncio

from kitchen import hands, timer


async def risotto() -> None:
    try:
        await timer("simmer", 300)
        print("Risotto!")
    except asyncio.CancelledError:
        print("Nobody eats it.")
        raise
    finally:
        hands("gas off", 10)
        print("Gas off.")


async def table() -> None:
    cooking = asyncio.create_task(risotto())
    await asyncio.sleep(120)
    cooking.cancel()
    print("The guest leaves.")
    try:
        await cooking
    except asyncio.CancelledError:
        print("Table cleared.")


asyncio.run(table())
