"""Who asks, who may, and on which rows: plain values and SQL conditions, no web framework."""

from keel.access.caller import ANONYMOUS, Caller
from keel.access.field_rules import FieldRules
from keel.access.grants import Belonging, Grant, Ownership
from keel.access.membership import Membership
from keel.access.policy import Operation, Policy
from keel.access.rules import Rule, anyone, at_least, may, members, nobody, owner, owners, signed_in
from keel.access.scope import Scope

__all__ = [
    "ANONYMOUS",
    "Belonging",
    "Caller",
    "FieldRules",
    "Grant",
    "Membership",
    "Operation",
    "Ownership",
    "Policy",
    "Rule",
    "Scope",
    "anyone",
    "at_least",
    "may",
    "members",
    "nobody",
    "owner",
    "owners",
    "signed_in",
]
