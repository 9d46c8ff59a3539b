"""The egg cannot be on yet: `soup()` is not done before it has printed "Soup!"."""

predict = ["Soup is on.", "Egg is on.", "Soup!", "Egg!"]
