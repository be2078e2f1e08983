"""Articles are written, reviewed and published."""
