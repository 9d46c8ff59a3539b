"""It works, for there is no gap any more. But the chef stood there whetting, and the soup came
late."""

change = [1]
