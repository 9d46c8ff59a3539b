import asyncio
from asyncio import FIRST_COMPLETED, wait

from kitchen import hands, timer


async def courier(name: str, seconds: float) -> str:
    await timer("ride", seconds)
    print(name, "is here.")
    return name


def names(rides: set) -> list[str]:
    return sorted(ride.result() for ride in rides)


async def cake() -> None:
    hands("grate the lemon", 60)
    await timer("bake", 600)


async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    riding = wait([ada, ben], return_when=FIRST_COMPLETED)
    done, late = await riding
    for ride in late:
        ride.cancel()
    print("Paid:", *names(done))
    await cake()


asyncio.run(lemons())
