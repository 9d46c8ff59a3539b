"""The soup came off. But a task group raises an `ExceptionGroup`, and `except PanDropped` does not
catch that."""

change = [0]
