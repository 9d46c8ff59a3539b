import asyncio


async def cook(dish, seconds):
    print(dish, "is on.")
    await asyncio.sleep(seconds)
    print(dish, "is done.")


async def main():
    asyncio.create_task(cook("Soup", 300))
    asyncio.create_task(cook("Egg", 420))
    await asyncio.sleep(60)
    print("Dinner!")


asyncio.run(main())
