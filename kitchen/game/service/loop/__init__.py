"""The loop panel: what runs, who is ready, who waits, and the source of it."""
