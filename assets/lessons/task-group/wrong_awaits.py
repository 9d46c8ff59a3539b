"""12:00: this line cooks the soup before the egg is even ordered."""

arrange = """
async def main():
    async with asyncio.TaskGroup() as table:
        await cook("Soup", 300)
        table.create_task(cook("Egg", 420))
    print("Dinner!")
"""
