"""Assets: where pictures, sounds, music and lessons lie."""

from __future__ import annotations

from pathlib import Path


def find_assets() -> Path:
    """The folder of assets: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).resolve().parent
    for folder in (package.parent / "assets", package / "assets"):
        if (folder / "art").is_dir():
            return folder
    raise FileNotFoundError(f"no assets beside or in {package}")
