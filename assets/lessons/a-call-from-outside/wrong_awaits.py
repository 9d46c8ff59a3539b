"""`await` stands in a plain function: Python cannot even read that."""

arrange = """
def hall(loop):
    time.sleep(60)
    dish = await egg()
    print(f"Hall: got {dish}")
"""
