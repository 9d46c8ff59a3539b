"""The commis minces on: no `CancelledError` can reach a thread. He is done before you close."""

predict = ["No burger.", "Closed."]
