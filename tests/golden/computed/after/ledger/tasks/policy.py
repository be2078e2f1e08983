"""Who may do what with tasks."""

from keel.access import Policy, anyone, at_least, owner, signed_in

from ledger.roles import Role

POLICY = Policy(
    read=anyone, list=owner | at_least(Role.LEAD), create=signed_in, update=owner, delete=owner
)
