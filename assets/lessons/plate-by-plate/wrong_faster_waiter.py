"""Carried faster, and the first guest still waits for the third cake to be baked."""

change = [1]
