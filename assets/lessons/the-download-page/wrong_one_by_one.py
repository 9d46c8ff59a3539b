"""lol.com lets go at its `await`, before it is finished: then it is sike.org's turn."""

predict = ["Starting lol.com", "Finished lol.com", "Starting sike.org", "Finished sike.org"]
