"""The block waits for all that was begun in it."""

change = [0]
arrange = """
async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(cook("Soup", 300))
        table.create_task(cook("Egg", 420))
    print("Dinner!")
"""
