"""Who may do what with tickets."""

from keel.access import Policy, at_least, owner, signed_in

from desk.roles import Role

POLICY = Policy(
    read=signed_in,
    create=signed_in,
    update=owner | at_least(Role.EDITOR),
    delete=at_least(Role.EDITOR),
    restore=at_least(Role.EDITOR),
    purge=at_least(Role.ADMIN),
    actions={"close": owner | at_least(Role.EDITOR), "import": at_least(Role.EDITOR)},
)
MERGE_TICKET = at_least(Role.EDITOR)
