"""lol.com set its timer first, so it rings first."""

predict = ["Starting lol.com", "Starting sike.org", "Finished sike.org", "Finished lol.com"]
