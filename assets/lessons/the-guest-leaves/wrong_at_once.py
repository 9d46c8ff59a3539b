"""`cancel` asks and comes back at once: the table prints its line before the risotto hears of it."""

predict = ["Nobody eats it.", "Gas off.", "The guest leaves.", "Table cleared."]
