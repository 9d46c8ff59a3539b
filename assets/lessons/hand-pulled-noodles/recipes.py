import asyncio

from kitchen import hands


async def bowl(number: int) -> None:
    hands("pull noodles", 300)
    minutes = asyncio.get_running_loop().time() / 60
    print(f"Bowl {number} after {minutes:.0f} minutes")


async def main() -> None:
    await asyncio.gather(bowl(1), bowl(2), bowl(3))
    print("All three are out")


asyncio.run(main())
