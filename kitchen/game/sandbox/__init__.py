"""The sandbox: a kitchen whose rules the player sets, beside the same kitchen unchanged.

What it computes comes from `kitchen.lab`; here it is shown and set. The title opens it, and it
opens a service. A new rule goes into `ranges`, a new plot into the topics of `curve`.
"""
