import asyncio


async def egg():
    print("Egg is on.")
    await asyncio.sleep(420)
    print("Egg!")


async def greet():
    await asyncio.sleep(300)
    print("Welcome!")


async def main():
    order = asyncio.create_task(egg())
    await greet()
    await order
    print("Served.")


asyncio.run(main())
