"""Authors: a person who writes books."""
