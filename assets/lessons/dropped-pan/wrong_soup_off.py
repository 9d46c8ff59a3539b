"""Nobody took the soup off: `gather` raises the first error and lets the others go on."""

predict = ["Soup off.", "Sorry!", "Closed."]
