"""lol.com set its timer first, so it wakes first."""

predict = ["Starting lol.com", "Starting sike.org", "Finished sike.org", "Finished lol.com"]
