"""Who may do what with orders."""

from keel.access import Policy, at_least, owner, signed_in

from shop.roles import Role

POLICY = Policy(
    read=owner | at_least(Role.CLERK),
    create=signed_in,
    update=owner,
    actions={
        "place": owner,
        "pay": at_least(Role.CLERK),
        "ship": at_least(Role.CLERK),
        "refund": at_least(Role.CLERK),
    },
)
