"""Who may do what with issues."""

from keel.access import Policy, signed_in

POLICY = Policy(read=signed_in, write=signed_in)
