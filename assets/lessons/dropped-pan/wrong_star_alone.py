"""The soup still simmers for nobody: `gather` cancels nobody, however the error is caught."""

change = [1]
