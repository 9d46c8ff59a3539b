"""Building: the steps in which a program is put together. Lines of it are arranged (`arrange`), or
tokens of it changed (`change`)."""
