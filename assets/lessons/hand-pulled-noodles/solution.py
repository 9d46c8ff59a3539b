"""Fewer strands are less work; three chefs are more hands."""

change = [2]
cook = [1, 2, 3]
