"""An error comes up where somebody awaits the task. Nobody does, so the soup goes on."""

predict = ["LookupError: no parsley", "Soup!", "All is well."]
