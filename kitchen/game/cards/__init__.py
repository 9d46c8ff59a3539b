"""Help: what each shape, colour and word means, and the keys."""
