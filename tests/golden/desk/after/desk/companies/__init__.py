"""Companies: who pays for a desk."""
