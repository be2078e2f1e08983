"""Who may do what with visits."""

from keel.access import Policy, at_least, owner, signed_in

from practice.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.MANAGER),
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.MANAGER),
    actions={"conclude": owner, "postpone": owner, "reopen": at_least(Role.MANAGER)},
)
