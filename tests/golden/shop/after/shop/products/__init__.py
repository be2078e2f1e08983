"""Products: something on the shelf."""
