"""Api usages: How often an hour's worth of calls came in."""
