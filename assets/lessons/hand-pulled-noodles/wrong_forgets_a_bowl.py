"""Somebody is still waiting: a bowl that you do not pick gets no chef."""

cook = [1, 2]
