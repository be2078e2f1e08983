"""Who may ask for opening hours."""

from keel.access import at_least

from lending_library.roles import Role

CREATE_OPENING_HOURS = at_least(Role.LIBRARIAN)
