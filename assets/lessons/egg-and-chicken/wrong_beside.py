"""The egg is not on yet: its line runs when `await chicken()` is done."""

predict = ["Chicken is on.", "Egg is on.", "Egg!", "Chicken!", "Dinner!"]
