"""The egg's guest has left: nothing could interrupt the noodles."""

cook = [2, 1, 1]
