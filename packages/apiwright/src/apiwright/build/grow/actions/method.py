"""What the service does for an action."""

from collections.abc import Iterator

from apiwright.blueprint.actions.action import Setting
from apiwright.build.grow import origins
from apiwright.build.grow.actions.deed import Deed


def method(deed: Deed) -> str:
    """Its method; where the page does not say what it does, one that says so too."""
    parameters = ", ".join(["self", *deed.parameters])
    return "\n".join(
        [
            f"async def {deed.action.method}({parameters}) -> {deed.answer}:",
            deed.docstring(8),
            *(f"    {step}" for step in _steps(deed)),
        ]
    )


def _steps(deed: Deed) -> Iterator[str]:
    row, action = deed.row, deed.action
    changes = list(_changes(deed))
    if not action.on_collection:
        named = f"{row} = " if changes else ""
        yield f"{named}await self.row_for({', '.join(_conditions(deed))})"
    yield from (f"{row}.{change}" for change in changes)
    if deed.is_told:
        yield f"return await self.save({row})"
    else:
        yield f"raise Unwritten  # to be written: {_left(deed)}"


def _conditions(deed: Deed) -> Iterator[str]:
    """What `row_for` is asked."""
    yield f'"{deed.action.name}"'
    yield f"{deed.resource.noun}_id"
    if any(field.target for field in deed.action.body):
        yield "body"
    if deed.needs:
        yield f"needs=({deed.needs.removesuffix(' ')})"
    for move in deed.action.moves:
        states = [deed.column(move.field).source(state) for state in move.sources]
        said = ", ".join(states)
        yield f"{move.field}={said if len(states) == 1 else f'({said})'}"


def _changes(deed: Deed) -> Iterator[str]:
    for move in deed.action.moves:
        yield f"{move.field} = {deed.column(move.field).source(move.target)}"
    for setting in deed.action.sets:
        yield f"{deed.column(setting.field).name} = {_value(setting, deed)}"
    for field in deed.written:
        yield f"{field.column} = body.{field.column}"


def _value(setting: Setting, deed: Deed) -> str:
    if setting.origin:
        return origins.source(setting.origin)
    return deed.column(setting.field).source(setting.value)


def _left(deed: Deed) -> str:
    """What is left to be written, in words."""
    named = ", ".join(f"`body.{field.column}`" for field in deed.left)
    return f"what becomes of {named}" if named and deed.action.moves else "what it does"
