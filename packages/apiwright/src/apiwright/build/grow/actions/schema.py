"""The schema of what callers send with an action."""

from apiwright.blueprint.model import Field
from apiwright.build.grow.actions.deed import Deed
from apiwright.build.grow.columns import Column


def schema(deed: Deed) -> str:
    """Its class; nothing if callers send nothing."""
    if not deed.action.body:
        return ""
    return "\n".join(
        [
            f"class {deed.action.body_class(deed.resource)}(Input):",
            f'    """What it takes to {deed.phrase}."""',
            "",
            *(f"    {_member(field, deed)}" for field in deed.action.body),
        ]
    )


def _member(field: Field, deed: Deed) -> str:
    column = Column(deed.blueprint, deed.resource, field)
    return column.create if field in deed.resource.fields else column.inline
