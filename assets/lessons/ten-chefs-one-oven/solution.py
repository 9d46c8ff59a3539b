"""A roast may rest on the counter."""

change = [1]
