"""Controls: what a player presses, switches, slides and chooses on a page.

Each is a `Control` with a box; a `Page` moves the focus among them and hands them the pointer. They
know no kitchen and no screen, only how to be drawn and touched. A new control is a subclass in a
file of its own.
"""
