import asyncio

from kitchen import hands, timer

GUESTS = ["Ada", "Ben", "Cy", "Dee"]

inside = []


class OvenFull(Exception):
    pass


def new_oven() -> asyncio.Semaphore:
    return asyncio.Semaphore(2)


async def bake(guest: str) -> None:
    inside.append(guest)
    if len(inside) > 2:
        raise OvenFull(f"no room for {guest}")
    await timer("bake", 300)
    inside.remove(guest)


async def evening() -> None:
    oven = asyncio.Semaphore(4)

    async def pizza(guest: str) -> None:
        hands("roll the dough", 60)
        async with oven:
            await bake(guest)
            hands("slice and serve", 60)

    await asyncio.gather(*map(pizza, GUESTS))


asyncio.run(evening())
