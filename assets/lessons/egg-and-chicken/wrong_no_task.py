"""A name is used that no line makes: `create_task` for it is missing."""

arrange = """
async def dinner():
    await hen
    await boil()
    print("Dinner!")
"""
