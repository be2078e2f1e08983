"""Who may do what with plans."""

from keel.access import Policy, anyone

POLICY = Policy(read=anyone)
