import asyncio

from kitchen import timer

bell = asyncio.Condition()
plates = []


async def evening() -> None:
    async def cook() -> None:
        for number in (1, 2):
            await timer("cook", 90)
            async with bell:
                plates.append(number)
                bell.notify()

    async def waiter(name: str, walk: float) -> None:
        await timer("walk up", walk)
        async with bell:
            await bell.wait()
            plate = plates.pop(0)
        await timer("carry", 60)
        print(name, "serves plate", plate)

    waiters = waiter("Ada", 20), waiter("Ben", 240)
    await asyncio.gather(cook(), *waiters)


asyncio.run(evening())
