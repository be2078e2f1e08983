"""One-time tokens: what a mail carries to prove that somebody reads an address."""
