import asyncio

from kitchen import hands, timer


async def picture(number: int) -> None:
    await timer("wait for the order", 60)
    hands("compute", 120)
    print(f"Picture {number} is sent")


async def main() -> None:
    await asyncio.gather(picture(1), picture(2), picture(3))


asyncio.run(main())
