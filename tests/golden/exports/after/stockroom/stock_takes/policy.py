"""Who may do what with stock takes."""

from keel.access import Policy, owner, signed_in

POLICY = Policy(list=owner, create=signed_in)
