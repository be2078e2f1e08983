"""Fields that only some callers may read or write, as their policy promises them."""

from keel.access import Belonging, Grant, Ownership, Rule
from keel.testing.fields import Field, fields_of
from keel.testing.kinds import is_for_the_scene
from keel.testing.references import is_owned
from keel.testing.resource import Resource
from keel.testing.standings import Kind, Standing, standings


def settable_fields(resource: Resource, operation: str) -> list[Field]:
    """The fields of an operation's body that some kind of caller may set."""
    schema = resource.body(operation)
    return [
        field
        for field in (fields_of(schema) if schema else ())
        if any(_may_set(resource, operation, field.name, kind) for kind in kinds_of(resource))
    ]


def kinds_of(resource: Resource) -> dict[Kind, Standing]:
    """Every kind of caller that the policy of a resource tells apart."""
    return standings(resource.policy, owned=resource.owner_field is not None)


def may_write(resource: Resource, field: str, standing: Standing, operation: str) -> bool:
    """Whether a caller may set a field of the row that an operation makes or changes."""
    rules = resource.policy.fields.get(field)
    return rules is None or meets(standing, rules.write, resource, operation)


def meets(standing: Standing, rule: Rule, resource: Resource, operation: str) -> bool:
    """Whether the rule of a field admits a caller, on the row of an operation in a scene.

    What somebody makes is theirs, and has no members before it is there; of the accounts in a
    scene, none is the caller's own.
    """
    own: frozenset[Grant] = frozenset({Ownership()})
    grants = standing.grants - own
    if operation == "create":
        grants = frozenset(filter(_is_of_what_was_there, grants))
    if is_owned(resource.model) and (operation == "create" or own <= standing.grants):
        grants |= own
    return Standing(standing.caller, grants).meets(rule)


def _may_set(resource: Resource, operation: str, field: str, kind: Kind) -> bool:
    standing = kinds_of(resource)[kind]
    is_let_in = is_for_the_scene(resource.policy, operation, kind)
    return is_let_in and may_write(resource, field, standing, operation)


def _is_of_what_was_there(grant: Grant) -> bool:
    return not isinstance(grant, Belonging) or bool(grant.path)
