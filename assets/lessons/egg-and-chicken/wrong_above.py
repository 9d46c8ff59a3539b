"""A name is used above the line that makes it: first `create_task`, then `await`."""

arrange = """
async def dinner():
    await hen
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    await egg
    print("Dinner!")
"""
