"""
Python warns when it throws an unused recipe card away. `recipe` still holds it while After is
printed.
"""

predict = ["Before", "RuntimeWarning: coroutine 'my_coroutine' was never awaited", "After"]
