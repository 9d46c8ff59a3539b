"""All ten are ready after five minutes, but the oven takes one at a time: ten times six minutes."""

predict = ["Ten roasts after 11 minutes"]
