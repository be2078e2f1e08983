"""Who may do what with annexes."""

from keel.access import Policy, at_least, may, owner, signed_in

from notary.roles import Role
from notary.users.models import UserPermission

POLICY = Policy(
    read=owner | may(UserPermission.INSPECT) | at_least(Role.NOTARY),
    create=signed_in,
    update=owner,
    delete=owner | at_least(Role.NOTARY),
    history=may(UserPermission.INSPECT) | at_least(Role.NOTARY),
)
