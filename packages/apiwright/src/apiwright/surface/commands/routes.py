"""`apiwright routes`."""

from collections.abc import Collection, Iterator
from pathlib import Path

from apiwright.plan.contract import Endpoint, endpoints
from apiwright.plan.field_access import FieldAccess, field_access
from apiwright.plan.unwritten import unwritten
from apiwright.surface.options import Project
from apiwright.surface.page import read_page
from apiwright.surface.show.sections import show_rows
from apiwright.surface.source import BLUEPRINT
from apiwright.survey.read import read_survey

EXAMPLE = "apiwright routes --project bookshop"


def run(project: Project = Path()) -> None:
    """List the endpoints and who may call each.

    The columns are method, path, who may call it, what it takes, what it returns, and what is
    particular: `unwritten` answers 501 until its owner writes the logic; its cache, limit and end.
    Below stand the fields that not everybody who reaches a row may read or write, and who may.
    """
    blueprint = read_page(project / BLUEPRINT).blueprint(BLUEPRINT)
    still = unwritten(blueprint, read_survey(project).files)
    show_rows(
        (
            end.method,
            end.path,
            end.access,
            end.body or "",
            end.answer,
            ", ".join(_marks(end, still)),
        )
        for end in endpoints(blueprint)
    )
    show_rows(row for access in field_access(blueprint) for row in _of_field(access))


def _of_field(access: FieldAccess) -> Iterator[tuple[str, ...]]:
    marks = ("sensitive",) if access.sensitive else ()
    for word, rule in (("read", access.read), ("write", access.write)):
        if rule:
            yield (word, access.name, rule, *marks)


def _marks(endpoint: Endpoint, still: Collection[Endpoint]) -> Iterator[str]:
    if endpoint in still:
        yield "unwritten"
    yield from endpoint.terms
