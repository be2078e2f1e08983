"""`apiwright restore`."""

from pathlib import Path
from typing import Annotated

import typer

from apiwright.build.apply import apply
from apiwright.build.restore import restore, unfound
from apiwright.build.trial import trial
from apiwright.refusal import Refusal
from apiwright.surface.drift import drifts_of, look_for_drifts
from apiwright.surface.options import Project, Yes
from apiwright.surface.project import open_project
from apiwright.surface.road import ask
from apiwright.surface.show.plan import show_edit
from apiwright.survey.look import look

EXAMPLE = 'apiwright restore books.subtitle "DELETE /books/{book_id}"'


def run(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME…", help="What `plan` calls it, below Drift.")
    ],
    *,
    yes: Yes = False,
    project: Project = Path(),
) -> None:
    """Bring code back to what was built, where it was changed beside the blueprint.

    Only the places that the names are about go back; what else was edited stays. It is tried
    beside the project first. Of a database, it says the statements that bring it back.
    """
    opened = open_project(project)
    drifts = look_for_drifts(opened)[0].named(names)
    edits = restore(opened.survey, drifts)
    with trial(opened.survey, edits) as root:
        after = drifts_of(opened, look(root))
    still = {each.name for each in after.found}
    if left := [each for each in drifts if after.unseen or each.name in still]:
        raise Refusal(*map(unfound, left))
    for edit in edits:
        show_edit(edit, "Restore")
    ask(len(edits), (), yes=yes)
    apply(opened.survey.root, edits)
