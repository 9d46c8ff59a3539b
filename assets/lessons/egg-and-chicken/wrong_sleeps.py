"""The chef stood there and slept for 15:00: `time.sleep` lets go of nothing."""

arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    time.sleep(900)
    await hen
    await egg
    print("Dinner!")
"""
