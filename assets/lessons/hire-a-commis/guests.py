import asyncio
import inspect
import time


def soup() -> None:
    time.sleep(60)


async def salad() -> None:
    time.sleep(60)


async def table(plate: str, dish) -> None:
    """What some web frameworks do with each request."""
    if inspect.iscoroutinefunction(dish):
        await dish()
    else:
        await asyncio.to_thread(dish)
    print(plate, "is eaten")


async def evening() -> None:
    guests = ["Ada", "Ben", "Cy"]
    await asyncio.gather(*(table(f"{guest}'s soup", soup) for guest in guests))
    await asyncio.gather(*(table(f"{guest}'s salad", salad) for guest in guests))


asyncio.run(evening())
