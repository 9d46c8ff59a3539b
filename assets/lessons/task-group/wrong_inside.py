"""Inside of the block, "Dinner!" is called while the dishes are only ordered."""

arrange = """
async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(cook("Soup", 300))
        table.create_task(cook("Egg", 420))
        print("Dinner!")
"""
