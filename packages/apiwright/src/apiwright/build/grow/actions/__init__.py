"""Actions: their endpoints, bodies and methods, and what their tests expect of them."""

from apiwright.build.grow.actions.deed import Deed, deeds
from apiwright.build.grow.actions.expected import expected, expected_imports
from apiwright.build.grow.actions.method import method
from apiwright.build.grow.actions.route import route
from apiwright.build.grow.actions.schema import schema

__all__ = ["Deed", "deeds", "expected", "expected_imports", "method", "route", "schema"]
