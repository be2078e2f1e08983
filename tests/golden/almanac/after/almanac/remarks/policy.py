"""Who may do what with remarks."""

from keel.access import Policy, owner, signed_in

POLICY = Policy(read=owner, create=signed_in)
