"""Search: what a word is, where the words of rows are kept, and which rows have them."""
