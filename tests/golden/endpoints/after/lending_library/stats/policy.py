"""Who may ask for stats."""

from keel.access import at_least

from lending_library.roles import Role

LENDING = at_least(Role.LIBRARIAN)
