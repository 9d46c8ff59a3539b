"""
"Dinner!" was called before it was ready: every task needs its `await` before that.
"""

arrange = """
async def dinner():
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    await egg
    print("Dinner!")
    await hen
"""
