"""The waiter has to take plate 1 before he serves it, and plate 3 fits as soon as he has."""

predict = [
    "Plate 1 is on the pass",
    "Plate 2 is on the pass",
    "Plate 1 is served",
    "Plate 3 is on the pass",
    "Plate 2 is served",
    "Plate 3 is served",
    "Closed",
]
