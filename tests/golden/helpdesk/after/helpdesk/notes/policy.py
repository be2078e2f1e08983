"""Who may do what with notes."""

from keel.access import Policy, may

from helpdesk.users.models import UserPermission

POLICY = Policy(read=may(UserPermission.READ_ALL), create=may(UserPermission.READ_ALL))
