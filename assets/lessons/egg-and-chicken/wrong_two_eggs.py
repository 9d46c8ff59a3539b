"""One line too many: two eggs were boiled."""

arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    await hen
    await egg
    await boil()
    print("Dinner!")
"""
