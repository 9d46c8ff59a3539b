"""Both served, and then 5 minutes of nothing."""

change = [0, 1]
