"""The timeline: who was needed when."""
