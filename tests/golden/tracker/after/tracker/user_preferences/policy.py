"""Who may do what with user preferences."""

from keel.access import Policy, owner

POLICY = Policy(read=owner, update=owner)
