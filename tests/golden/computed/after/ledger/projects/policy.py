"""Who may do what with projects."""

from keel.access import Policy, anyone, signed_in

POLICY = Policy(read=anyone, write=signed_in)
