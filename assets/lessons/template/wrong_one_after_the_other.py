"""The bread waited for the tea."""

change = []
