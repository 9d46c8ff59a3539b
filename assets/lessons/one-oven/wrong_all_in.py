"""There are two places: Cy waits in front of the oven until somebody is out."""

predict = ["Ada in", "Ben in", "Cy in", "Ada out", "Ben out", "Cy out"]
