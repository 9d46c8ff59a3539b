"""The roasts first; and a result comes home."""

cook = [1, 2, 3, 4, 5, 6, 1, 2, 3]
arrange = """
async def main():
    pantry = {"eggs": 12}
    there = await cook_there(send(pantry))
    pantry = send(there)
    print(f"Kitchen one has {pantry['eggs']} eggs")
"""
