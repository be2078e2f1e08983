"""The endpoint of an action."""

from collections.abc import Iterator

from apiwright.blueprint import names
from apiwright.build.grow.actions.deed import Deed


def route(deed: Deed) -> str:
    """Its endpoint, as the exemplar's notes have it."""
    nouns, name = deed.resource.nouns, deed.action.function(deed.resource)
    parameters = ", ".join([*deed.parameters, f"{nouns}: {names.pascal(nouns)}"])
    given = ", ".join(each.partition(":")[0] for each in deed.parameters)
    returned = "" if deed.action.returns is None else "return "
    return "\n".join(
        [
            f"@router.post({', '.join(_options(deed))})",
            f"async def {name}({parameters}) -> {deed.answer}:",
            deed.docstring(4),
            f"    {returned}await {nouns}.{deed.action.method}({given})",
        ]
    )


def _options(deed: Deed) -> Iterator[str]:
    row = "" if deed.action.on_collection else f"/{{{deed.resource.noun}_id}}"
    yield f'"{row}/{deed.action.path}"'
    if deed.action.returns is None:
        yield "status_code=204"
    yield f'dependencies=[allow(POLICY.action("{deed.action.name}"))]'
    if failures := ", ".join(_failures(deed)):
        yield f"responses=answers({failures})"


def _failures(deed: Deed) -> Iterator[str]:
    """How it can fail beside what every operation of its kind can."""
    action, resource = deed.action, deed.resource
    changed = {field.name for field in deed.written} | {each.field for each in action.sets}
    alone = [(field.name,) for field in resource.fields if field.unique]
    is_unique = any(changed & {*group} for group in (*alone, *resource.unique))
    is_ruled = bool(changed) and resource.has_rules_among_rows
    if action.moves or action.needs or is_unique or is_ruled:
        yield "Conflict"
    if not deed.is_told:
        yield "Unwritten"
