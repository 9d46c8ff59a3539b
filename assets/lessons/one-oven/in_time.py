import asyncio

from kitchen import hands, timer

oven = asyncio.Semaphore(2)
inside = []


def new_oven() -> asyncio.Semaphore:
    return asyncio.Semaphore(2)


class OvenFull(Exception):
    pass


async def pizza(guest: str) -> None:
    hands("roll the dough", 60)
    async with oven:
        inside.append(guest)
        if len(inside) > 2:
            raise OvenFull(f"no room for {guest}")
        await timer("bake", 300)
        inside.remove(guest)
    hands("slice and serve", 60)


async def evening() -> None:
    guests = ["Ada", "Ben", "Cy", "Dee"]
    await asyncio.gather(*(pizza(guest) for guest in guests))


asyncio.run(evening())
