"""Begin both, then wait for both."""

arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    boiled = asyncio.create_task(egg())
    await hen
    await boiled
    print("Dinner!")
"""
