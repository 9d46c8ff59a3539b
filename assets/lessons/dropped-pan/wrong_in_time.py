"""Nothing burnt: you were there when the fish rang. Have your hands full just then."""

burn = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2]
