"""The egg's timer is the shorter one: it was ready first."""

predict = ["Soup: chop", "Egg: boil", "Bread: knead", "Bread: done", "Soup: stir", "Egg: peel"]
