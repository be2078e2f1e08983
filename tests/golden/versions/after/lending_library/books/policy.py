"""Who may do what with books."""

from keel.access import Policy, anyone, at_least

from lending_library.roles import Role

POLICY = Policy(
    read=anyone,
    write=at_least(Role.LIBRARIAN),
    actions={"discard": at_least(Role.LIBRARIAN), "annotate": at_least(Role.LIBRARIAN)},
)
LONGEST_BOOKS = anyone
