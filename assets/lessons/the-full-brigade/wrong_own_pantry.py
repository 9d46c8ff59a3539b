"""Kitchen two cooked with your own pantry: no other process can do that. Send it a copy."""

arrange = """
async def main():
    pantry = {"eggs": 12}
    await cook_there(pantry)
    print(f"Kitchen one has {pantry['eggs']} eggs")
"""
