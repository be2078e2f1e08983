"""A year in the life of a tracker."""
