"""Authors: who wrote books."""
