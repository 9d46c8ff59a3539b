"""Nothing burnt: you were there when the fish rang. Have your hands full just then."""

burn = [(0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (200, 2), (200, 2)]
