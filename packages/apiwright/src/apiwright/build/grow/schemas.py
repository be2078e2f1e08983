"""`schemas.py` of a domain: bodies, answers and queries."""

from collections.abc import Iterator

from apiwright.blueprint.access.access import Access
from apiwright.blueprint.fields.built_in import AUDIT, searched, shown_fields
from apiwright.blueprint.model import RELEVANCE, Blueprint, Listing, Resource
from apiwright.build.grow.actions import deeds, schema
from apiwright.build.grow.bulk import bulk_schema
from apiwright.build.grow.columns import Column, columns, with_items
from apiwright.build.grow.exemplar import domain_source
from apiwright.build.grow.exports import of_pages, with_selection
from apiwright.build.grow.files import file_kinds
from apiwright.build.grow.imports import TYPES, with_imports
from apiwright.build.grow.includes import include_alias
from apiwright.build.grow.links import LinkLines, link_lines
from apiwright.build.grow.own.schemas import IMPORTS as OWN
from apiwright.build.grow.own.schemas import schemas as own_schemas
from apiwright.build.grow.regions import fill
from apiwright.build.grow.soft_delete import deleted_schema
from apiwright.build.grow.tenants import begun_with, is_begun
from apiwright.build.grow.text import literal
from apiwright.plan.own import own_of

_USUAL = Listing()
_PARTS = {"contains", "startswith"}


def schemas(blueprint: Blueprint, resource: Resource) -> str:
    """Grow it from the exemplar's topics."""
    text = domain_source("exemplar/topics/schemas.py", blueprint, resource)
    missing = dict.fromkeys(missing_bodies(resource.access), "")
    lines = schema_lines(blueprint, resource)
    if is_begun(blueprint, resource):
        lines["create_columns"] = begun_with(blueprint, resource)
        missing.pop("create")
    asked = lines["query_columns"].splitlines()
    if resource.export:
        lines["query_columns"] = "\n".join(filter(of_pages, asked))
    grown = fill(paged(text, resource.listing), lines | missing)
    if resource.export:
        chosen = [line for line in asked if not of_pages(line)]
        grown = with_selection(grown, chosen, blueprint, resource)
    answer = f"class {resource.name}Read("
    bodies = [schema(deed) for deed in deeds(blueprint, resource) if deed.action.body]
    bodies = [*filter(None, [bulk_schema(blueprint, resource)]), *bodies]
    grown = grown.replace(answer, "\n\n\n".join([*bodies, answer]))
    grown = f"{grown}\n\n{deleted_schema(blueprint, resource)}"
    return with_imports(grown, schema_imports(blueprint, resource))


def missing_bodies(access: Access) -> list[str]:
    """The regions of bodies and queries that no endpoint takes."""
    rules = {"create": access.create, "update": access.update, "query": access.list}
    return [region for region, rule in rules.items() if rule is None]


def paged(text: str, listing: Listing) -> str:
    """The schemas of pages by offset, or by cursor if the listing says so."""
    return text.replace("(PageQuery)", "(CursorQuery)") if listing.cursor else text


def schema_lines(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """The lines of each class that come from fields, by region."""
    every = columns(blueprint, resource)
    links = link_lines(blueprint, resource)
    given: list[Column | LinkLines] = [each for each in every if _is_given(each, resource)]
    given += [each for each in links if not each.link.read_only]
    computed = [Column(blueprint, resource, field) for field in resource.computed]
    shown = [column.read for column in (*every, *computed) if not column.field.write_only]
    first, last = built_in_lines(resource)
    aliases = [
        *(column.alias for column in with_items(every) if not column.field.is_file),
        *file_kinds(resource),
        *(each.alias for each in links),
        include_alias(resource),
        *(column.alias for column in computed if _is_compared(column)),
        *(_words(resource) if resource.access.list else ()),
    ]
    return {
        "aliases": "\n".join(filter(None, aliases)),
        "create_columns": "\n".join(each.create for each in given),
        "update_columns": "\n".join(each.update for each in given),
        "read_columns": "\n".join([*first, *shown, *(each.read for each in links), *last]),
        "query_columns": "\n".join(_query(blueprint, resource)),
        "endpoints": own_schemas(blueprint, own_of(blueprint, resource.nouns)),
    }


def built_in_lines(resource: Resource) -> tuple[list[str], list[str]]:
    """What answers have before and behind a resource's own fields; nothing around a singleton's."""
    if resource.singleton:
        return [], []
    owner = ["owner_id: UUID"] if resource.owned else []
    audit = [f"{name}_id: UUID | None" for name in AUDIT if resource.audited]
    return ["id: UUID"], [*owner, *audit, "created_at: datetime", "updated_at: datetime"]


def schema_imports(blueprint: Blueprint, resource: Resource) -> list[str]:
    """What the lines of schemas may need."""
    every = with_items(columns(blueprint, resource))
    enums = [column.plain for column in every if column.field.choices]
    models = f"{blueprint.package}.{resource.nouns}.models"
    used = (
        "from collections.abc import Sequence",
        "from keel.data import CursorQuery, FileKind, Ids, PageQuery",
        "from keel.data.bulk import Identified",
    )
    return [*TYPES, *OWN, *used, *(f"from {models} import {name}" for name in enums)]


def _is_compared(column: Column) -> bool:
    """Whether a list takes values of it to filter by."""
    found = (each for each in column.resource.listing.filters if each.field == column.field.name)
    return any({*each.operators} - {*_PARTS, "is_null"} for each in found)


def _is_given(column: Column, resource: Resource) -> bool:
    return not column.field.read_only and column.field.name != resource.under


def _words(resource: Resource) -> Iterator[str]:
    """The aliases for texts that are looked for."""
    operators = {operator for each in resource.listing.filters for operator in each.operators}
    if operators & _PARTS:
        yield "Part = Annotated[str, Field(max_length=200)]"
    if columns := searched(resource):
        *others, last = columns
        found = f"{', '.join(others)} and {last}" if others else last
        said = literal(f"Words to find in {found}.")
        yield f"Words = Annotated[str, Field(max_length=200, description={said})]"


def _query(blueprint: Blueprint, resource: Resource) -> Iterator[str]:
    listing = resource.listing
    if (listing.page_default, listing.page_maximum) != (_USUAL.page_default, _USUAL.page_maximum):
        at_most = f"Annotated[int, Field(ge=1, le={listing.page_maximum})]"
        yield f"limit: {at_most} = {listing.page_default}"
    asked = {
        name: Column(blueprint, resource, field)
        for name, field in shown_fields(resource, blueprint.roles).items()
    }
    linked = {each.link.name: each for each in link_lines(blueprint, resource)}
    orders = [
        order for each in listing.sort for order in (asked[each].name, f"-{asked[each].name}")
    ]
    usual = "-created_at" if "created_at" in listing.sort else orders[0]
    words = searched(resource)
    if words:
        orders.append(usual := RELEVANCE)
    yield f'sort: Literal[{", ".join(map(repr, orders))}] = "{usual}"'
    if words:
        yield "q: Words | None = None"
    for each in listing.filters:
        filtered = linked.get(each.field) or asked[each.field]
        yield from (filtered.query(operator) for operator in each.operators)
    if resource.include:
        yield f"include: Sequence[{resource.name}Include] = ()"
