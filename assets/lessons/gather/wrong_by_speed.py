"""The tray keeps the order in which you gave the dishes, not the one in which they were done."""

predict = [
    "Soup is on.",
    "Egg is on.",
    "Toast is on.",
    "Toast is done.",
    "Soup is done.",
    "Egg is done.",
    "Tray: Toast Soup Egg",
]
