"""Labels: a word that papers are found by."""
