import asyncio


async def my_coroutine():
    print("Start")
    await asyncio.sleep(1)
    print("End")


async def main():
    print("Before")
    recipe = my_coroutine()
    print("After")


asyncio.run(main())
