"""The sleep begins when the stir is done: a round takes 5:20."""

predict = ["Stir at 0:00", "Stir at 5:00", "Stir at 10:00"]
