"""Nobody is told that the cake fell: the error ended here."""

arrange = """
@asynccontextmanager
async def hot_oven():
    print("Oven on")
    try:
        yield
    except ValueError:
        print("Oven off")
"""
