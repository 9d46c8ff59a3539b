import asyncio

from kitchen import hands, station, timer


async def roast(number: int) -> None:
    hands("season", 300)
    async with station("oven"):
        await timer("roast", 240)
    await timer("rest", 120)


async def main() -> None:
    await asyncio.gather(*(roast(number) for number in range(1, 11)))
    minutes = asyncio.get_running_loop().time() / 60
    print(f"Ten roasts after {minutes:.0f} minutes")


asyncio.run(main())
