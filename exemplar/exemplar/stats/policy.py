"""Who may ask for stats."""

from keel.access import at_least

from exemplar.roles import Role

# grow: endpoints
MOODS = at_least(Role.ADMIN)
# end
