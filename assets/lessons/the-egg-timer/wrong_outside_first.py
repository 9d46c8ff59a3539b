"""The error starts inside, at the `await` of the simmering, and comes out from there: `finally` is
on its way."""

predict = ["Without sauce.", "Pan off."]
