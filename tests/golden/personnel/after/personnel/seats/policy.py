"""Who may do what with seats."""

from keel.access import Policy, members, owners

from personnel.seats.models import Seat, SeatRole
from personnel.teams.models import Team

owner_of_team = owners(Team, of="team")
member = members(Seat, of="team")
member_as_lead = members(Seat, of="team", least=SeatRole.LEAD)

POLICY = Policy(read=owner_of_team | member, write=owner_of_team | member_as_lead)
