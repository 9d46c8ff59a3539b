"""What the game sounds like: our own synthesis, the files it renders, and who plays them when."""
