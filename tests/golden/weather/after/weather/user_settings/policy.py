"""Who may do what with user settings."""

from keel.access import Policy, owner

POLICY = Policy(read=owner, update=owner)
