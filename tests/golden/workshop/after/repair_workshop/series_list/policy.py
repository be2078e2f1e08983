"""Who may do what with series list."""

from keel.access import Policy, anyone

POLICY = Policy(read=anyone)
