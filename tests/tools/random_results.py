"""Random shifts that have been cooked, in any kitchen."""

from __future__ import annotations

from hypothesis import strategies as st

from kitchen import run
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import FOUR

RESULTS = st.builds(
    lambda shift, mode, policy: run(kitchen_shift(shift), mode, policy=policy),
    shifts(together=True, holds=True, patience=True),
    st.sampled_from(FOUR),
    st.sampled_from(["fifo", "deadline"]),
)
