"""The tray was there when it rang, and was carried. Have it come too late."""

unheard = [1, 2, 3, 2, 1, 3]
