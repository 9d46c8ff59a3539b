"""That is one chef. Here each dish has its own, so the egg begins at once."""

predict = ["Chicken is on.", "Chicken!", "Egg is on.", "Egg!", "Dinner!"]
