"""Who can do something with all that it takes: the rows that a body names, its sender must see."""

from collections.abc import Collection, Mapping

from keel.access import Caller, Policy
from keel.data import Model
from keel.testing.fields import fields_of
from keel.testing.linked import targets
from keel.testing.references import may_see, parents_of
from keel.testing.resource import Resource


class NobodyCan(Exception):  # noqa: N818 - what is so, not that it is an error
    """Who may do something may not do what shall come with it, or sees none of the rows to name."""

    def __init__(self, resource: Resource, operation: str, also: Collection[str]) -> None:
        what = " and ".join(also) or "what it must name"
        super().__init__(
            f"Of those who may {operation} what {resource.noun} is, nobody has {what} too: "
            "they may not, or they see no row to name."
        )


def is_on_row(resource: Resource, operation: str) -> bool:
    """Whether an operation, or an action, is about a row and not about the collection."""
    action = resource.action_endpoints.get(operation)
    return action is None or "{" in action.path


def required_members(resource: Resource, operation: str) -> set[str]:
    """The members that a body of an operation, or of an action, must have."""
    action = resource.action_endpoints.get(operation)
    schema = action.body if action else resource.body(operation)
    return {field.name for field in fields_of(schema) if field.required} if schema else set()


def hidden_members(
    resource: Resource, operation: str, by: Caller, policies: Mapping[type[Model], Policy]
) -> set[str]:
    """The members of a body that name rows of which a caller can see none."""
    acts = (action.refers for action in resource.actions if action.name == operation)
    named = {
        **parents_of(resource.model),
        **targets(resource.model),
        **next(acts, dict[str, type[Model]]()),
    }
    return {
        name
        for name, model in named.items()
        if name != resource.under and not may_see(policies.get(model), model, by)
    }
