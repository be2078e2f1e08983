"""Who may do what with contracts."""

from keel.access import Policy, at_least, members

from notary.parties.models import Party, PartyRole
from notary.roles import Role

member = members(Party)
member_as_signatory = members(Party, least=PartyRole.SIGNATORY)

POLICY = Policy(
    read=member | at_least(Role.NOTARY),
    create=at_least(Role.NOTARY),
    update=member_as_signatory,
    delete=at_least(Role.NOTARY),
    history=member_as_signatory | at_least(Role.NOTARY),
    actions={"sign": at_least(Role.NOTARY), "cancel": member_as_signatory},
)
