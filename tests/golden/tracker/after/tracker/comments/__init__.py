"""Comments: what somebody said about an issue."""
