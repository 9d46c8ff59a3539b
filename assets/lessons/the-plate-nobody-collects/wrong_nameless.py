"""You await `baking`, but no task was given that name."""

change = [2]
