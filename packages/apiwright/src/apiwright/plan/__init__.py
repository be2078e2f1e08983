"""What changes: from what stands to what shall stand, complete, reversible and printable."""
