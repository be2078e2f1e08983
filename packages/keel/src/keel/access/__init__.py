"""Who asks, who may, and on which rows: plain values and SQL conditions, no web framework."""

from keel.access.caller import ANONYMOUS, Caller
from keel.access.policy import Operation, Policy
from keel.access.rules import Rule, anyone, at_least, nobody, owner, signed_in
from keel.access.scope import Scope

__all__ = [
    "ANONYMOUS",
    "Caller",
    "Operation",
    "Policy",
    "Rule",
    "Scope",
    "anyone",
    "at_least",
    "nobody",
    "owner",
    "signed_in",
]
