"""Labels: a word that sorts issues."""
