"""Both looked before one took: minus one fillet. The lock has to go around the look as well as
the act."""

change = [0]
