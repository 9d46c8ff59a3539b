import asyncio
import time


def mince() -> None:
    time.sleep(240)
    print("Minced.")


async def burger() -> None:
    try:
        async with asyncio.timeout(60):
            await asyncio.to_thread(mince)
            print("Burger!")
    except TimeoutError:
        print("No burger.")


async def evening() -> None:
    await burger()
    await asyncio.sleep(300)
    print("Closed.")


asyncio.run(evening())
