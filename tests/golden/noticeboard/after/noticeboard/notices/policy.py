"""Who may do what with notices."""

from keel.access import Policy, anyone

POLICY = Policy(read=anyone, create=anyone, delete=anyone)
