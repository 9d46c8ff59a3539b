"""That is the chef who stays. This one is free at `await`, and the egg's guest waits already."""

predict = ["Soup on", "Soup done", "Egg on", "Egg done"]
