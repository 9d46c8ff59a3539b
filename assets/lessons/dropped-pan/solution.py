"""A group cancels the others; its errors come as a group. Bread while the fish is on burns it."""

change = [0, 1]
burn = [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2]
