"""Who may do what with loans."""

from keel.access import Policy, at_least, owner, signed_in

from archive.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.KEEPER), create=signed_in, delete=owner, purge=at_least(Role.KEEPER)
)
