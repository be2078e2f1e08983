"""Who may do what with topics."""

from keel.access import Policy, anyone, at_least

from exemplar.roles import Role

# grow: policy
POLICY = Policy(read=anyone, write=at_least(Role.ADMIN))
# grow: endpoints
BUSIEST_TOPICS = anyone
MERGE_TOPIC = at_least(Role.ADMIN)
# end
