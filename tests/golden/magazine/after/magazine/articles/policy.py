"""Who may do what with articles."""

from keel.access import Policy, anyone, at_least, owner, signed_in

from magazine.roles import Role

POLICY = Policy(
    read=anyone,
    create=signed_in,
    update=owner,
    delete=owner,
    actions={
        "submit": owner,
        "send_back": at_least(Role.EDITOR),
        "publish": at_least(Role.EDITOR),
        "hide": owner | at_least(Role.EDITOR),
        "move": owner | at_least(Role.EDITOR),
        "hand_over": owner,
    },
)
