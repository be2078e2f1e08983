"""Who may do what with tickets."""

from keel.access import Policy, at_least, may, owner, signed_in

from helpdesk.roles import Role
from helpdesk.users.models import UserPermission

POLICY = Policy(
    read=owner | may(UserPermission.READ_ALL) | may(UserPermission.REFUND) | at_least(Role.AGENT),
    create=signed_in,
    update=owner | at_least(Role.AGENT),
    actions={"refund": may(UserPermission.REFUND) | at_least(Role.LEAD)},
)
REFUNDABLE_TICKETS = may(UserPermission.REFUND) | at_least(Role.AGENT)
