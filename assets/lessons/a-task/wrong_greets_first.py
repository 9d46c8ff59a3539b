"""12:00: the egg was begun when the greeting was over, or the other way round."""

arrange = """
async def main():
    await greet()
    order = asyncio.create_task(egg())
    await order
    print("Served.")
"""
