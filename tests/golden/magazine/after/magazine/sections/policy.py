"""Who may do what with sections."""

from keel.access import Policy, anyone, at_least

from magazine.roles import Role

POLICY = Policy(
    read=anyone,
    write=at_least(Role.EDITOR),
    actions={"import": at_least(Role.EDITOR), "purge": at_least(Role.EDITOR)},
)
