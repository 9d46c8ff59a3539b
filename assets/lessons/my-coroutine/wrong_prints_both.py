"""Cooked. But it gives back None: the function returns nothing that could be printed."""

change = [0, 1]
