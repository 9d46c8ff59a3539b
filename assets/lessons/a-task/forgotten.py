import asyncio


async def egg():
    print("Egg is on.")
    await asyncio.sleep(420)
    print("Egg!")


async def main():
    print("Good evening.")
    order = asyncio.create_task(egg())
    print("Pinned up.")


asyncio.run(main())
