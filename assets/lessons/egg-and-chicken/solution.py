"""Begin both, then wait for both."""

cook = [1, 2, 2, 1]
arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    await hen
    await egg
    print("Dinner!")
"""
change = [0, 1]
