"""`apiwright routes`."""

from pathlib import Path

from apiwright.blueprint.read import read_blueprint
from apiwright.plan.contract import endpoints
from apiwright.surface.options import Project
from apiwright.surface.page import read_page
from apiwright.surface.project import BLUEPRINT
from apiwright.surface.show.sections import show_rows

EXAMPLE = "apiwright routes --project bookshop"


def run(project: Project = Path()) -> None:
    """List the endpoints and who may call each.

    The columns are method, path, who may call it, what it takes, what it returns.
    """
    blueprint = read_blueprint(read_page(project / BLUEPRINT))
    show_rows(
        (end.method, end.path, end.access, end.body or "", end.answer)
        for end in endpoints(blueprint)
    )
