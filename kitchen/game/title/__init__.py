"""The title screen: the name, the menu, and the cookbook, which is a book of shifts."""
