"""Input: keys, buttons and clicks as wishes, and wishes as actions."""
