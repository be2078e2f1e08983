"""Who may do what with invoice lines."""

from keel.access import Policy, at_least, owner, signed_in

from chinook.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.AGENT),
    create=signed_in,
    update=at_least(Role.AGENT),
    delete=at_least(Role.AGENT),
)
