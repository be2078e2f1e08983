"""Who may do what with readings."""

from keel.access import Policy, owner, signed_in

POLICY = Policy(read=owner, create=signed_in, update=owner, delete=owner, actions={"check": owner})
