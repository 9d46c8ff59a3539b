"""A guest has left: while the chef stood at the soup, nobody put the egg on."""

cook = [2, 1]
