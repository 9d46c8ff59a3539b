"""``python -m kitchen`` is the command ``kitchen``."""

from kitchen.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
