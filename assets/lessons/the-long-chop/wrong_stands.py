"""The chef stood there until the bread had risen: nobody else got any hands."""

change = [2]
