"""The egg's guest has left: nothing could interrupt the noodles."""

cook = [1, 2, 2]
