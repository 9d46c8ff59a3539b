"""The bread and the ragout first: the tray comes late. Who asks first does not need to hear it."""

unheard = [2, 3, 2, 1, 3, 1, 3]
change = [1]
