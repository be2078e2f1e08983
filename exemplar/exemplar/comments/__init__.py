"""Comments: what somebody says about a note."""
