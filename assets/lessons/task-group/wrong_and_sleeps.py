"""Both served, and then 6 minutes of nothing."""

change = [0, 1]
