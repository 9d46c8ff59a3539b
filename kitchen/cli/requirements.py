"""Requirements: what the game cannot do without, and a headless kitchen can."""

from __future__ import annotations

from importlib.util import find_spec

from kitchen.errors import KitchenError

REQUIREMENTS = {
    "pygame": "pygame-ce",
    "fontpkg_lilita_one": "fontpkg-lilita-one",
    "fontpkg_barlow": "fontpkg-barlow",
    "fontpkg_ibm_plex_mono": "fontpkg-ibm-plex-mono",
    "fontpkg_atkinson_hyperlegible": "fontpkg-atkinson-hyperlegible",
    "PIL": "pillow",
    "filelock": "filelock",
    "platformdirs": "platformdirs",
    "tomli_w": "tomli-w",
}
"""Modules, and what to install for each."""


def check_requirements() -> None:
    """Raises `KitchenError`, which says what to install, if something is missing."""
    missing = [package for module, package in REQUIREMENTS.items() if find_spec(module) is None]
    if missing:
        raise KitchenError(
            f"the game needs what is not installed: pip install {' '.join(missing)} "
            f"(kitchen run and kitchen compare work without it)"
        )
