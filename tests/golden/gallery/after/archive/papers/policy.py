"""Who may do what with papers."""

from keel.access import Policy, at_least, owner, signed_in

from archive.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.ARCHIVIST),
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.ARCHIVIST),
    actions={"file": at_least(Role.ARCHIVIST)},
)
