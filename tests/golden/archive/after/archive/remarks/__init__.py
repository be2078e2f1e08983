"""Remarks: what a reader says about a paper, which stays for good."""
