"""The sandbox: a kitchen whose rules the player sets, beside the same kitchen unchanged."""
