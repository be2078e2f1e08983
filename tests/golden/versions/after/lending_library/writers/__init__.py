"""Writers: who wrote books."""
