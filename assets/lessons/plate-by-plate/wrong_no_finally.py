"""The cake fell, and nobody turned the oven off."""

arrange = """
@asynccontextmanager
async def hot_oven():
    print("Oven on")
    yield
    print("Oven off")
"""
