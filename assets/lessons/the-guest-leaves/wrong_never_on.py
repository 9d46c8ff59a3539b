"""The guest left before any rice was in the pan: nothing was on that could hear of it."""

too_late = [2, 2]
