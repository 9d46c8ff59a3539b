"""`set` runs nobody: it only wakes them. The soup goes on to its own next line first."""

predict = ["Ada carries", "Ben carries", "Service!", "Cy carries"]
