"""Too late: the egg's line ran only after the chicken was done."""

arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    await hen
    egg = asyncio.create_task(boil())
    await egg
    print("Dinner!")
"""
