"""Comments: what somebody says about an issue."""
