import asyncio

from kitchen import hands

STRANDS = 5


async def bowl(number: int) -> None:
    for _ in range(STRANDS):
        hands("pull", 60)
    print(f"Bowl {number}")


async def main() -> None:
    await asyncio.gather(bowl(1), bowl(2), bowl(3))


asyncio.run(main())
