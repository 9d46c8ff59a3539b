"""The soup was begun first, but it simmers for five minutes: the egg did not wait for it."""

predict = ["Soup", "Steak", "Egg", "Soup Steak Egg"]
