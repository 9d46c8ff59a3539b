""" "Dinner!" stands below the block, which is left when both are done."""

predict = [
    "Both are ordered.",
    "Soup is on.",
    "Egg is on.",
    "Dinner!",
    "Soup is done.",
    "Egg is done.",
]
