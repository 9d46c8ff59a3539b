"""What a customer pays. Money is counted in cents, as whole numbers, so that none gets lost."""

TIP = 0.15
"""The share of the price that a customer tips who got a perfect dish at once."""


def payment(price: int, quality: float, patience_left: float) -> tuple[int, int]:
    """What a customer pays and tips, in cents: the price by the dish's quality, and a tip by the
    quality and by the share of patience that is left. Both shares are 0 to 1."""
    return round(price * quality), round(TIP * price * quality * patience_left)
