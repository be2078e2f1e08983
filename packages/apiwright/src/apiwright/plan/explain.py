"""A plan in words: what matters to a person first, then files, then the database's step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apiwright.plan.generations import GENERATION
from apiwright.plan.unwritten import service_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apiwright.plan.compare import Comparison
    from apiwright.plan.contract import Endpoint
    from apiwright.plan.difference import Difference, TableDifference
    from apiwright.plan.offer import Offer
    from apiwright.plan.plan import Edit, Plan

Row = tuple[str, ...]

NEW, CHANGED, GONE, DANGER = "+", "~", "-", "!"
_EVERYBODY = "as its row"
_MARKS = {"add": NEW, "change": CHANGED, "delete": GONE}


@dataclass(frozen=True, slots=True)
class Section:
    """Part of an explanation: rows of columns, each row led by its mark."""

    title: str
    rows: tuple[Row, ...]


def explain(plan: Plan) -> tuple[Section, ...]:
    """What a plan changes; sections without rows are left out."""
    sections = (
        Section("Upgrade", tuple(_upgrade(plan.comparison))),
        Section("Endpoints", tuple(_endpoints(plan.comparison))),
        Section("Who may do what", tuple(_access(plan.comparison))),
        Section("Tables", tuple(_tables(plan.comparison))),
        Section("Whose rows", tuple(_tenants(plan))),
        Section("Lost with all it holds", tuple(_losses(plan.comparison.tables))),
        Section("Rows that stand", tuple(_rows(plan.comparison))),
        Section("While it is deployed", tuple(_deployment(plan))),
        Section("Breaks clients", tuple((DANGER, words) for words in plan.comparison.breaking)),
        Section("Keeps clients, if the page says", tuple(_offer(plan.comparison.offer))),
        Section("Dependencies", tuple((NEW, name) for name in plan.dependencies)),
        Section("Yours to write", tuple(unwritten_rows(plan))),
        Section("Not committed to git", tuple((CHANGED, str(path)) for path in plan.uncommitted)),
        Section("Databases go back first", tuple((GONE, path.name) for path in plan.taken_back)),
        Section("Stay deleted", tuple((GONE, str(path)) for path in plan.absent)),
        Section("Files", tuple(_files(plan.edits))),
    )
    return tuple(section for section in sections if section.rows)


def aligned(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as lines of plain text, their columns under each other."""
    rows = tuple(rows)
    columns = max(map(len, rows), default=0)
    widths = [max(len(row[n]) for row in rows if n < len(row)) for n in range(columns)]
    for row in rows:
        yield "   ".join(map(str.ljust, row, widths)).rstrip()


def _upgrade(comparison: Comparison) -> Iterator[Row]:
    if comparison.generation != GENERATION:
        yield CHANGED, "templates", f"generation {comparison.generation} → {GENERATION}"


def _endpoints(comparison: Comparison) -> Iterator[Row]:
    for endpoint in comparison.new_endpoints:
        yield NEW, str(endpoint), endpoint.access, endpoint.answer
    for change in comparison.changed_endpoints:
        if change.before.answer != change.after.answer:
            answers = f"{change.before.answer} → {change.after.answer}"
            yield CHANGED, str(change.after), change.after.access, answers
        if change.before.terms != change.after.terms:
            terms = f"{_terms(change.before)} → {_terms(change.after)}"
            yield CHANGED, str(change.after), change.after.access, terms
    for endpoint in comparison.gone_endpoints:
        yield GONE, str(endpoint), endpoint.access, endpoint.answer


def _terms(endpoint: Endpoint) -> str:
    return ", ".join(endpoint.terms) or "no terms"


def _access(comparison: Comparison) -> Iterator[Row]:
    for change in comparison.access_changes:
        yield CHANGED, str(change.after), f"{change.before.access} → {change.after.access}"
    for field in comparison.fields:
        if field.before is None:
            yield NEW, field.name, str(field.after)
        else:
            yield CHANGED, field.name, f"{field.before} → {field.after or _EVERYBODY}"


def _tables(comparison: Comparison) -> Iterator[Row]:
    difference = comparison.tables
    for rename in comparison.renames:
        if rename.kind in ("table", "column"):
            yield CHANGED, rename.table or rename.was, str(rename)
    for table in difference.created:
        yield NEW, table.name, ", ".join(column.name for column in table.columns)
    for altered in difference.altered:
        yield CHANGED, altered.name, ", ".join(_columns(altered))
    for table in difference.refilled:
        yield CHANGED, table.name, f"words of {', '.join(table.searched)}"
    for table in difference.dropped:
        yield GONE, table.name, ", ".join(column.name for column in table.columns)


def _tenants(plan: Plan) -> Iterator[Row]:
    """Of whom the rows of new tables are, where there are tenants."""
    new, blueprint = {table.name for table in plan.comparison.tables.created}, plan.blueprint
    if blueprint is None or not blueprint.tenants:
        return
    for resource in blueprint.resources:
        if resource.nouns in new and not (resource.tenancy and resource.tenancy.is_tenant):
            whose = "shared by all" if resource.shared else f"each of one {blueprint.tenants}"
            yield NEW, resource.nouns, whose


def _columns(table: TableDifference) -> Iterator[str]:
    parts = ((NEW, table.new), (GONE, table.gone))
    yield from (f"{mark}{column.name}" for mark, part in parts for column in part.columns)
    yield from (f"{CHANGED}{after.name}" for _, after in table.changed)
    for mark, part in parts:
        yield from (f"{mark}index on {', '.join(index.columns)}" for index in part.indexes)
        named = (*part.constraints, *part.exclusions)
        yield from (f"{mark}{constraint.name}" for constraint in named)


def unwritten_rows(plan: Plan) -> Iterator[Row]:
    """The endpoints that answer 501, each with the method that its owner writes."""
    if plan.blueprint is None:
        return
    for endpoint in plan.unwritten:
        yield DANGER, str(endpoint), endpoint.logic, str(service_of(plan.blueprint, endpoint))


def _offer(kept: Offer | None) -> Iterator[Row]:
    if kept:
        yield from ((NEW, line) for line in kept.page)
        yield from ((DANGER, f"still: {words}") for words in kept.left)


def _losses(difference: Difference) -> Iterator[Row]:
    hiding = {f"{table.name}.{table.shows.name}" for table in difference.altered if table.shows}
    for name in difference.losses:
        yield (DANGER, name, "and the rows that are deleted") if name in hiding else (DANGER, name)


def _rows(comparison: Comparison) -> Iterator[Row]:
    """What is asked of rows that stand, and what those get that break it."""
    for filling in comparison.fillings:
        yield CHANGED, filling.table, filling.words, f"get {filling.value}"
    for demand in comparison.demands:
        way = f", unless --fill {demand.column}=…" if demand.column else ""
        yield DANGER, demand.table, demand.words, f"stop the migration{way}"


def _deployment(plan: Plan) -> Iterator[Row]:
    """Which code works with which revision of the database."""
    if plan.comparison.renames and plan.migrations:
        words = "fails from here on: it asks for the old names"
        yield DANGER, plan.migrations[0].path.stem, "the code of before", words
    elif len(plan.migrations) > 1:
        words = "works up to here, and so does that of after"
        yield CHANGED, plan.migrations[0].path.stem, "the code of before", words


def _files(edits: tuple[Edit, ...]) -> Iterator[Row]:
    """One row for each folder and kind of change."""
    folders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edit in edits:
        folder = "" if len(edit.path.parts) == 1 else f"{edit.path.parent}/"
        folders[folder, _MARKS[edit.kind]].append(edit.path.name)
    for (folder, mark), names in sorted(folders.items()):
        yield mark, folder or "./", " ".join(sorted(names))
