"""The history of rows: what changed, when and by whom."""
