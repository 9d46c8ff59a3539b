import asyncio

from kitchen import hands, timer


async def courier(name: str, seconds: float) -> str:
    await timer("ride", seconds)
    print(name, "is here.")
    return name


async def cake() -> None:
    hands("grate the lemon", 60)
    await timer("bake", 600)


async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    done, late = await asyncio.wait([ada, ben], return_when=asyncio.FIRST_COMPLETED)
    for ride in late:
        ride.cancel()
    print("Paid:", *sorted(ride.result() for ride in done))
    await cake()


asyncio.run(lemons())
