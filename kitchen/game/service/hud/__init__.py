"""Around the kitchen: the top bar, the rail of tickets, goals and streaks."""
