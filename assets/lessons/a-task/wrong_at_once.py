"""Not yet: `create_task` only pins the order up. The chef is still busy with `main`."""

predict = ["Good evening.", "Egg is on.", "Pinned up.", "Egg!", "Served."]
