"""Who may do what with topics."""

from keel.access import Policy, anyone

POLICY = Policy(read=anyone)
