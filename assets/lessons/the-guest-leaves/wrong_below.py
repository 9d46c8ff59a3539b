"""The gas burns on: what stands below the `await` is not reached when that raises."""

arrange = """
async def risotto() -> None:
    hands("rice in the pan", 30)
    await timer("simmer", 300)
    print("Risotto!")
    hands("gas off", 10)
    print("Gas off.")
"""
