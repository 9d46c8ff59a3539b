"""The egg rings at 0:30, but the chef kneads until 1:30. Nothing interrupts a step."""

predict = ["Soup: chop", "Egg: boil", "Bread: knead", "Egg: peel", "Soup: stir", "Bread: done"]
