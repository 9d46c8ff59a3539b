"""What is asked: shifts, orders, recipes, crews and their pace, as plain values.

Each checks what it is given and refuses the rest with a `ShiftError` that names the key. Recipes
are written against the `Cook` in `recipe.py` alone. It knows nothing of how all that is cooked or
seen. A new thing that a shift can say is a field in `shift.py`, and one in the cookbook's files.
"""
