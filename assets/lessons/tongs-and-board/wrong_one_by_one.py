"""Both were served: the steak had tongs and board before the fish took the board. Give the fish a
head start."""

stuck = [1, 1, 1, 2, 2, 2, 2, 2]
