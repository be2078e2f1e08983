"""Older versions of an API: the endpoints of today, in the shapes of then."""

from keel.versions.older import OlderVersion
from keel.versions.shape import Shape

__all__ = ["OlderVersion", "Shape"]
