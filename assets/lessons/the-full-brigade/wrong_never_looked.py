"""Kitchen one still counts twelve: it never looked at what came back."""

arrange = """
async def main():
    pantry = {"eggs": 12}
    there = await cook_there(send(pantry))
    print(f"Kitchen one has {pantry['eggs']} eggs")
"""
