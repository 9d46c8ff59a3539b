"""Cooked. But its dish is None: the function returns nothing that could be printed."""

change = [0, 1]
