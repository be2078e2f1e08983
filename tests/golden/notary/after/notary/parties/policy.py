"""Who may do what with parties."""

from keel.access import Policy, at_least, members

from notary.parties.models import Party
from notary.roles import Role

member = members(Party, of="contract")

POLICY = Policy(read=member | at_least(Role.NOTARY), write=at_least(Role.NOTARY))
