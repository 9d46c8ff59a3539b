"""The group was left before this dish was ordered: it is finished, and takes no more."""

arrange = """
async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(cook("Soup", 300))
    table.create_task(cook("Egg", 420))
    print("Dinner!")
"""
