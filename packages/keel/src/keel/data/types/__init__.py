"""Types of single values, and the columns that hold them."""
