"""That is another web: there, a page takes 0.2 seconds, whatever your program says."""

change = [0]
