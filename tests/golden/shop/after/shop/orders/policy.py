"""Who may do what with orders."""

from keel.access import Policy, at_least, may, owner, signed_in

from shop.roles import Role
from shop.users.models import UserPermission

POLICY = Policy(
    read=owner | may(UserPermission.REFUND) | at_least(Role.CLERK),
    create=signed_in,
    update=owner,
    actions={
        "place": owner,
        "pay": at_least(Role.CLERK),
        "ship": at_least(Role.CLERK),
        "refund": may(UserPermission.REFUND) | at_least(Role.ADMIN),
    },
)
