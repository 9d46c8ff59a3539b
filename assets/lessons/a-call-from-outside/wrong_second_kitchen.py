"""`asyncio.run` opened a second kitchen, with a loop of its own: the real one never heard of the egg."""

arrange = """
def hall(loop):
    time.sleep(60)
    dish = asyncio.run(egg())
    print(f"Hall: got {dish}")
"""
