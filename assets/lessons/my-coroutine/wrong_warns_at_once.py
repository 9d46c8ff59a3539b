"""
Python tells of the unused card when it throws it away. `recipe` still holds it while After is
printed.
"""

predict = ["Before", "RuntimeWarning: coroutine 'my_coroutine' was never awaited", "After"]
