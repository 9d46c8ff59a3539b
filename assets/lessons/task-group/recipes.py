import asyncio


async def cook(dish, seconds):
    print(dish, "is on.")
    await asyncio.sleep(seconds)
    print(dish, "is done.")


async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(cook("Soup", 300))
        table.create_task(cook("Egg", 420))
        print("Both are ordered.")
    print("Dinner!")


asyncio.run(main())
