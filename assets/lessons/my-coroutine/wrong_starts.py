"""No Start: the call alone runs nothing of `my_coroutine`, not even its first line."""

predict = ["Before", "Start", "End", "After"]
