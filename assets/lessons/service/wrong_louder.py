"""The plate stands there, and Ben waits for a bell that has rung already, however loud it was."""

change = [0]
