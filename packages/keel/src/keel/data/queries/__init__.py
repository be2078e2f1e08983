"""Lists: which rows, in what order, how many at once."""
