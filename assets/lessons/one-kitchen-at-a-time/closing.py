import asyncio

from kitchen import hands, timer


async def egg():
    hands("put the egg in", 20)
    await timer("boil", 400)
    hands("peel", 60)
    print("Egg: served")


async def music():
    print("Radio: on")
    try:
        await asyncio.sleep(10_000)
        print("Radio: midnight")
    finally:
        print("Radio: off")


async def main():
    radio = asyncio.create_task(music())
    await egg()
    print("Closing time")


asyncio.run(main())
